package simul.bots.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void leadsFromTheFastestToTheSlowestAndHasPointsWhereTheyAreRare() {
    Tally tally = new Tally();
    for (int millis = 1; millis <= 1000; millis++) {
      tally.told(0, 0, millis * 1_000_000L);
    }

    List<Curve.Point> points = tally.curves().response().points();

    assertThat(points.get(0).millis()).isCloseTo(1, within(0.01));
    assertThat(points.get(points.size() - 1).millis()).isCloseTo(1000, within(1.0));
    assertThat(points.get(points.size() - 1).percentile()).isEqualTo(100);
    assertThat(points).isSortedAccordingTo((a, b) -> Double.compare(a.millis(), b.millis()));
    assertThat(points).filteredOn(point -> point.percentile() > 99).hasSizeGreaterThan(5);
  }

  @Test
  void nothingRecordedIsNoLine() {
    assertThat(new Tally().curves()).isEqualTo(Curves.NONE);
  }
}
