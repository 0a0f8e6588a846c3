package simul.spec.header;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simul.spec.header.PacketGuess.Purpose;

/** Finds what the packets of one end start with. */
final class FramingDrafter {
  private static final Set<String> BODY = Set.of("body", "data", "payload");

  /**
   * A packet with all of its fields, header included.
   *
   * @param told the names of the header's fields, where those are told
   */
  record Whole(PacketGuess guess, List<DraftField> fields, Optional<List<String>> told) {
    Optional<DraftField> field(Purpose purpose) {
      Optional<String> path = guess.path(purpose);
      return fields.stream().filter(f -> path.filter(f.path()::equals).isPresent()).findFirst();
    }

    /** Whether it starts with the fields that are told. */
    boolean startsAsTold() {
      List<String> names =
          fields.stream().filter(field -> !field.isFiller()).map(DraftField::name).toList();
      return told.isEmpty()
          || names.size() >= told.get().size()
              && names.subList(0, told.get().size()).equals(told.get());
    }

    /** The fields that are told, or those up to the last of length and type; none without them. */
    List<DraftField> header() {
      int end =
          told.map(
                  names ->
                      fields.stream()
                          .filter(field -> !field.isFiller() && names.contains(field.name())))
              .orElseGet(
                  () ->
                      List.of(Purpose.LENGTH, Purpose.TYPE).stream()
                          .flatMap(purpose -> field(purpose).stream()))
              .mapToInt(DraftField::end)
              .max()
              .orElse(0);
      return fields.stream().filter(field -> field.end() <= end).toList();
    }

    /** What two packets have alike when they start alike: where each field is, and which counts. */
    String start() {
      StringBuilder start = new StringBuilder();
      for (DraftField field : header()) {
        boolean type = field(Purpose.TYPE).filter(field::equals).isPresent();
        boolean length = field(Purpose.LENGTH).filter(field::equals).isPresent();
        start.append(type ? 't' : length ? 'l' : 'o').append(field.offset()).append(':');
        start.append(field.bytes()).append(' ');
      }
      return start.toString();
    }
  }

  private FramingDrafter() {}

  /** The start that most of the packets have, the first of several. */
  static Optional<String> commonStart(List<Whole> packets) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    packets.forEach(packet -> votes.merge(packet.start(), 1, Integer::sum));
    return votes.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue())
                .thenComparing(Map.Entry::getKey, FramingDrafter::earlier))
        .map(Map.Entry::getKey);
  }

  private static int earlier(String a, String b) {
    // Of two starts as frequent as each other the one that says more, so never the empty one.
    return Integer.compare(a.length(), b.length());
  }

  /** The framing of packets that start alike. */
  static DraftFraming framing(List<Whole> packets) {
    Whole first = packets.get(0);
    Optional<DraftField> length = first.field(Purpose.LENGTH);
    Optional<DraftField> type = first.field(Purpose.TYPE);
    List<DraftField> header = first.header();
    int headerBytes = header.isEmpty() ? 0 : header.get(header.size() - 1).end();
    Hunch<Boolean> counts = countsBody(packets, headerBytes);
    return new DraftFraming(
        header,
        length.map(DraftField::name),
        counts.value(),
        reason(first, Purpose.LENGTH) + "; " + counts.reason(),
        type.map(DraftField::name),
        reason(first, Purpose.TYPE));
  }

  private static String reason(Whole packet, Purpose purpose) {
    return Optional.ofNullable(packet.guess().members().get(purpose)).map(Hunch::reason).orElse("");
  }

  /** Whether the length leaves the header out: by what the structs put into it, or by its name. */
  private static Hunch<Boolean> countsBody(List<Whole> packets, int headerBytes) {
    for (Whole packet : packets) {
      Struct struct = packet.guess().struct();
      Optional<Preset> preset =
          packet.guess().path(Purpose.LENGTH).map(path -> struct.presets().get(path));
      if (preset.filter(found -> found.value() == struct.bytes()).isPresent()) {
        return new Hunch<>(false, struct.name() + " sets it to its own size");
      }
      if (preset.filter(found -> found.value() == struct.bytes() - headerBytes).isPresent()) {
        return new Hunch<>(true, struct.name() + " sets it to its size without the header");
      }
    }
    Optional<String> word =
        packets.get(0).guess().path(Purpose.LENGTH).flatMap(path -> Words.of(path).first(BODY));
    return word.map(found -> new Hunch<>(true, "its name says " + found))
        .orElse(new Hunch<>(false, "nothing says that it counts less than the whole"));
  }
}
