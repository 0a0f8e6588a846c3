package simul.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import simul.conformance.odd.Servers;

/** Which combinations there are, and which have come up. */
class CoverageTest {
  private final Coverage coverage = new Coverage(Grammar.of(Servers.HOMEWORK3));

  private static CoveragePoint point(String text) {
    return CoveragePoint.parse(text).orElseThrow();
  }

  @Test
  void countsWhatThereIs() {
    coverage.add(List.of(point("MOVE cut-1 none"), point("MOVE whole length-0")));
    coverage.add(List.of(point("MOVE cut-1 none"), point("MOVE cut-9 none")));

    assertThat(coverage.count(point("MOVE cut-1 none"))).isEqualTo(2);
    assertThat(coverage.count(point("MOVE cut-9 none"))).isZero();
    assertThat(coverage.reached()).isEqualTo(2);
  }

  @Test
  void prefersWhatWasTriedLeast() {
    List<CoveragePoint> candidates =
        List.of(point("MOVE cut-1 none"), point("MOVE cut-2 none"), point("MOVE whole none"));
    coverage.add(candidates.subList(0, 1));
    coverage.add(candidates.subList(2, 3));

    assertThat(coverage.rarest(candidates)).isEqualTo(candidates.get(1));
  }

  @Test
  void tableHasPlaceForEveryCombinationOnce() {
    coverage.add(List.of(point("MOVE cut-2 reset"), point("LOGIN joined server-packet")));

    List<Coverage.Row> rows = coverage.rows();

    assertThat(coverage.cuts().stream().map(Cut::word))
        .containsExactly("whole", "joined", "cut-1", "cut-2", "cut-3", "cut-4");
    assertThat(rows)
        .contains(new Coverage.Row("MOVE", Mutation.RESET, List.of(0, -1, 0, 1, -1, -1)))
        .contains(new Coverage.Row("LOGIN", Mutation.SERVER_PACKET, List.of(0, 1, 0, 0, -1, -1)))
        .contains(new Coverage.Row("MOVE", Mutation.PAUSED, List.of(-1, -1, 0, 0, -1, -1)));
    assertThat(rows.stream().flatMap(row -> row.counts().stream()).filter(count -> count >= 0))
        .hasSize(coverage.all());
  }

  @Test
  void pointsAreReadAsTheyAreWritten() {
    for (CoveragePoint point : Grammar.of(Servers.HOMEWORK3).points()) {
      assertThat(CoveragePoint.parse(point.text())).contains(point);
    }
    assertThat(CoveragePoint.parse("MOVE cut-0 none")).isEmpty();
    assertThat(CoveragePoint.parse("MOVE whole mended")).isEmpty();
    assertThat(CoveragePoint.parse("MOVE whole")).isEmpty();
  }
}
