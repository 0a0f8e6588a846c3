package simul.ci.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VitalsTest {

  @Test
  void lineSaysWhatItWasMadeOf() {
    Vitals vitals = new Vitals(123, 456, 7, 8);

    assertThat(Vitals.parse(vitals.line())).isEqualTo(vitals);
  }

  @Test
  void otherLineIsRefused() {
    assertThatThrownBy(() -> Vitals.parse("Killed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'Killed' is not a line of vitals");
  }

  @Test
  void ownOnesAreThoseOfRunningProcess() {
    Vitals own = Vitals.own(true);

    assertThat(own.cpuNanos()).isPositive();
    assertThat(own.memoryBytes()).isPositive();
    assertThat(own.since(own.threads() - 2).threads()).isEqualTo(2);
  }
}
