package simul.bots.behavior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How many of the bots behave in which way, as weights. Immutable. */
public final class Mix {
  /** Everybody wanders. */
  public static final Mix WANDERERS = new Mix(Map.of(BehaviorKind.WANDER, 1.0));

  private static final Pattern WEIGHT = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  private final Map<BehaviorKind, Double> weights;

  private Mix(Map<BehaviorKind, Double> weights) {
    this.weights = new EnumMap<>(weights);
  }

  /**
   * A mix as it is written, {@code wander=70,hotspot=20,churn=10}; a word alone has the weight 1.
   *
   * @throws IllegalArgumentException when it is not one; the message says what would be
   */
  public static Mix parse(String text) {
    Map<BehaviorKind, Double> weights = new EnumMap<>(BehaviorKind.class);
    for (String part : text.split(",", -1)) {
      String[] halves = part.split("=", 2);
      String word = halves[0].strip();
      BehaviorKind kind =
          BehaviorKind.find(word)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no behavior '" + word + "': there are " + words()));
      if (weights.put(kind, halves.length == 1 ? 1 : weight(word, halves[1].strip())) != null) {
        throw new IllegalArgumentException("behavior " + word + " has two weights");
      }
    }
    if (weights.values().stream().noneMatch(weight -> weight > 0)) {
      throw new IllegalArgumentException("the weights sum to 0; at least one must be above 0");
    }
    return new Mix(weights);
  }

  private static double weight(String word, String text) {
    if (!WEIGHT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "the weight of " + word + " must be a number such as 70 or 0.5, but is '" + text + "'");
    }
    return Double.parseDouble(text);
  }

  private static String words() {
    return Arrays.stream(BehaviorKind.values())
        .map(BehaviorKind::word)
        .collect(Collectors.joining(", "));
  }

  /**
   * Who behaves how, by number. The weights hold for the first bots as well as for all, so that a
   * limit on players does not change the mix.
   */
  public List<BehaviorKind> of(int bots) {
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<BehaviorKind, Double> owed = new EnumMap<>(BehaviorKind.class);
    List<BehaviorKind> kinds = new ArrayList<>();
    for (int bot = 0; bot < bots; bot++) {
      weights.forEach((kind, weight) -> owed.merge(kind, weight, Double::sum));
      BehaviorKind next = null;
      for (Map.Entry<BehaviorKind, Double> entry : owed.entrySet()) {
        if (next == null || entry.getValue() > owed.get(next)) {
          next = entry.getKey();
        }
      }
      owed.merge(next, -sum, Double::sum);
      kinds.add(next);
    }
    return kinds;
  }

  /** A bot of each kind, by number. */
  public List<Behavior> behaviors(int bots) {
    return of(bots).stream().map(BehaviorKind::newBehavior).toList();
  }

  /** A kind of bot in it that goes and comes back, if there is any. */
  public Optional<BehaviorKind> comingBack() {
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() > 0 && entry.getKey().newBehavior().comesBack())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** How many of so many bots there are of each kind. */
  public Map<BehaviorKind, Integer> counts(int bots) {
    Map<BehaviorKind, Integer> counts = new EnumMap<>(BehaviorKind.class);
    of(bots).forEach(kind -> counts.merge(kind, 1, Integer::sum));
    return counts;
  }
}
