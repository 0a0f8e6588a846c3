package simul.conformance.fuzz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scripts worth keeping from run to run: of each combination the shortest that reaches it. One
 * thread.
 */
public final class Corpus {
  private final Map<CoveragePoint, Sample> shortest = new HashMap<>();

  /** Takes one in, as far as it is shorter than what is there. */
  public void add(Sample sample) {
    for (CoveragePoint point : sample.points()) {
      shortest.merge(point, sample, (there, next) -> size(next) < size(there) ? next : there);
    }
  }

  private static int size(Sample sample) {
    return sample.script().steps().size();
  }

  /** Few of them that together reach all that was reached: always the one that adds most. */
  public List<Sample> kept() {
    List<Sample> kept = new ArrayList<>();
    Set<Sample> left = new LinkedHashSet<>(inOrder(shortest.values()));
    Set<CoveragePoint> missing = new HashSet<>(shortest.keySet());
    while (!missing.isEmpty()) {
      Sample best = null;
      long most = 0;
      for (Sample sample : left) {
        long adds = sample.points().stream().filter(missing::contains).count();
        if (adds > most) {
          best = sample;
          most = adds;
        }
      }
      kept.add(best);
      left.remove(best);
      missing.removeAll(best.points());
    }
    return kept;
  }

  private static List<Sample> inOrder(Collection<Sample> samples) {
    return samples.stream()
        .distinct()
        .sorted(java.util.Comparator.comparingInt(Corpus::size))
        .toList();
  }
}
