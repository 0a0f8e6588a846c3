package simul.conformance.script;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * A client of a trial that is in the game: its probe, and what a right server makes of the bytes
 * that it has sent. It decodes its own bytes and follows its own piece.
 */
final class Player {
  private final int number;
  private final Probe probe;
  private final Protocol protocol;
  private final WorldRules rules;
  private final Board board;
  private final Predicate<Cell> taken;
  private RequestDecoder shadow;
  private final ByteQueue undecoded = new ByteQueue();
  private final Map<Direction, String> names = new EnumMap<>(Direction.class);
  private final List<String> packets = new ArrayList<>();
  private final List<Integer> segments = new ArrayList<>();
  private final List<Cell> stageCells = new ArrayList<>();
  private final Set<Integer> predecessors = new HashSet<>();
  private final Cell startCell;
  private Cell cell;
  private Cell headedFor;
  private byte[] heldBack = {};
  private Conduct conduct = Conduct.RIGHT;
  private boolean mayBeUnread;
  private boolean slow;
  private long slowSinceNanos;
  private boolean cut;
  private boolean coalesced;
  private long stageStart;

  /** How a client keeps the rules. */
  enum Conduct {
    /** It keeps them. */
    RIGHT,
    /** It has broken them in a packet that can be passed over; it may be cut off for that. */
    BAD_PACKET,
    /** Nobody knows what a server makes of its bytes; it may be cut off. */
    GARBAGE
  }

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
    this.shadow = runningShadow();
    this.startCell = probe.view().cell(id()).orElseThrow();
    this.cell = startCell;
    this.headedFor = startCell;
    this.stageStart = probe.decodedBytes();
    stageCells.add(cell);
    predecessors.addAll(probe.view().pieces().keySet());
    predecessors.remove(id());
  }

  /** A server's ear that has heard what the client said when it joined. */
  private RequestDecoder runningShadow() {
    RequestDecoder decoder = protocol.newRequestDecoder();
    byte[] hello = protocol.requestEncoder().hello(probe.asker());
    int ignored = decoder.decode(hello, 0, hello.length, direction -> {});
    decoder.identify(probe.id().orElseThrow());
    return decoder;
  }

  int number() {
    return number;
  }

  /** The IDs of whoever was there before, as far as it knew when it came, and has not left yet. */
  Set<Integer> predecessors() {
    return predecessors;
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

  /** Where its piece was when it joined. */
  Cell startCell() {
    return startCell;
  }

  /** Where its piece is once every move is done. */
  Cell cell() {
    return cell;
  }

  /** Where its piece may be, for whoever has not been told of the moves of this stage. */
  List<Cell> stageCells() {
    return stageCells;
  }

  Conduct conduct() {
    return conduct;
  }

  /** Whether the target may end its connection: for its conduct, or because it reads too slowly. */
  boolean mayBeCutOff() {
    return slow || conduct != Conduct.RIGHT;
  }

  /** Whether nothing that it is told, or that others are told of it, is judged. */
  boolean isUnjudged() {
    return conduct == Conduct.GARBAGE;
  }

  /** It has stopped reading, and may be cut off for as long as it has not caught up. */
  void fallsBehind() {
    slow = true;
    slowSinceNanos = System.nanoTime();
  }

  /**
   * How much longer than others it may take to hear: the longer it did not read, the more seldom
   * has the target's system asked whether it reads again.
   */
  Duration lag() {
    return slow ? Duration.ofNanos(System.nanoTime() - slowSinceNanos) : Duration.ZERO;
  }

  void hasCaughtUp() {
    slow = false;
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
    return stageCells.size() > 1;
  }

  /** How many moves it has made in this stage. */
  int movesInStage() {
    return stageCells.size() - 1;
  }

  /** Whether all that it has sent so far is whole packets. */
  boolean isBetweenPackets() {
    return undecoded.isEmpty();
  }

  /** The bytes of moves, after what was held back before; the last of them are held back again. */
  byte[] write(List<Heading> headings, int held) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(heldBack);
    for (Heading heading : headings) {
      Direction direction = heading.on(board, headedFor);
      Cell to = board.step(headedFor, direction);
      bytes.writeBytes(protocol.requestEncoder().move(direction, probe.asker(), to));
      headedFor = landing(headedFor, to);
    }
    byte[] all = bytes.toByteArray();
    int sent = Math.max(0, all.length - held);
    heldBack = Arrays.copyOfRange(all, sent, all.length);
    return Arrays.copyOf(all, sent);
  }

  private Cell landing(Cell from, Cell to) {
    return !rules.shared() && !to.equals(from) && taken.test(to) ? from : to;
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
    headedFor = heldBack.length == 0 ? cell : headedFor;
  }

  /** Takes note of bytes that are not the protocol. */
  void misbehaved(byte[] bytes, boolean whole) {
    mayBeUnread = whole;
    segments.add(bytes.length);
    if (conduct != Conduct.GARBAGE) {
      conduct = whole ? Conduct.BAD_PACKET : Conduct.GARBAGE;
    }
    undecoded.clear();
    shadow = runningShadow();
  }

  /** Follows the piece as a right server does. */
  private final class Moves implements Requests {
    private final BiConsumer<Cell, Cell> moved;

    Moves(BiConsumer<Cell, Cell> moved) {
      this.moved = moved;
    }

    @Override
    public void move(Direction direction) {
      packets.add(names.computeIfAbsent(direction, protocol::moveName));
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
      cell = landing(cell, to);
      stageCells.add(cell);
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
    stageCells.clear();
    stageCells.add(cell);
    cut = !undecoded.isEmpty();
    coalesced = false;
    if (cut) {
      segments.add(undecoded.size());
    }
    stageStart = probe.decodedBytes();
  }

  /** What it has sent in this stage. */
  Stimulus.Sent sentInStage() {
    return new Stimulus.Sent(letter(), packets, !undecoded.isEmpty(), segments, cut, coalesced);
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
