package simul.bots.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViolationsTest {
  private final Violations violations = new Violations();

  private void add(String ruleId, long count) {
    violations.add(ruleId, count, () -> new Violation(1, 2, ruleId, "text", new byte[0]));
  }

  @Test
  void countsThemAll() {
    add("MOVE-001", 1);
    add("MOVE-002", 17);

    assertThat(violations.total()).isEqualTo(18);
  }

  @Test
  void oneRuleDoesNotHideTheOthers() {
    IntStream.range(0, 1000).forEach(i -> add("MOVE-001", 1));
    add("SEND-001", 1);

    assertThat(violations.first())
        .extracting(Violation::ruleId)
        .containsExactly("MOVE-001", "MOVE-001", "MOVE-001", "MOVE-001", "SEND-001");
  }
}
