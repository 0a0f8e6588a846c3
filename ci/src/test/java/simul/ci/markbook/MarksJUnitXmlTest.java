package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import simul.conformance.explain.Language;

class MarksJUnitXmlTest {
  private static void validate(String xml) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(MarksJUnitXmlTest.class.getResource("/simul/ci/report/junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void documentReadsAsDesigned() throws Exception {
    String xml = MarksJUnitXml.of(GradedSample.mixed(), Language.ENGLISH);

    validate(xml);
    Golden.assertIs("junit.xml", xml);
  }

  @Test
  void documentIsValidWhateverWasGraded() throws Exception {
    for (Graded graded :
        List.of(
            GradedSample.whole(),
            GradedSample.unbuilt(),
            GradedSample.hostile(GradedSample.HOSTILE))) {
      for (Language language : Language.values()) {
        String xml = MarksJUnitXml.of(graded, language);

        validate(xml);
        assertThat(xml).contains("tests=\"14\"");
      }
    }
  }

  @Test
  void casesHaveTheSameNamesForEverybodyInEveryLanguage() {
    assertThat(names(MarksJUnitXml.of(GradedSample.mixed(), Language.ENGLISH)))
        .hasSize(14)
        .isEqualTo(names(MarksJUnitXml.of(GradedSample.unbuilt(), Language.KOREAN)));
  }

  private static List<String> names(String xml) {
    return xml.lines()
        .filter(line -> line.contains("<testcase"))
        .map(line -> line.replaceAll(".*name=\"(.*)\" classname=\"(.*)\" time.*", "$2 $1"))
        .toList();
  }

  @Test
  void hiddenPartShowsItsPointsAlone() {
    assertThat(MarksJUnitXml.of(GradedSample.mixed(), Language.ENGLISH))
        .contains("<failure message=\"2.5 of 5 points\" type=\"broken\">2.5 of 5 points</failure>")
        .doesNotContain("BAD-");
  }
}
