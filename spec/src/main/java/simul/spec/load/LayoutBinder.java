package simul.spec.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Scalar;
import simul.spec.model.Sender;
import simul.spec.text.Suggestion;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;

/** Binds the layout half of a file: framing of each direction, header, packets. */
final class LayoutBinder {
  private final Problems problems;
  private final FieldBinder fields;
  private final Map<Sender, Framing> framings = new EnumMap<>(Sender.class);
  private final Map<Sender, List<Field>> headers = new EnumMap<>(Sender.class);

  LayoutBinder(Problems problems, FieldBinder fields) {
    this.problems = problems;
    this.fields = fields;
  }

  /** The framing of each end; an end is missing when its fields cannot be found. */
  Map<Sender, Framing> framings(Reader root) {
    List<Field> shared = fields.bind(root.list("header"), List.of());
    Reader framing = root.map("framing");
    if (framing.has("client")) {
      for (Sender sender : Sender.values()) {
        bind(List.of(sender), framing.map(sender.word()), shared);
      }
    } else {
      bind(List.of(Sender.values()), framing, shared);
    }
    return framings;
  }

  private void bind(List<Sender> senders, Reader reader, List<Field> shared) {
    List<Field> header =
        reader.has("header") ? fields.bind(reader.list("header"), List.of()) : shared;
    Optional<Framing> framing = framing(reader, header);
    for (Sender sender : senders) {
      headers.put(sender, header);
      framing.ifPresent(found -> framings.put(sender, found));
    }
  }

  private Optional<Framing> framing(Reader reader, List<Field> header) {
    Optional<Field> typeField =
        reader.has("type") ? headerField(reader.map("type"), "type", header) : Optional.empty();
    if (reader.has("type") && typeField.isEmpty()) {
      return Optional.empty();
    }
    Optional<Framing> bound =
        reader.has("size")
            ? Optional.of(new Framing.Sized(header, typeField.map(Field::name), size(reader)))
            : prefixed(reader, header, typeField);
    return reader.has("envelope")
        ? bound.flatMap(inner -> enveloped(reader.map("envelope"), inner))
        : bound;
  }

  private static OptionalInt size(Reader reader) {
    return reader
        .whole("size")
        .map(bytes -> OptionalInt.of(bytes.intValue()))
        .orElse(OptionalInt.empty());
  }

  private Optional<Framing> prefixed(Reader reader, List<Field> header, Optional<Field> type) {
    Reader length = reader.map("length");
    Optional<Field> lengthField = headerField(length, "length", header);
    if (lengthField.isPresent() && lengthField.equals(type)) {
      problems.error(
          reader.map("type").place("field"),
          "length and type are the same field " + type.get().name());
    }
    return lengthField.map(
        field ->
            new Framing.LengthPrefixed(
                header,
                field.name(),
                length.choice("counts", Framing.Counts.class).orElse(Framing.Counts.WHOLE),
                type.map(Field::name)));
  }

  private Optional<Framing> enveloped(Reader reader, Framing inner) {
    Optional<Scalar> used = reader.text("used").flatMap(Scalar::parse);
    long bytes = reader.whole("bytes", 0);
    long at = reader.whole("at", 0);
    if (used.isEmpty()) {
      return Optional.empty();
    }
    if (at + used.get().bytes() > bytes) {
      problems.error(
          reader.place("at"),
          "the " + used.get().word() + " at " + at + " ends beyond the " + bytes + " bytes");
      return Optional.empty();
    }
    Field field = Field.of("used", new FieldType.Plain(used.get()));
    return Optional.of(new Framing.Enveloped((int) bytes, field, (int) at, inner));
  }

  private Optional<Field> headerField(Reader reader, String what, List<Field> header) {
    Optional<String> name = reader.text("field");
    Optional<Field> field =
        name.flatMap(
            word ->
                header.stream()
                    .filter(known -> known.name().equals(word))
                    .filter(known -> known.type() instanceof FieldType.Number)
                    .findFirst());
    if (name.isPresent() && field.isEmpty()) {
      List<String> words = header.stream().map(Field::name).toList();
      problems.error(
          reader.place("field"),
          what
              + " is in field "
              + name.get()
              + ", which the header lacks"
              + Suggestion.phrase(name.get(), words));
    }
    return field;
  }

  /** The packets, each with a name, type and layout that are its own. */
  List<Packet> packets(Reader root) {
    Map<String, Integer> lines = new HashMap<>();
    List<Packet> packets = new ArrayList<>();
    for (Reader reader : root.list("packets")) {
      Optional<String> name = reader.text("name");
      Optional<Sender> sender = reader.choice("from", Sender.class);
      boolean opening = reader.text("phase").orElse("any").equals("opening");
      boolean bare = opening || sender.isEmpty();
      List<Field> header = bare ? List.of() : headers.get(sender.get());
      List<Field> own = fields.bind(reader.list("fields"), header);
      if (name.isEmpty() || sender.isEmpty()) {
        continue;
      }
      checkUnique(reader, lines, "name", "packet " + name.get());
      Packet packet = new Packet(name.get(), reader.whole("type", 0), sender.get(), own, opening);
      checkType(reader, packet, lines);
      packets.add(packet);
    }
    return packets;
  }

  private void checkUnique(Reader reader, Map<String, Integer> lines, String key, String what) {
    Integer earlier = lines.putIfAbsent(what, reader.value().line());
    if (earlier != null) {
      problems.error(reader.place(key), what + " again; first on line " + earlier);
    }
  }

  /** Where frames have a type field each packet needs a number that fits it; else it needs none. */
  private void checkType(Reader reader, Packet packet, Map<String, Integer> lines) {
    Framing framing = framings.get(packet.sender());
    if (framing == null) {
      return;
    }
    Optional<String> field = packet.opening() ? Optional.empty() : framing.typeField();
    if (field.isEmpty()) {
      if (reader.has("type")) {
        String why = packet.opening() ? "it is sent bare" : "frames have no type field";
        problems.error(reader.place("type"), packet.name() + " needs no type: " + why);
      }
      return;
    }
    if (!reader.has("type")) {
      problems.error(
          reader.value(), packet.name() + " lacks the key type, for field " + field.get());
      return;
    }
    checkUnique(
        reader, lines, "type", "type " + packet.type() + " from the " + packet.sender().word());
    Scalar type = FieldBinder.scalarOf(named(framing.header(), field.get()).type()).orElseThrow();
    if (packet.type() < type.min() || packet.type() > type.max()) {
      problems.error(
          reader.place("type"),
          "type " + packet.type() + " does not fit " + field.get() + ", a " + type.word());
    }
  }

  private static Field named(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }
}
