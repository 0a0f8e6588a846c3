package simul.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.conformance.script.Outcome;
import simul.conformance.verdict.Evidence;

class SelectionTest {
  private static final List<Check> CHECKS =
      Stream.of("JOIN-001", "JOIN-002", "MOVE-001", "FRAME-001", "FRAME-010")
          .map(id -> new Check(id, (target, random) -> new Outcome.Held(Evidence.PROVEN)))
          .toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-                  | -         | JOIN-001,JOIN-002,MOVE-001,FRAME-001,FRAME-010",
        "FRAME-001          | -         | FRAME-001",
        "frame-001          | -         | FRAME-001",
        "FRAME-*            | -         | FRAME-001,FRAME-010",
        "*-001              | -         | JOIN-001,MOVE-001,FRAME-001",
        "*O*1               | -         | JOIN-001,MOVE-001",
        "FRAME-00*,MOVE-*   | -         | MOVE-001,FRAME-001",
        "FRAME-001, MOVE-*  | -         | MOVE-001,FRAME-001",
        "*                  | FRAME-*   | JOIN-001,JOIN-002,MOVE-001",
        "-                  | *-001     | JOIN-002,FRAME-010",
        "FRAME-*            | FRAME-*   | ''",
        "FRAME              | -         | ''",
        "FRAME-00           | -         | ''",
        "FRAME-00.          | -         | ''",
        "FRAME-0(           | -         | ''",
        "'\\E.*\\Q'         | -         | ''",
        "'\\E('             | -         | ''",
        "''                 | -         | ''",
      })
  void selectsByPatterns(String only, String exclude, String selected) {
    Selection selection = new Selection(patterns(only), patterns(exclude));

    List<String> ids = selection.of(CHECKS).stream().map(Check::ruleId).toList();

    assertThat(String.join(",", ids)).isEqualTo(selected);
  }

  private static List<String> patterns(String commaSeparated) {
    return commaSeparated == null ? List.of() : List.of(commaSeparated.split(","));
  }

  @Test
  void selectsAllInTheirOrderByDefault() {
    assertThat(Selection.ALL.of(CHECKS)).isEqualTo(CHECKS);
  }
}
