package simul.conformance.fuzz;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import simul.conformance.script.Script;
import simul.conformance.script.Step;

/** The smallest scripts there are, smallest first: the common mistakes fail one of them. */
final class SimplestScripts {
  /** A move cut further from its end is left to the search. */
  private static final int MOST_HELD = 3;

  private SimplestScripts() {}

  static List<Script> all() {
    Stream<Script> whole =
        Stream.of(
            new Script.Builder(2).walk(0, 0).build(),
            new Script.Builder(2).walk(0, 0, 0).build(),
            new Script.Builder(2).walk(0, 0, 1).build(),
            new Script.Builder(2).walk(0, 0, 0, 0).build(),
            new Script.Builder(2).leave(0, Step.Farewell.CLOSE).settle().build());
    return Stream.concat(whole, IntStream.rangeClosed(1, MOST_HELD).boxed().flatMap(i -> cut(i)))
        .toList();
  }

  private static Stream<Script> cut(int held) {
    return Stream.of(
        new Script.Builder(2).walkHolding(held, 0, List.of(0)).flush(0).build(),
        new Script.Builder(2).walkHolding(held, 0, List.of(0, 0)).flush(0).build(),
        new Script.Builder(2)
            .walkHolding(held, 0, List.of(0))
            .walkHolding(held, 1, List.of(0))
            .flush(0)
            .flush(1)
            .build());
  }
}
