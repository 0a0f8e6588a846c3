package simul.conformance.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import simul.conformance.probe.Probe;
import simul.conformance.verdict.Stimulus;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;
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
  private final Protocol protocol;
  private final WorldRules rules;
  private final Board board;
  private final Predicate<Cell> taken;
  private final RequestDecoder shadow;
  private final ByteQueue undecoded = new ByteQueue();
  private final List<String> packets = new ArrayList<>();
  private final List<Integer> segments = new ArrayList<>();
  private final Cell startCell;
  private Cell cell;
  private boolean mayBeUnread;
  private boolean cut;
  private boolean coalesced;
  private long stageStart;

  /**
   * A player that has joined.
   *
   * @param taken whether another piece is on a cell, as far as that matters
   */
  Player(int number, Probe probe, Protocol protocol, Predicate<Cell> taken) {
    this.number = number;
    this.probe = probe;
    this.protocol = protocol;
    this.rules = protocol.spec().world();
    this.board = Board.of(rules);
    this.taken = taken;
    this.shadow = runningShadow(protocol, probe);
    this.startCell = probe.view().cell(id()).orElseThrow();
    this.cell = startCell;
    this.stageStart = probe.decodedBytes();
  }

  /** A server's ear that has heard what the client said when it joined. */
  private static RequestDecoder runningShadow(Protocol protocol, Probe probe) {
    RequestDecoder decoder = protocol.newRequestDecoder();
    byte[] hello = protocol.requestEncoder().hello(probe.asker());
    int ignored = decoder.decode(hello, 0, hello.length, direction -> {});
    decoder.identify(probe.id().orElseThrow());
    return decoder;
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

  /** Where its piece was when the trial began. */
  Cell startCell() {
    return startCell;
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

  /** Whether it has moved in this stage. */
  boolean hasMovedInStage() {
    return !packets.isEmpty();
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
        shadow.decode(undecoded.array(), undecoded.start(), undecoded.end(), new Moves(moved));
    undecoded.remove(decoded);
    cut = cut || !undecoded.isEmpty();
    coalesced = coalesced || packets.size() > packetsBefore + 1;
  }

  /** Follows the piece as a right server does. */
  private final class Moves implements Requests {
    private final BiConsumer<Cell, Cell> moved;

    Moves(BiConsumer<Cell, Cell> moved) {
      this.moved = moved;
    }

    @Override
    public void move(Direction direction) {
      packets.add(protocol.moveName(direction));
      go(board.step(cell, direction));
    }

    @Override
    public void moveTo(int x, int y) {
      Cell to = new Cell(x, y);
      packets.add("move to " + to);
      go(board.contains(x, y) && board.isWithinOneMove(cell, to) ? to : cell);
    }

    private void go(Cell to) {
      Cell before = cell;
      cell = !rules.shared() && !to.equals(cell) && taken.test(to) ? cell : to;
      moved.accept(before, cell);
    }
  }

  /** Where and as whom it begins. */
  Start start() {
    return new Start(probe.asker(), cell);
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
