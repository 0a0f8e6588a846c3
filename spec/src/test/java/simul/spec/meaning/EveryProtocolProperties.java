package simul.spec.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.model.Direction;
import simul.spec.model.Roles;
import simul.spec.model.Sender;
import simul.spec.wire.FrameDecoder;
import simul.spec.wire.FrameDecoder.Status;
import simul.spec.world.Board;
import simul.spec.world.Cell;
import simul.spec.world.WorldEvents;

/** Laws that hold for every protocol that comes with the program, however it frames and speaks. */
class EveryProtocolProperties {
  private static final List<Protocol> PROTOCOLS =
      SpecLoader.BUNDLED.stream().map(name -> load(name)).toList();

  private static Protocol load(String name) {
    try {
      return Protocol.of(SpecLoader.load(name));
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }

  @Provide
  Arbitrary<Protocol> protocols() {
    return Arbitraries.of(PROTOCOLS);
  }

  @Property(tries = 400)
  void movesSurviveAnySegmentation(
      @ForAll("protocols") Protocol protocol,
      @ForAll List<Direction> wanted,
      @ForAll("sizes") List<Integer> sizes) {
    Asker asker = new Asker(0, protocol.spec().world().slots().firstId(), 77);
    Board board = Board.of(protocol.spec().world());
    Cell start = new Cell(4, 4);
    Cell cell = start;
    List<Cell> way = new ArrayList<>();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(protocol.requestEncoder().hello(asker));
    for (Direction direction : wanted) {
      cell = board.step(cell, direction);
      way.add(cell);
      stream.writeBytes(protocol.requestEncoder().move(direction, asker, cell));
    }

    Follower follower = new Follower(board, start);
    RequestDecoder decoder = protocol.newRequestDecoder();
    decoder.identify(asker.id());
    feed(stream.toByteArray(), sizes, (b, from, to) -> decoder.decode(b, from, to, follower));

    assertThat(decoder.fault()).isNull();
    assertThat(follower.way).isEqualTo(way);
  }

  @Property(tries = 400)
  void whatServerTellsIsTheWorldHoweverItIsCut(
      @ForAll("protocols") Protocol protocol,
      @ForAll("cells") List<Cell> others,
      @ForAll("sizes") List<Integer> sizes) {
    int first = protocol.spec().world().slots().firstId();
    Map<Integer, Cell> world = new TreeMap<>();
    others.forEach(cell -> world.put(first + world.size(), cell));
    int self = first + world.size() - 1;
    EventEncoder encoder = protocol.eventEncoder();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(encoder.self(self, world.get(self)));
    world.forEach(
        (id, cell) -> stream.writeBytes(id == self ? new byte[0] : encoder.enter(id, cell)));
    stream.writeBytes(encoder.snapshot(world));

    Seen seen = new Seen();
    EventDecoder decoder = protocol.newEventDecoder(world.size() - 1);
    feed(stream.toByteArray(), sizes, (b, from, to) -> decoder.decode(b, from, to, seen));

    assertThat(decoder.fault()).isNull();
    boolean nameless = protocol.spec().roles().identity() == Roles.Identity.NEVER;
    assertThat(seen.self).isEqualTo(nameless ? null : self);
    assertThat(seen.cells).isEqualTo(world);
  }

  @Property(tries = 1000)
  void arbitraryBytesAreNeverReadTwiceNorBeyondTheirEnd(
      @ForAll("protocols") Protocol protocol, @ForAll Sender sender, @ForAll byte[] bytes) {
    FrameDecoder whole = protocol.packets(sender).newDecoder();
    int at = 0;
    Status status = Status.COMPLETE;
    while (status == Status.COMPLETE && at < bytes.length) {
      status = whole.next(bytes, at, bytes.length);
      if (status == Status.COMPLETE) {
        assertThat(whole.lengthBytes()).isBetween(1, bytes.length - at);
        at += whole.lengthBytes();
      }
    }

    int consumed = 0;
    FrameDecoder slow = protocol.packets(sender).newDecoder();
    for (int to = 1; to <= bytes.length; to++) {
      if (slow.next(bytes, consumed, to) == Status.COMPLETE) {
        consumed += slow.lengthBytes();
      }
    }
    assertThat(consumed).isGreaterThanOrEqualTo(at);
  }

  @Provide
  Arbitrary<List<Integer>> sizes() {
    return Arbitraries.integers().between(1, 40).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Cell>> cells() {
    return Arbitraries.integers()
        .between(0, 63)
        .map(number -> new Cell(number % 8, number / 8))
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }

  private interface Decoding {
    int decode(byte[] bytes, int from, int to);
  }

  /** Gives a decoder what has come so far, segment by segment. */
  private static void feed(byte[] stream, List<Integer> sizes, Decoding decoding) {
    int consumed = 0;
    int to = 0;
    for (int i = 0; to < stream.length; i++) {
      to = Math.min(stream.length, to + sizes.get(i % sizes.size()));
      consumed += decoding.decode(stream, consumed, to);
    }
    assertThat(consumed).isEqualTo(stream.length);
  }

  private static final class Follower implements Requests {
    private final Board board;
    private Cell cell;
    private final List<Cell> way = new ArrayList<>();

    Follower(Board board, Cell start) {
      this.board = board;
      this.cell = start;
    }

    @Override
    public void move(Direction direction) {
      cell = board.step(cell, direction);
      way.add(cell);
    }

    @Override
    public void moveTo(int x, int y) {
      cell = new Cell(x, y);
      way.add(cell);
    }
  }

  private static final class Seen implements WorldEvents {
    private final Map<Integer, Cell> cells = new TreeMap<>();
    private Integer self;

    @Override
    public void self(int id) {
      self = id;
    }

    @Override
    public void enter(int id) {}

    @Override
    public void position(int id, int x, int y) {
      cells.put(id, new Cell(x, y));
    }

    @Override
    public void leave(int id) {
      cells.remove(id);
    }
  }
}
