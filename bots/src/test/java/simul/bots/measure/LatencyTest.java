package simul.bots.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private final Latency latency = new Latency();

  @Test
  void percentilesAreMilliseconds() {
    LongStream.rangeClosed(1, 1000).forEach(millis -> latency.record(millis * 1_000_000));

    Percentiles percentiles = latency.percentiles();

    assertThat(percentiles.count()).isEqualTo(1000);
    assertThat(percentiles.p50()).isCloseTo(500, within(1.0));
    assertThat(percentiles.p90()).isCloseTo(900, within(1.0));
    assertThat(percentiles.p99()).isCloseTo(990, within(1.0));
    assertThat(percentiles.p999()).isCloseTo(999, within(1.0));
    assertThat(percentiles.max()).isCloseTo(1000, within(1.0));
  }

  @Test
  void nothingRecordedIsZero() {
    assertThat(latency.percentiles()).isEqualTo(new Percentiles(0, 0, 0, 0, 0, 0));
  }

  @Test
  void clockThatStepsBackIsNoTime() {
    latency.record(-5);

    assertThat(latency.percentiles()).isEqualTo(new Percentiles(1, 0, 0, 0, 0, 0));
  }
}
