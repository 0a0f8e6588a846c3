package simul.conformance.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import simul.conformance.script.Reception;
import simul.spec.meaning.Asker;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.model.Sender;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.world.Cell;

/**
 * Makes bytes that are wrong in a certain way. What comes out is never valid as a whole, but for
 * the sender that it names.
 */
final class Mutagen {
  private static final Cell ANYWHERE = new Cell(0, 0);

  /** An ID and a client's number that hardly any client of a script has. */
  private static final int UNLIKELY = 7;

  /** Something wrong is met within so many random attempts, or there is nothing. */
  private static final int MOST_ATTEMPTS = 50;

  private static final int FEW_RANDOM_BYTES = 64;

  /** Past the receive buffers of 1,024 and 4,096 bytes that students like. */
  private static final int MANY_RANDOM_BYTES = 5000;

  private final Protocol protocol;
  private final PacketTable requests;
  private final RandomGenerator random;

  Mutagen(Grammar grammar, RandomGenerator random) {
    this.protocol = grammar.protocol();
    this.requests = protocol.packets(Sender.CLIENT);
    this.random = random;
  }

  /** The bytes; empty where the protocol has nothing that could be wrong in this way. */
  Optional<byte[]> bytes(PacketKind kind, Mutation mutation) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<byte[]> bytes = attempt(kind, mutation);
      // Whom a request names is the server's to check: no decoder of ours refuses it.
      boolean foreign = mutation == Mutation.FOREIGN_ID;
      if (bytes.isEmpty() || foreign || !isValid(bytes.get())) {
        return bytes.filter(wrong -> wrong.length > 0);
      }
    }
    return Optional.empty();
  }

  private boolean isValid(byte[] bytes) {
    Reception reception = Reception.of(protocol, bytes);
    return !reception.refused() && reception.consumed() == bytes.length;
  }

  private Optional<byte[]> attempt(PacketKind kind, Mutation mutation) {
    byte[] whole = kind.example();
    return switch (mutation) {
      case NONE, PAUSED, INTERLEAVED, CLOSED, HALF_CLOSED, RESET -> Optional.empty();
      case LENGTH_0 -> ofLength(kind, 0);
      case LENGTH_1 -> ofLength(kind, 1);
      case LENGTH_127 -> ofLength(kind, 127);
      case LENGTH_128 -> ofLength(kind, 128);
      case LENGTH_LARGEST -> ofLength(kind, Long.MAX_VALUE);
      case LENGTH_LESS -> ofLength(kind, requests.lengthValue(whole.length - 1));
      case LENGTH_MORE -> ofLength(kind, requests.lengthValue(whole.length + 1));
      case SHORTENED -> resized(kind, -1);
      case LENGTHENED -> resized(kind, 1);
      case TYPE_0 -> ofType(kind, 0);
      case TYPE_LARGEST -> ofType(kind, Long.MAX_VALUE);
      case TYPE_RANDOM -> ofType(kind, random.nextLong());
      case FIELD_BOUNDARY -> ofFieldAtBoundary(kind);
      case FIELD_RANDOM -> ofRandomField(kind);
      case TRUNCATED -> cutShort(whole).map(start -> joined(start, move()));
      case DOUBLED -> cutShort(whole).map(start -> joined(start, whole));
      case SPLICED ->
          cutShort(whole)
              .map(
                  start ->
                      joined(
                          joined(start, move()),
                          Arrays.copyOfRange(whole, start.length, whole.length)));
      case NOISE -> Optional.of(noise());
      case SERVER_PACKET -> Optional.of(aboutSomebodyElse(kind));
      case FOREIGN_ID -> foreign(whole);
    };
  }

  private byte[] move() {
    Direction direction = Direction.values()[random.nextInt(Direction.values().length)];
    return protocol.requestEncoder().move(direction, Asker.ANYBODY, ANYWHERE);
  }

  /** Some moves in a row, made for no place in particular. */
  byte[] moves(int count) {
    byte[] moves = {};
    for (int i = 0; i < count; i++) {
      moves = joined(moves, move());
    }
    return moves;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** The start of a packet; empty where it cannot be cut. */
  private Optional<byte[]> cutShort(byte[] whole) {
    return whole.length < 2
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(whole, random.nextInt(1, whole.length)));
  }

  private Optional<byte[]> ofLength(PacketKind kind, long length) {
    return kind.layout().flatMap(layout -> requests.length()).map(f -> with(kind, f, length));
  }

  private Optional<byte[]> ofType(PacketKind kind, long type) {
    return kind.layout().flatMap(layout -> requests.type()).map(f -> with(kind, f, type));
  }

  /** The packet with another value in a field, as near as the field can hold it. */
  private static byte[] with(PacketKind kind, FieldLayout field, long value) {
    byte[] bytes = kind.example().clone();
    long fitting = value;
    if (value < field.scalar().min() || value > field.scalar().max()) {
      long span = field.scalar().max() - field.scalar().min() + 1;
      fitting =
          value == Long.MAX_VALUE || span <= 0
              ? field.scalar().max()
              : field.scalar().min() + Math.floorMod(value, span);
    }
    field.write(bytes, 0, fitting);
    return bytes;
  }

  private Optional<byte[]> resized(PacketKind kind, int by) {
    if (kind.layout().isEmpty() || requests.length().isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = Arrays.copyOf(kind.example(), kind.example().length + by);
    FieldLayout length = requests.length().get();
    if (bytes.length < length.end()) {
      return Optional.empty();
    }
    length.write(bytes, 0, requests.lengthValue(bytes.length));
    return Optional.of(bytes);
  }

  /** A field of the packet's own that could hold what is not allowed; any of them. */
  private Optional<FieldLayout> checkedField(PacketKind kind) {
    List<FieldLayout> checked =
        kind.layout().map(PacketLayout::fields).orElse(List.of()).stream()
            .filter(FieldLayout::needsCheck)
            .toList();
    return checked.isEmpty()
        ? Optional.empty()
        : Optional.of(checked.get(random.nextInt(checked.size())));
  }

  private Optional<byte[]> ofFieldAtBoundary(PacketKind kind) {
    Optional<FieldLayout> field = checkedField(kind);
    for (long value = 0; field.isPresent() && value <= field.get().scalar().max(); value++) {
      if (value > 0 && field.get().allows(value - 1) && !field.get().allows(value)) {
        return Optional.of(with(kind, field.get(), value));
      }
      if (value > Short.MAX_VALUE) {
        break;
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> ofRandomField(PacketKind kind) {
    return checkedField(kind).map(field -> with(kind, field, random.nextLong()));
  }

  private byte[] noise() {
    boolean much = random.nextInt(16) == 0;
    byte[] bytes = new byte[1 + random.nextInt(much ? MANY_RANDOM_BYTES : FEW_RANDOM_BYTES)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] aboutSomebodyElse(PacketKind kind) {
    PacketTable events = protocol.packets(Sender.SERVER);
    PacketLayout layout = events.packet(kind.name()).orElseThrow();
    byte[] frame = layout.newFrame();
    int id = random.nextInt(UNLIKELY + 1);
    layout.fields().stream()
        .filter(field -> !field.isConstant() && field.allows(id))
        .forEach(field -> field.write(frame, 0, id));
    return events.framed(List.of(frame));
  }

  private Optional<byte[]> foreign(byte[] whole) {
    Asker other = new Asker(UNLIKELY, UNLIKELY, 0);
    for (Direction direction : Direction.values()) {
      byte[] mine = protocol.requestEncoder().move(direction, Asker.ANYBODY, ANYWHERE);
      byte[] foreign = protocol.requestEncoder().move(direction, other, ANYWHERE);
      if (Arrays.equals(mine, whole) && !Arrays.equals(mine, foreign)) {
        return Optional.of(foreign);
      }
    }
    return Optional.empty();
  }
}
