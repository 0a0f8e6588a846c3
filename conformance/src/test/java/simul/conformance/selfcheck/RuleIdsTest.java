package simul.conformance.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleIdsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          FRAME-001                               | FRAME-001
          FRAME-001 FRAME-002                     | FRAME-001, FRAME-002
          FRAME-001 FRAME-002 FRAME-003           | FRAME-001..003
          FRAME-001 FRAME-003                     | FRAME-001, FRAME-003
          FRAME-009 FRAME-010 FRAME-011 JOIN-012  | FRAME-009..011, JOIN-012
          FRAME-001 JOIN-002                      | FRAME-001, JOIN-002
          FRAME-001 handshake                     | FRAME-001, handshake
          """)
  void consecutiveNumbersAreDrawnTogether(String ids, String text) {
    assertThat(RuleIds.text(List.of(ids.split(" ")))).isEqualTo(text);
  }

  @org.junit.jupiter.api.Test
  void noIdsAreNoText() {
    assertThat(RuleIds.text(List.of())).isEmpty();
  }
}
