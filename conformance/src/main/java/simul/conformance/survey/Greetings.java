package simul.conformance.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the server says to each newcomer, compared: where it differs, there may be an ID. */
final class Greetings {
  private static final int MOST_DIFFERENCES = 8;

  /** Greetings are compared so far; what follows are other messages. */
  private static final int COMPARED_BYTES = 64;

  private final Map<String, byte[]> greetings = new LinkedHashMap<>();

  Greetings(Recording recording) {
    for (String connection : recording.connections()) {
      List<Delivery> own =
          recording.deliveries().stream()
              .filter(each -> each.connection().equals(connection))
              .filter(each -> each.cause().equals(connection))
              .filter(each -> each.occasion() != Occasion.LEAVE)
              .toList();
      if (!own.isEmpty()) {
        greetings.put(connection, ByteStream.of(connection, own, false).bytes());
      }
    }
  }

  /** What their comparison shows; nothing when there is nothing to compare. */
  List<Fact> facts() {
    if (greetings.size() < 2) {
      return List.of();
    }
    byte[] first = greetings.values().iterator().next();
    if (greetings.values().stream().allMatch(each -> Arrays.equals(each, first))) {
      return List.of(Fact.of(Fact.Kind.SAME_GREETING, String.join(", ", greetings.keySet())));
    }
    List<Fact> facts = new ArrayList<>();
    if (greetings.values().stream().anyMatch(each -> each.length != first.length)) {
      facts.add(
          Fact.of(
              Fact.Kind.GREETING_SIZES,
              byConnection(greetings, bytes -> String.valueOf(bytes.length))));
    }
    facts.addAll(differences());
    return facts;
  }

  private static String byConnection(
      Map<String, byte[]> greetings, java.util.function.Function<byte[], String> text) {
    return greetings.entrySet().stream()
        .map(entry -> entry.getKey() + " " + text.apply(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private List<Fact> differences() {
    int shortest = greetings.values().stream().mapToInt(each -> each.length).min().orElseThrow();
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < Math.min(shortest, COMPARED_BYTES); at++) {
      if (Arrays.stream(values(at)).distinct().count() > 1) {
        places.add(at);
      }
    }
    IntFunction<Fact> difference =
        at ->
            Fact.of(
                isLikeId(values(at)) ? Fact.Kind.DIFFERENCE_LIKE_ID : Fact.Kind.DIFFERENCE,
                at,
                byConnection(
                    greetings, bytes -> String.format(Locale.ROOT, "%02x", bytes[at] & 0xFF)));
    List<Fact> facts =
        new ArrayList<>(
            places.stream().limit(MOST_DIFFERENCES).map(at -> difference.apply(at)).toList());
    if (places.size() > MOST_DIFFERENCES) {
      facts.add(Fact.of(Fact.Kind.MORE_DIFFERENCES, places.size() - MOST_DIFFERENCES));
    }
    return facts;
  }

  private int[] values(int at) {
    return greetings.values().stream().mapToInt(bytes -> bytes[at] & 0xFF).toArray();
  }

  /** Whether values are as IDs are given out: one more for each newcomer. */
  private static boolean isLikeId(int[] values) {
    return IntStream.range(1, values.length).allMatch(i -> values[i] == values[i - 1] + 1);
  }
}
