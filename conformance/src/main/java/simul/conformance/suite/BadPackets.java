package simul.conformance.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import simul.conformance.script.Reception;
import simul.spec.meaning.Asker;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.model.Scalar;
import simul.spec.model.Sender;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.world.Cell;

/** Requests that are wrong on purpose. */
final class BadPackets {
  private static final Cell ANYWHERE = new Cell(0, 0);

  /** An ID and a place that no client of a check with four clients has. */
  private static final long UNLIKELY = 7;

  /** Random bytes that say nothing in this protocol are met within so many attempts, or never. */
  private static final int MOST_ATTEMPTS = 200;

  private final Protocol protocol;
  private final PacketTable packets;

  BadPackets(Protocol protocol) {
    this.protocol = protocol;
    this.packets = protocol.packets(Sender.CLIENT);
  }

  private byte[] move() {
    return protocol.requestEncoder().move(Direction.RIGHT, Asker.ANYBODY, ANYWHERE);
  }

  /** A move whose length says something else, with as many bytes as the move has. */
  byte[] moveOfLength(long length) {
    byte[] move = move();
    lengthField().write(move, 0, length);
    return move;
  }

  /** A move with one byte too many or too few, whose length says so. */
  byte[] moveResizedBy(int bytes) {
    byte[] move = move();
    byte[] resized = Arrays.copyOf(move, move.length + bytes);
    lengthField().write(resized, 0, packets.lengthValue(resized.length));
    return resized;
  }

  private FieldLayout lengthField() {
    return packets.length().orElseThrow();
  }

  /** The length of a frame that is one byte shorter than a header; below 1 where none can be. */
  long lengthBelowHeader() {
    return packets.lengthValue(packets.headerBytes() - 1);
  }

  /** The most that the length field can hold. */
  long largestLength() {
    Scalar scalar = lengthField().scalar();
    return scalar.max();
  }

  /** A packet that would tell of somebody who is not there. */
  private static byte[] telling(PacketLayout packet) {
    byte[] frame = packet.newFrame();
    packet.fields().stream()
        .filter(field -> !field.isConstant() && field.allows(UNLIKELY))
        .forEach(field -> field.write(frame, 0, UNLIKELY));
    return frame;
  }

  /** A move whose type is that of no packet of clients; empty where every type is some packet's. */
  Optional<byte[]> unknownType() {
    FieldLayout type = packets.type().orElseThrow();
    for (long value = 127; value > 0; value--) {
      long candidate = value;
      if (packets.packets().stream().noneMatch(packet -> packet.type() == candidate)) {
        byte[] move = move();
        type.write(move, 0, candidate);
        return Optional.of(move);
      }
    }
    return Optional.empty();
  }

  /** A packet that servers send, and that says nothing when a client sends it. */
  Optional<byte[]> serverPacket() {
    PacketTable servers = protocol.packets(Sender.SERVER);
    return servers.regular().stream()
        .filter(PacketLayout::isFixed)
        .map(packet -> servers.framed(List.of(telling(packet))))
        .filter(this::saysNothing)
        .findFirst();
  }

  /** Moves that name no direction: every value of a field that only moves tell apart. */
  Optional<byte[]> noDirection() {
    byte[] move = move();
    byte[] other = protocol.requestEncoder().move(Direction.LEFT, Asker.ANYBODY, ANYWHERE);
    for (int at = 0; at < Math.min(move.length, other.length); at++) {
      if (move[at] != other[at]) {
        byte[] bad = move.clone();
        bad[at] = (byte) 0xE7;
        return Optional.of(bad);
      }
    }
    return Optional.empty();
  }

  /** Random bytes of which the first ones are not a packet; empty where any bytes are. */
  Optional<byte[]> garbage(RandomGenerator random, int bytes) {
    byte[] start = new byte[Math.min(bytes, Math.max(64, packets.longestBytes()))];
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      random.nextBytes(start);
      if (isRefusedAtOnce(start)) {
        byte[] garbage = new byte[bytes];
        random.nextBytes(garbage);
        System.arraycopy(start, 0, garbage, 0, start.length);
        return Optional.of(garbage);
      }
    }
    return Optional.empty();
  }

  /** Whether a server can tell where bytes that mean nothing end, and go on after them. */
  boolean isWhole(byte[] bytes) {
    return Reception.of(protocol, bytes).whole();
  }

  private boolean isRefusedAtOnce(byte[] bytes) {
    return Reception.of(protocol, bytes).isRefusedAtOnce();
  }

  /** Whether bytes mean nothing to a right server. */
  boolean saysNothing(byte[] bytes) {
    return !Reception.of(protocol, bytes).heard();
  }
}
