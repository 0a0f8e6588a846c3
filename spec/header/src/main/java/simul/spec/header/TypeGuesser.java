package simul.spec.header;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simul.spec.model.Sender;

/** Guesses which constant stands in the type member of which packet. */
final class TypeGuesser {
  /** Constants with these words count or measure something. */
  private static final Set<String> NUMBERS =
      Set.of(
          "max", "min", "size", "len", "length", "width", "height", "port", "count", "num", "buf",
          "buffer", "speed", "version", "range", "board", "world", "map", "vk", "time");

  /** Below half of the words in common, two names do not mean each other. */
  private static final double LEAST_ALIKE = 0.5;

  /** A struct that needs a type, and the end that its name or scope says. */
  record Wanted(Struct struct, Optional<Sender> sender) {}

  /** A struct and a constant, and how alike their names are. */
  private record Pair(Wanted wanted, Constant constant, double alike) {}

  private TypeGuesser() {}

  /** The constants by the qualified name of the struct; most alike names find each other first. */
  static Map<String, Hunch<Constant>> guess(List<Wanted> wanted, List<Constant> constants) {
    List<Pair> pairs = new ArrayList<>();
    for (Wanted each : wanted) {
      for (Constant constant : constants) {
        double alike = alike(each, constant);
        if (alike >= LEAST_ALIKE) {
          pairs.add(new Pair(each, constant, alike));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.alike()));
    Map<String, Hunch<Constant>> found = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    for (Pair pair : pairs) {
      String struct = pair.wanted().struct().qualifiedName();
      String constant = pair.constant().qualifiedName();
      if (!found.containsKey(struct) && used.add(constant)) {
        found.put(
            struct, new Hunch<>(pair.constant(), constant + " and " + struct + " are named alike"));
      }
    }
    return found;
  }

  /** The share of words that two names have in common; 0 when they speak of different ends. */
  private static double alike(Wanted wanted, Constant constant) {
    Words name = Words.of(constant.name());
    Optional<Sender> sender = sender(constant);
    if (name.has(NUMBERS) || contradict(wanted.sender(), sender)) {
      return 0;
    }
    Set<String> ours = Words.of(wanted.struct().name()).meaning();
    Set<String> theirs = name.meaning();
    Set<String> all = new HashSet<>(ours);
    all.addAll(theirs);
    Set<String> common = new HashSet<>(ours);
    common.retainAll(theirs);
    // Two names that agree on the end are nearer than two that do not say it both.
    double bonus = wanted.sender().isPresent() && wanted.sender().equals(sender) ? 0.01 : 0;
    return common.isEmpty() ? 0 : (double) common.size() / all.size() + bonus;
  }

  private static boolean contradict(Optional<Sender> a, Optional<Sender> b) {
    return a.isPresent() && b.isPresent() && !a.equals(b);
  }

  /** Which end a constant's name or scope says. */
  static Optional<Sender> sender(Constant constant) {
    return Words.of(constant.name()).sender().or(() -> Words.of(constant.scope()).sender());
  }
}
