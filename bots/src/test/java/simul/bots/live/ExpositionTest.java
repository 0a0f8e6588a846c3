package simul.bots.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.bots.measure.Buckets;
import simul.bots.measure.Tally;
import simul.bots.swarm.Dots;

class ExpositionTest {
  private static Buckets responses(long... millis) {
    Tally tally = new Tally();
    for (long each : millis) {
      tally.told(0, 0, each * 1_000_000);
    }
    return tally.responseBuckets();
  }

  private static ExpositionText read(double rate, Buckets response) {
    return ExpositionText.parse(Exposition.of(Snapshots.of(rate, Dots.NONE), response));
  }

  @Test
  void everyNumberHasItsTypeAndUnit() {
    ExpositionText text = read(10, responses(1, 20, 20, 700, 20_000));

    assertThat(text.types())
        .containsEntry("simul_swarm_clients", "gauge")
        .containsEntry("simul_swarm_moves_sent_total", "counter")
        .containsEntry("simul_swarm_violations_total", "counter")
        .containsEntry("simul_swarm_response_seconds", "histogram");
    assertThat(text.samples())
        .containsEntry("simul_swarm_clients", 9.0)
        .containsEntry("simul_swarm_clients_wanted", 11.0)
        .containsEntry("simul_swarm_connection_errors{kind=\"tool\"}", 4.0)
        .containsEntry("simul_swarm_moves_wanted_per_second", 10.0)
        .containsEntry("simul_swarm_moves_answered_total", 149.0)
        .containsEntry("simul_swarm_reach_ratio", 0.9999)
        .containsEntry("simul_swarm_play_seconds", 1.5);
  }

  @Test
  void bucketsHoldWhatIsAtMostTheirBound() {
    ExpositionText text = read(10, responses(1, 20, 20, 700, 20_000));

    assertThat(text.samples())
        .containsEntry("simul_swarm_response_seconds_bucket{le=\"0.0005\"}", 0.0)
        .containsEntry("simul_swarm_response_seconds_bucket{le=\"0.01\"}", 1.0)
        .containsEntry("simul_swarm_response_seconds_bucket{le=\"0.025\"}", 3.0)
        .containsEntry("simul_swarm_response_seconds_bucket{le=\"1\"}", 4.0)
        .containsEntry("simul_swarm_response_seconds_bucket{le=\"10\"}", 4.0)
        .containsEntry("simul_swarm_response_seconds_count", 5.0);
    assertThat(text.samples().get("simul_swarm_response_seconds_sum"))
        .isBetween(20.741 * 0.999, 20.741 * 1.001);
  }

  @Test
  void nothingIsMeasuredYet() {
    ExpositionText text = read(Double.POSITIVE_INFINITY, responses());

    assertThat(text.samples())
        .containsEntry("simul_swarm_response_seconds_bucket{le=\"+Inf\"}", 0.0)
        .doesNotContainKey("simul_swarm_moves_wanted_per_second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 1\n",
        "# HELP a Good.\n# TYPE a gauge\na 1",
        "# HELP a Good.\n# TYPE b gauge\nb 1\n",
        "# HELP a Good.\n# TYPE a gauge\na 1\na 1\n",
        "# HELP a Good.\n# TYPE a counter\na 1\n",
        "# HELP a_total Good.\n# TYPE a_total counter\na_total -1\n",
        "# HELP a Good.\n# TYPE a gauge\na{b=c} 1\n",
        "# HELP a Good.\n# TYPE a gauge\na 1,5\n",
        "# HELP a Good.\n# TYPE a histogram\na_bucket{le=\"1\"} 1\na_sum 1\na_count 1\n",
        "# HELP a Good.\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\n"
            + "a_sum 1\na_count 1\n"
      })
  void readerOfThisTestIsStrict(String wrong) {
    assertThatThrownBy(() -> ExpositionText.parse(wrong)).isInstanceOf(AssertionError.class);
  }
}
