package simul.conformance.odd;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Connection;
import simul.spec.reference.ConnectionHandler;
import simul.spec.reference.Reassembly;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.SelectLoop;
import simul.spec.world.Board;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Servers that keep every rule in a way that nobody would have thought of. */
public final class OddServers {
  private static final Duration BATCH = Duration.ofMillis(50);
  private static final int BATCH_BYTES = 1 << 16;

  private OddServers() {}

  /** Writes every byte by itself. */
  public static ReferenceServer writingSingleBytes(Protocol protocol) {
    return Servers.of(protocol, parts -> parts.withIo(ThreadPerClient.writing(SingleBytes::new)));
  }

  /** Collects its output and writes it 20 times a second. */
  public static ReferenceServer batchingOutput(Protocol protocol) {
    return Servers.of(
        protocol,
        parts ->
            parts.withIo(
                ThreadPerClient.flushing(
                    out -> new BufferedOutputStream(out, BATCH_BYTES), BATCH)));
  }

  /** Takes so long over each packet, one after the other. */
  public static ReferenceServer takingItsTime(Protocol protocol, Duration perPacket) {
    return Servers.of(
        protocol,
        parts ->
            parts
                .withIo(ThreadPerClient.writing(out -> out))
                .withReassembly(
                    decoder -> {
                      Reassembly right = new Reassembly.Buffered(decoder);
                      return (bytes, from, to, requests) ->
                          right.received(
                              bytes,
                              from,
                              to,
                              direction -> {
                                spend(perPacket);
                                requests.move(direction);
                              });
                    }));
  }

  private static void spend(Duration time) {
    try {
      boolean woken = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
      assert !woken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts every piece on a cell of its own choice. */
  public static ReferenceServer startingAnywhere(Protocol protocol, RandomGenerator random) {
    Board board = Board.of(protocol.spec().world());
    return Servers.of(
        protocol,
        parts ->
            parts.withWorld(
                new World(
                    protocol.spec().world(),
                    id ->
                        new Cell(random.nextInt(board.width()), random.nextInt(board.height())))));
  }

  /** Gives a newcomer any of the free IDs. */
  public static ReferenceServer givingAnyId(Protocol protocol, RandomGenerator random) {
    return Servers.of(
        protocol,
        parts ->
            parts.withIo(
                (address, game) ->
                    SelectLoop.start(address, new AnyId(game, parts.world(), random))));
  }

  /** Says nothing of a move that the edge of the board stops, as its own spec has it. */
  public static ReferenceServer silentAtTheEdge() {
    return Servers.right(Servers.homework3With("blocked-reply: optional", "blocked-reply: never"));
  }

  /** Whose every write is one byte, as {@link FilterOutputStream} has it by default. */
  private static final class SingleBytes extends FilterOutputStream {
    SingleBytes(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
    }
  }

  /** Holds all free IDs but one while a newcomer is given the lowest that is left. */
  private static final class AnyId extends Passing {
    private final World world;
    private final RandomGenerator random;

    AnyId(ConnectionHandler game, World world, RandomGenerator random) {
      super(game);
      this.world = world;
      this.random = random;
    }

    @Override
    public void opened(Connection connection) {
      List<Integer> free = new ArrayList<>();
      for (OptionalInt id = world.join(); id.isPresent(); id = world.join()) {
        free.add(id.getAsInt());
      }
      if (!free.isEmpty()) {
        world.leave(free.remove(random.nextInt(free.size())));
      }
      super.opened(connection);
      free.forEach(world::leave);
    }
  }
}
