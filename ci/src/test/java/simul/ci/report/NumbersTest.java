package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.0123, 0.0123 ms", "0.1, 0.1 ms", "1.356, 1.36 ms", "12.34, 12.3 ms", "123.4, 123 ms",
    "100, 100 ms", "1000, 1 s", "1234, 1.23 s", "12345, 12.3 s", "0, 0 ms"
  })
  void timesAreWrittenToWhatMatters(double millis, String text) {
    assertThat(Numbers.millis(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 100 %", "0.99999, 99.99 %", "0.5, 50 %", "0, 0 %"})
  void shareIsNeverRoundedUp(double share, String text) {
    assertThat(Numbers.percent(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "119, 119 s", "120, 2:00", "3599, 59:59"})
  void longRunsAreInMinutes(double seconds, String text) {
    assertThat(Numbers.clock(seconds)).isEqualTo(text);
  }
}
