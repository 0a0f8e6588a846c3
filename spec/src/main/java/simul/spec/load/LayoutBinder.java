package simul.spec.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Field;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Scalar;
import simul.spec.model.Sender;
import simul.spec.text.Suggestion;

/** Binds the layout half of a file: framing, header, packets. */
final class LayoutBinder {
  private final Problems problems;
  private final FieldBinder fields;
  private List<Field> header = List.of();
  private Optional<Framing.LengthPrefixed> framing = Optional.empty();

  LayoutBinder(Problems problems, FieldBinder fields) {
    this.problems = problems;
    this.fields = fields;
  }

  /** The framing, or empty when its fields cannot be found. */
  Optional<Framing.LengthPrefixed> framing(Reader root) {
    header = fields.bind(root.list("header"), List.of());
    Reader length = root.map("framing").map("length");
    Optional<Field> lengthField = headerField(length, "length");
    Optional<Field> typeField = headerField(root.map("framing").map("type"), "type");
    if (lengthField.isPresent() && lengthField.equals(typeField)) {
      problems.error(
          root.map("framing").map("type").place("field"),
          "length and type are the same field " + typeField.get().name());
    }
    if (lengthField.isPresent() && typeField.isPresent()) {
      framing =
          Optional.of(
              new Framing.LengthPrefixed(
                  header,
                  lengthField.get().name(),
                  length.choice("counts", Framing.Counts.class).orElse(Framing.Counts.WHOLE),
                  typeField.get().name()));
    }
    return framing;
  }

  private Optional<Field> headerField(Reader reader, String what) {
    Optional<String> name = reader.text("field");
    Optional<Field> field = name.flatMap(word -> named(header, word));
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

  private static Optional<Field> named(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The packets, each with a name, type and layout that are its own. */
  List<Packet> packets(Reader root) {
    Map<String, Integer> lines = new HashMap<>();
    List<Packet> packets = new ArrayList<>();
    for (Reader reader : root.list("packets")) {
      Optional<String> name = reader.text("name");
      Optional<Long> type = reader.whole("type");
      Optional<Sender> sender = reader.choice("from", Sender.class);
      List<Field> own = fields.bind(reader.list("fields"), header);
      if (name.isEmpty() || type.isEmpty() || sender.isEmpty()) {
        continue;
      }
      Packet packet = new Packet(name.get(), type.get(), sender.get(), own);
      checkUnique(reader, lines, "name", "packet " + packet.name());
      checkUnique(
          reader, lines, "type", "type " + packet.type() + " from the " + sender.get().word());
      framing.ifPresent(frame -> checkFits(reader, packet, frame));
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

  private void checkFits(Reader reader, Packet packet, Framing.LengthPrefixed frame) {
    Scalar type = scalar(frame.typeField());
    if (packet.type() < type.min() || packet.type() > type.max()) {
      problems.error(
          reader.place("type"),
          "type " + packet.type() + " does not fit " + frame.typeField() + ", a " + type.word());
    }
    int body = bytes(packet.fields());
    long length = frame.counts() == Framing.Counts.WHOLE ? bytes(header) + body : body;
    Scalar lengthScalar = scalar(frame.lengthField());
    if (length > lengthScalar.max()) {
      problems.error(
          reader.place("name"),
          packet.name()
              + " is "
              + length
              + " bytes long, more than "
              + frame.lengthField()
              + ", a "
              + lengthScalar.word()
              + ", can say ("
              + lengthScalar.max()
              + ")");
    }
  }

  private Scalar scalar(String headerField) {
    return named(header, headerField).orElseThrow().type().scalar();
  }

  private static int bytes(List<Field> fields) {
    return fields.stream().mapToInt(field -> field.type().scalar().bytes()).sum();
  }
}
