package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import simul.conformance.explain.Language;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Verdict;

class JUnitXmlTest {
  private static void validate(String xml) throws Exception {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JUnitXmlTest.class.getResource("junit.xsd"))
            .newValidator();
    validator.validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void hasAnElementForEachVerdict() throws Exception {
    String xml = JUnitXml.of(Sample.report(), Language.ENGLISH);

    validate(xml);
    assertThat(xml)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="conform homework3" time="2.345" timestamp="2026-11-05T05:03:22Z" tests="5" errors="2" skipped="1" failures="1">
              <properties>
                <property name="tool" value="simul 1.0"/>
                <property name="target" value="127.0.0.1:9000"/>
                <property name="seed" value="123"/>
                <property name="patienceMillis" value="2000"/>
                <property name="verdict" value="FAIL"/>
                <property name="finished" value="true"/>
              </properties>
              <testcase name="FRAME-001 a whole packet in one write is acted on once" classname="conformance.FRAME" time="0.012"/>
              <testcase name="FRAME-003 a packet cut between length and type is still one packet" classname="conformance.FRAME" time="0.007">
                <failure message="expected POSITION id=0 x=1 y=0 on every client, but was connection of client a closed after 3 ms" type="MUST">sent      MOVE right, 3 bytes in 2 segments (1 + 2; server read them apart: proven)
            expected  POSITION id=0 x=1 y=0 on every client
            but was   connection of client a closed after 3 ms
            received  0000  03 02 00
            hint      the server seems to take the lone first byte for a whole packet
            replay    bin/simul replay FRAME-003.trace --port 9000</failure>
              </testcase>
              <testcase name="FRAME-004 a packet cut at any byte is still one packet" classname="conformance.FRAME" time="2.001">
                <error message="the target answers too slowly" type="inconclusive"/>
              </testcase>
              <testcase name="FRAME-005 2 to 50 packets in one write are all acted on, in order" classname="conformance.FRAME" time="0.001">
                <error message="a defect of this program: java.lang.IllegalStateException: &lt;oops&gt;" type="defect">java.lang.IllegalStateException: &lt;oops&gt;
              at simul.conformance.Some.method(Some.java:12)</error>
              </testcase>
              <testcase name="JOIN-001 the first thing a newcomer is told is its own ID, once" classname="conformance.JOIN" time="0.000">
                <skipped message="it could not begin, see JOIN-004"/>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void peopleReadTheirLanguageAndHistoriesKeepTheirKeys() throws Exception {
    String xml = JUnitXml.of(Sample.report(), Language.KOREAN);

    validate(xml);
    assertThat(xml)
        .contains("name=\"FRAME-003 a packet cut between length and type is still one packet\"")
        .contains("message=\"기대 모든 클라이언트에 POSITION id=0 x=1 y=0");
  }

  @Test
  void runThatHasNotEndedIsInconclusive() throws Exception {
    String xml =
        JUnitXml.of(
            Sample.report(
                List.of(
                    CheckResult.undecided(
                        Sample.rule("FRAME-001"), Verdict.SKIPPED, Duration.ZERO, "not run")),
                Map.of(),
                false),
            Language.ENGLISH);

    validate(xml);
    assertThat(xml)
        .contains("<property name=\"verdict\" value=\"INCONCLUSIVE\"/>")
        .contains("<property name=\"finished\" value=\"false\"/>")
        .contains("<skipped message=\"not run\"/>");
  }

  @Test
  void saysWhatLaunchedServerPrintedLast() throws Exception {
    String xml =
        JUnitXml.of(
            Sample.report(
                List.of(
                    Sample.failed(Sample.rule("FRAME-001"), Sample.exited(), Sample.transcript())),
                Map.of()),
            Language.ENGLISH);

    validate(xml);
    assertThat(xml)
        .contains(
            """
            sent      all that this check sends
            expected  the server keeps running
            but was   the server exited with status 139 (SIGSEGV)
            received  nothing amiss
            output    bye
                      &lt;dumped&gt;</failure>
            """);
  }

  @Test
  void nothingThatXmlHasNoPlaceForGetsIntoIt() throws Exception {
    String hostile =
        "\0\u0007\u001b[31m]]> <x a='1' b=\"2\">&amp; \ud800 \uffff \ud83d\ude00\nend\t.";

    String xml =
        JUnitXml.of(
            Sample.report(
                List.of(
                    CheckResult.undecided(
                        Sample.rule("FRAME-001"), Verdict.SKIPPED, Duration.ZERO, hostile)),
                Map.of()),
            Language.ENGLISH);

    validate(xml);
    assertThat(xml)
        .contains(
            "<skipped message=\"[31m]]&gt; &lt;x a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;   "
                + "\ud83d\ude00&#10;end&#9;.\"/>");
  }

  @Test
  void schemaKnowsTheOrderOfElements() {
    String wrong =
        """
        <testsuite name="x" tests="1" errors="1" skipped="0" failures="1">
          <testcase name="a" time="0"><error type="t"/><failure type="t"/></testcase>
        </testsuite>
        """;

    assertThatThrownBy(() -> validate(wrong))
        .isInstanceOf(SAXException.class)
        .hasMessageContaining("failure");
  }
}
