package simul.spec.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import simul.spec.model.Packet;
import simul.spec.model.Spec;

class MarkdownPageTest {

  /**
   * When it is stale: {@code mvn -pl spec test -Dtest=MarkdownPageTest -Dsimul.write=true}, and
   * read what has changed.
   */
  @Test
  void pageOfHomework3SaysWhatItsSpecSays() throws Exception {
    Golden.check(Path.of("docs", "homework3.md"), MarkdownPage.of(Specs.bundled("homework3")));
  }

  @ParameterizedTest
  @FieldSource("simul.spec.load.SpecLoader#BUNDLED")
  void everyPacketHasItsSectionAndDiagram(String name) {
    Spec spec = Specs.bundled(name);
    String page = MarkdownPage.of(spec);

    for (Packet packet : spec.packets()) {
      assertThat(page).contains("\n### " + packet.name().replace("_", "\\_") + ", ");
    }
    assertThat(page.lines().filter(line -> line.equals("```"))).hasSize(2 * spec.packets().size());
  }

  @Test
  void textOfSpecIsNoMarkup() {
    assertThat(MarkdownPage.of(Specs.odd()))
        .contains("이상한 \"protocol\" \\\\ with /\\* and \\*/ in it \\\\.");
  }
}
