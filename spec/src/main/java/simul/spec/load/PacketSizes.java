package simul.spec.load;

import java.util.Optional;
import java.util.OptionalInt;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.Value;

/** Whether every packet fits its framing. */
final class PacketSizes {
  private final Problems problems;
  private final Reader root;
  private final Spec spec;

  PacketSizes(Problems problems, Reader root, Spec spec) {
    this.problems = problems;
    this.root = root;
    this.spec = spec;
  }

  void check(Sender sender) {
    Framing framing = spec.framing(sender);
    Framing inner = framing instanceof Framing.Enveloped enveloped ? enveloped.inner() : framing;
    spec.packets(sender).forEach(packet -> checkVaryingSize(packet, inner));
    if (problems.anyError()) {
      return;
    }
    OptionalInt most = most(framing, inner);
    PacketTable table = PacketTable.of(withoutFixedFrames(sender, inner), sender);
    for (PacketLayout packet : table.packets()) {
      if (most.isPresent() && packet.lengthBytes() > most.getAsInt()) {
        problems.error(
            place(root, packet.name()),
            packet.name()
                + " is "
                + packet.lengthBytes()
                + " bytes long, more than a frame holds ("
                + most.getAsInt()
                + ")");
      }
      if (!packet.packet().opening()) {
        table.length().ifPresent(length -> checkLength(table, packet, length));
      }
    }
  }

  /** The same spec with each packet as long as its fields are. */
  private Spec withoutFixedFrames(Sender sender, Framing inner) {
    if (!(inner instanceof Framing.Sized sized)) {
      return spec;
    }
    java.util.Map<Sender, Framing> framings = new java.util.EnumMap<>(spec.framings());
    framings.put(sender, new Framing.Sized(sized.header(), sized.typeField(), OptionalInt.empty()));
    return new Spec(
        spec.name(),
        spec.title(),
        spec.port(),
        spec.encoding(),
        framings,
        spec.packets(),
        spec.roles(),
        spec.world());
  }

  private static OptionalInt most(Framing framing, Framing inner) {
    if (framing instanceof Framing.Enveloped enveloped) {
      int used = ((FieldType.Number) enveloped.used().type()).scalar().bytes();
      boolean first = enveloped.usedOffset() == 0;
      return OptionalInt.of(first ? enveloped.bytes() - used : enveloped.usedOffset());
    }
    return inner instanceof Framing.Sized sized ? sized.frameBytes() : OptionalInt.empty();
  }

  private void checkLength(PacketTable table, PacketLayout packet, FieldLayout length) {
    long value = table.lengthValue(packet.lengthBytes());
    if (value > length.scalar().max()) {
      problems.warning(
          place(root, packet.name()),
          packet.name()
              + " is "
              + value
              + " bytes long, more than "
              + length.name()
              + ", a "
              + (length.scalar().signed() ? "signed " : "")
              + length.scalar().word()
              + ", can say ("
              + length.scalar().max()
              + ")");
    }
  }

  private void checkVaryingSize(Packet packet, Framing inner) {
    Optional<FieldType.Array> tail =
        packet.fields().stream()
            .map(Field::type)
            .filter(FieldType.Array.class::isInstance)
            .map(FieldType.Array.class::cast)
            .filter(array -> !(array.length() instanceof FieldType.Length.Fixed))
            .findFirst();
    if (tail.isEmpty()) {
      return;
    }
    boolean rest = tail.get().length() instanceof FieldType.Length.Rest;
    boolean prefixed = inner instanceof Framing.LengthPrefixed && !packet.opening();
    if (rest && !prefixed) {
      problems.error(
          place(root, packet.name()),
          packet.name() + " has a field with count rest, but frames have no length");
    } else if (packet.opening()
        || inner instanceof Framing.Sized sized && sized.frameBytes().isPresent()) {
      problems.error(
          place(root, packet.name()), packet.name() + " varies in size, which it cannot here");
    }
  }

  /** Where a packet of that name is written. */
  static Value place(Reader root, String packet) {
    return root.list("packets").stream()
        .filter(reader -> reader.text("name").filter(packet::equals).isPresent())
        .findFirst()
        .map(reader -> reader.place("name"))
        .orElse(root.value());
  }
}
