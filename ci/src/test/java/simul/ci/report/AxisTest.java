package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 1",
    "1, 0 1",
    "3, 0 1 2 3",
    "10, 0 5 10",
    "11, 0 5 10 15",
    "999, 0 500 1000",
    "10000, 0 5000 10000"
  })
  void linearAxisEndsAtRoundNumber(double most, String ticks) {
    Axis axis = Axis.linear(most, 1);

    assertThat(axis.ticks().stream().map(Numbers::plain)).containsExactly(ticks.split(" "));
    assertThat(axis.share(axis.ticks().get(axis.ticks().size() - 1))).isEqualTo(1);
  }

  @Test
  void powersEncloseAllValues() {
    Axis axis = Axis.powers(0.2, 230);

    assertThat(axis.ticks()).hasSize(5).startsWith(0.1).endsWith(1000.0);
    assertThat(axis.share(0.1)).isEqualTo(0);
    assertThat(axis.share(10)).isCloseTo(0.5, within(1e-9));
    assertThat(axis.share(1000)).isEqualTo(1);
  }

  @Test
  void powersHaveRoomEvenForOneValue() {
    assertThat(Axis.powers(1, 1).ticks()).containsExactly(1.0, 10.0);
  }

  @Test
  void everyNineHasTheSameRoom() {
    Axis axis = Axis.percentiles(12_000);

    assertThat(axis.ticks()).hasSize(6).startsWith(50.0, 90.0, 99.0);
    assertThat(axis.share(90)).isCloseTo(0.2, within(1e-9));
    assertThat(axis.share(99)).isCloseTo(0.4, within(1e-9));
    assertThat(axis.share(0)).isEqualTo(0);
    assertThat(axis.share(100)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0 s 1 s 2 s 3 s",
    "40, 0 s 10 s 20 s 30 s 40 s",
    "7200, 0 s 30:00 1:00:00 1:30:00 2:00:00"
  })
  void timeIsMarkedWhereClocksHandsAre(double length, String ticks) {
    assertThat(
            String.join(" ", Axis.seconds(length, 6).ticks().stream().map(Numbers::clock).toList()))
        .isEqualTo(ticks);
  }

  @Test
  void valuesBeyondAnEndAreAtIt() {
    assertThat(Axis.seconds(10, 5).share(12)).isEqualTo(1);
    assertThat(Axis.linear(10, 1).share(-1)).isEqualTo(0);
  }
}
