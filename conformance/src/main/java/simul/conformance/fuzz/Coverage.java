package simul.conformance.fuzz;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How often each combination of a grammar has been tried. One thread. */
public final class Coverage {
  private final Grammar grammar;
  private final Map<CoveragePoint, Integer> counts = new HashMap<>();

  /** Nothing has been tried yet. */
  public Coverage(Grammar grammar) {
    this.grammar = grammar;
  }

  /** Takes note of what a try had in it. */
  void add(Collection<CoveragePoint> points) {
    points.stream().filter(grammar::has).forEach(point -> counts.merge(point, 1, Integer::sum));
  }

  /** How often a combination has been tried. */
  public int count(CoveragePoint point) {
    return counts.getOrDefault(point, 0);
  }

  /** The one of these that has been tried least; the first of several. */
  CoveragePoint rarest(List<CoveragePoint> points) {
    return points.stream().min(Comparator.comparingInt(this::count)).orElseThrow();
  }

  /** How many combinations have been tried. */
  public int reached() {
    return counts.size();
  }

  /** How many there are. */
  public int all() {
    return grammar.points().size();
  }

  /**
   * One line of the table: what was done to a packet, and how often with each cut.
   *
   * @param counts one for each of the table's cuts, -1 where there is no such combination
   */
  public record Row(String packet, Mutation mutation, List<Integer> counts) {
    public Row {
      counts = List.copyOf(counts);
    }
  }

  /** The table's columns. */
  public List<Cut> cuts() {
    TreeSet<Cut> cuts = new TreeSet<>();
    grammar.points().forEach(point -> cuts.add(point.cut()));
    // What shares a write is like what has one to itself, and no cut.
    List<Cut> whole = List.of(Cut.WHOLE, Cut.JOINED);
    return java.util.stream.Stream.concat(
            whole.stream().filter(cuts::contains), cuts.stream().filter(Cut::isInside))
        .toList();
  }

  /** The table's lines, in the order of the grammar. */
  public List<Row> rows() {
    List<Cut> cuts = cuts();
    return grammar.points().stream()
        .map(point -> new CoveragePoint(point.packet(), Cut.WHOLE, point.mutation()))
        .distinct()
        .map(line -> new Row(line.packet(), line.mutation(), counts(line, cuts)))
        .toList();
  }

  private List<Integer> counts(CoveragePoint line, List<Cut> cuts) {
    return cuts.stream()
        .map(cut -> new CoveragePoint(line.packet(), cut, line.mutation()))
        .map(point -> grammar.has(point) ? count(point) : -1)
        .toList();
  }
}
