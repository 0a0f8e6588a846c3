package simul.conformance.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import simul.conformance.probe.Probe;
import simul.conformance.verdict.Stimulus;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.RequestDecoder;
import simul.spec.model.Direction;
import simul.spec.wire.ByteQueue;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * A client of a trial: its probe, and what a right server makes of the bytes that it has sent. It
 * decodes its own bytes and follows its own piece.
 */
final class Player {
  private final int number;
  private final Probe probe;
  private final Board board;
  private final RequestDecoder shadow;
  private final ByteQueue undecoded = new ByteQueue();
  private final List<String> packets = new ArrayList<>();
  private final List<Integer> segments = new ArrayList<>();
  private final String movePacket;
  private Cell cell;
  private boolean mayBeUnread;
  private boolean cut;
  private boolean coalesced;
  private long stageStart;

  Player(int number, Probe probe, Protocol protocol) {
    this.number = number;
    this.probe = probe;
    this.board = Board.of(protocol.spec().world());
    this.shadow = protocol.newRequestDecoder();
    this.movePacket = protocol.spec().roles().moves().get(Direction.UP).packet();
    this.cell = probe.view().cell(id()).orElseThrow();
    this.stageStart = probe.decodedBytes();
  }

  int number() {
    return number;
  }

  String letter() {
    return Script.letter(number);
  }

  Probe probe() {
    return probe;
  }

  int id() {
    return probe.id().orElseThrow();
  }

  /** Where its piece is once every move is done. */
  Cell cell() {
    return cell;
  }

  /** Whether its last segment may still wait in the target's buffer. */
  boolean mayBeUnread() {
    return mayBeUnread;
  }

  void wasRead() {
    mayBeUnread = false;
  }

  /** Whether all that it has sent so far is whole packets. */
  boolean isBetweenPackets() {
    return undecoded.isEmpty();
  }

  /**
   * Takes note of a segment.
   *
   * @param moved is told where the piece was and is, for each move that the segment completes
   */
  void sent(byte[] segment, BiConsumer<Cell, Cell> moved) {
    mayBeUnread = true;
    segments.add(segment.length);
    undecoded.add(segment);
    int packetsBefore = packets.size();
    int decoded =
        shadow.decode(
            undecoded.array(),
            undecoded.start(),
            undecoded.end(),
            direction -> {
              packets.add(movePacket + " " + direction.word());
              Cell before = cell;
              cell = board.step(cell, direction);
              moved.accept(before, cell);
            });
    undecoded.remove(decoded);
    cut = cut || !undecoded.isEmpty();
    coalesced = coalesced || packets.size() > packetsBefore + 1;
  }

  /** A new stage begins: what was sent before has been answered, but for the start of a packet. */
  void beginStage() {
    packets.clear();
    segments.clear();
    cut = !undecoded.isEmpty();
    coalesced = false;
    if (cut) {
      segments.add(undecoded.size());
    }
    stageStart = probe.decodedBytes();
  }

  /** What it has sent in this stage. */
  Stimulus.Sent sentInStage() {
    List<String> known = new ArrayList<>(packets);
    if (!undecoded.isEmpty()) {
      known.add("the start of a packet");
    }
    return new Stimulus.Sent(letter(), known, segments, cut, coalesced);
  }

  /** The bytes received in this stage, or, where there are none, what came before. */
  byte[] receivedInStage() {
    return probe.receivedFrom(wasAnsweredInStage() ? stageStart : 0);
  }

  /** Whether anything has come in this stage. */
  boolean wasAnsweredInStage() {
    return probe.receivedBytes() > stageStart;
  }
}
