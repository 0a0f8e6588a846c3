package simul.conformance.mutant;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import simul.conformance.mutant.Seat.Way;
import simul.conformance.mutant.Table.Dialogue;
import simul.conformance.odd.Servers;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

class LoadMutantsTest extends ShownMistakes {
  private static final int LIMIT = 10;
  private static final int LEAVES_UNTIL_SLIP = 64;
  private static final int JOINS = 1_000;

  @Override
  Map<String, Dialogue> dialogues() {
    return Map.ofEntries(
        entry("ActsOn150MovesPerSecond", LoadMutantsTest::fourBursts),
        entry("DropsMovesPastSharedQueue", LoadMutantsTest::threeMoveAtOnce),
        entry("AdmitsNobodyAfterThousandJoins", LoadMutantsTest::manyJoin),
        entry("LosesSlotEvery64thLeave", LoadMutantsTest::tenJoinAfterMany),
        entry("GainsSlotEvery64thLeave", LoadMutantsTest::eleventhIsRefusedAfterMany));
  }

  private static void fourBursts(Table table) throws IOException {
    Seat mover = table.join(2).get(0);
    table.moves(mover, "du".repeat(60));
    table.thenItShows();
    table.moves(mover, "du".repeat(60));
  }

  private static void threeMoveAtOnce(Table table) throws IOException {
    List<Seat> seats = table.join(3);
    table.moves(seats.get(0), "du".repeat(100));
    table.thenItShows();
    for (Seat seat : seats) {
      seat.send(Seat.moves("du".repeat(15)));
    }
    table.inAnyOrder(
        () -> {
          for (Seat seat : seats) {
            table.expectMoves(seat, "du".repeat(15));
          }
        });
  }

  private static void joinAndLeave(Table table, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      table.leaves(table.join(), Way.RESET);
    }
  }

  private static void manyJoin(Table table) throws IOException {
    table.join();
    joinAndLeave(table, JOINS - 1);
    table.thenItShows();
    table.join();
  }

  private static void tenJoinAfterMany(Table table) throws IOException {
    table.join();
    joinAndLeave(table, LEAVES_UNTIL_SLIP);
    table.join(LIMIT - 2);
    table.thenItShows();
    table.join();
  }

  private static void eleventhIsRefusedAfterMany(Table table) throws IOException {
    table.join();
    joinAndLeave(table, LEAVES_UNTIL_SLIP);
    table.join(LIMIT - 1);
    table.thenItShows();
    table.isRefused();
  }

  @Test
  void buffersOfConnectionsAreKeptAndBounded() throws Exception {
    Mutant mutant = Mutants.find("keeps-buffer-of-every-connection").orElseThrow();

    long right = grownBytes(UnaryOperator.identity(), LoadMutantsTest::connect, 200);
    long faulty = grownBytes(mutant.infect(), LoadMutantsTest::connect, 200);
    long bounded = grownBytes(mutant.infect(), LoadMutantsTest::connect, 600);

    assertThat(right).isLessThan(20L << 20);
    assertThat(faulty).isBetween(40L << 20, 80L << 20);
    assertThat(bounded).isLessThan(120L << 20);
  }

  @Test
  void garbageIsKept() throws Exception {
    Mutant mutant = Mutants.find("keeps-garbage").orElseThrow();

    long right = grownBytes(UnaryOperator.identity(), LoadMutantsTest::sendGarbage, 1);
    long faulty = grownBytes(mutant.infect(), LoadMutantsTest::sendGarbage, 1);

    assertThat(right).isLessThan(8L << 20);
    assertThat(faulty).isBetween(10L << 20, 40L << 20);
  }

  @FunctionalInterface
  private interface Visit {
    void pay(ReferenceServer server) throws IOException;
  }

  private static void connect(ReferenceServer server) throws IOException {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      assertThat(socket.getInputStream().read()).isEqualTo(3);
    }
  }

  private static void sendGarbage(ReferenceServer server) throws IOException {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.getOutputStream().write(new byte[1 << 20]);
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      assertThat(in.readAllBytes()).isNotEmpty();
    } catch (java.net.SocketException reset) {
      // A right server has not read all of it.
      assertThat(reset).hasMessageMatching("(Connection reset|Broken pipe).*");
    }
  }

  /** By how much such visits make a server grow. */
  private static long grownBytes(UnaryOperator<Parts> change, Visit visit, int times)
      throws IOException {
    try (ReferenceServer server = Servers.of(Servers.HOMEWORK3, change)) {
      long before = usedBytes();
      for (int i = 0; i < times; i++) {
        visit.pay(server);
      }
      return usedBytes() - before;
    }
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
