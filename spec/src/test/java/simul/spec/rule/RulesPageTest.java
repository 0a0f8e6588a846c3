package simul.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {
  private static final Path PAGE = Path.of("docs", "rules.md");

  /** When it is stale: {@code mvn -pl spec test -Dtest=RulesPageTest -Dsimul.write=true}. */
  @Test
  void pageSaysWhatTheCatalogueSays() throws Exception {
    if (Boolean.getBoolean("simul.write")) {
      Files.writeString(PAGE, RulesPage.text());
    }

    assertThat(Files.readString(PAGE)).isEqualTo(RulesPage.text());
  }
}
