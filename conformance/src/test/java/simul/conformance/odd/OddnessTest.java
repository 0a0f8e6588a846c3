package simul.conformance.odd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.reference.ReferenceServer;
import simul.spec.wire.HexDump;

/** Odd servers are odd: each does what it says. Pieces start in the first row unless it says so. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class OddnessTest {
  private static final String UP = "03 01 00";
  private static final String LEFT = "03 01 02";
  private static final String RIGHT = "03 01 03";

  private final List<PlainClient> clients = new ArrayList<>();

  private interface Visit {
    void to(InetSocketAddress server) throws Exception;
  }

  private void visit(String name, Visit visit) throws Exception {
    try (ReferenceServer server = Servers.odd(Servers.HOMEWORK3, name)) {
      visit.to(server.address());
    } finally {
      for (PlainClient client : clients) {
        client.close();
      }
    }
  }

  private PlainClient join(InetSocketAddress server) throws IOException {
    clients.add(PlainClient.joined(server));
    return clients.get(clients.size() - 1);
  }

  private PlainClient eleventh(InetSocketAddress server) throws IOException {
    for (int i = 0; i < 10; i++) {
      join(server);
    }
    clients.add(PlainClient.connect(server));
    return clients.get(10);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @ParameterizedTest
  @CsvSource({
    "leaves-eleventh-unanswered, open",
    "closes-eleventh-late, open",
    "resets-eleventh, reset",
    "serves-each-client-by-thread, closed"
  })
  void eleventhIsTreatedAsTheNameSays(String name, String end) throws Exception {
    visit(name, server -> assertThat(eleventh(server).end(1_000)).isEqualTo(end));
  }

  @Test
  void eleventhIsClosedInTheEnd() throws Exception {
    visit(
        "closes-eleventh-late",
        server -> {
          long start = System.nanoTime();

          String end = eleventh(server).end(10_000);

          assertThat(end).isEqualTo("closed");
          assertThat(since(start)).isGreaterThan(Duration.ofMillis(1_450));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"03 01 09", "03 07 00", "C8 01 00", "02 01"})
  void badFrameIsSkipped(String bad) throws Exception {
    visit(
        "skips-bad-frames",
        server -> {
          PlainClient client = join(server);

          client.send(bad + " 00".repeat(0xC8 - 3).repeat(bad.startsWith("C8") ? 1 : 0));
          client.send(RIGHT);

          assertThat(client.packet()).isEqualTo("05 01 00 01 00");
        });
  }

  @Test
  void badFrameWithoutEndIsPunished() throws Exception {
    visit(
        "skips-bad-frames",
        server -> assertThat(join(server).send("00").end(10_000)).isEqualTo("closed"));
  }

  @Test
  void badInputIsPunishedByReset() throws Exception {
    visit(
        "resets-over-bad-input",
        server -> assertThat(join(server).send("03 01 09").end(10_000)).isEqualTo("reset"));
  }

  @ParameterizedTest
  @CsvSource({
    "ticks-twenty-times-per-second, 150",
    "batches-output, 150",
    "answers-after-twenty-millis, 80"
  })
  void fourMovesOneAfterTheOtherTakeTheirTime(String name, long millis) throws Exception {
    visit(
        name,
        server -> {
          PlainClient client = join(server);
          long start = System.nanoTime();

          for (int x = 1; x <= 4; x++) {
            assertThat(client.send(RIGHT).packet()).isEqualTo("05 01 00 0" + x + " 00");
          }

          assertThat(since(start)).isGreaterThan(Duration.ofMillis(millis));
        });
  }

  @ParameterizedTest
  @CsvSource({"tells-logout-late, 300", "answers-half-close-late, 300"})
  void leaveIsToldLate(String name, long millis) throws Exception {
    visit(
        name,
        server -> {
          PlainClient stays = join(server);
          PlainClient leaves = join(server);
          long start = System.nanoTime();

          leaves.halfClose();

          assertThat(stays.packet("03 03")).isEqualTo("03 03 01");
          assertThat(since(start)).isGreaterThan(Duration.ofMillis(millis - 1));
          assertThat(leaves.end(10_000)).isEqualTo("closed");
        });
  }

  @Test
  void idsAndIntroductionsComeInNoOrder() throws Exception {
    visit("gives-any-free-id", server -> assertThat(ids(server)).isNotEqualTo(sorted()));
    visit("introduces-in-any-order", server -> assertThat(introductions(server)).isNotEmpty());
  }

  private List<String> ids(InetSocketAddress server) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      clients.add(PlainClient.connect(server));
      ids.add(clients.get(i).packet().substring(6));
    }
    return ids;
  }

  private static List<String> sorted() {
    return List.of("00", "01", "02", "03", "04");
  }

  /** The IDs that the last of several newcomers hears of, unless they are in order. */
  private List<String> introductions(InetSocketAddress server) throws IOException {
    for (int i = 0; i < 5; i++) {
      join(server);
    }
    PlainClient last = join(server);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(last.packet("03 02").substring(6));
    }
    assertThat(ids).containsExactlyInAnyOrderElementsOf(sorted());
    return ids.equals(sorted()) ? List.of() : ids;
  }

  @Test
  void piecesStartAnywhere() throws Exception {
    visit(
        "starts-anywhere",
        server -> {
          clients.add(PlainClient.connect(server));

          assertThat(clients.get(0).packet("05 01")).isNotEqualTo("05 01 00 00 00");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "is-silent-of-blocked-moves, 0",
    "tells-blocked-moves-now-and-then, 2",
    "serves-each-client-by-thread, 4"
  })
  void blockedMovesAreToldAsTheNameSays(String name, int told) throws Exception {
    visit(
        name,
        server -> {
          PlainClient client = join(server);

          client.send(UP).send(UP).send(UP).send(UP).send(RIGHT);

          for (int i = 0; i < told; i++) {
            assertThat(client.packet()).isEqualTo("05 01 00 00 00");
          }
          assertThat(client.packet()).isEqualTo("05 01 00 01 00");
        });
  }

  @Test
  void clientsAreAcceptedSlowly() throws Exception {
    visit(
        "accepts-slowly",
        server -> {
          long start = System.nanoTime();

          for (int i = 0; i < 10; i++) {
            join(server);
          }

          assertThat(since(start)).isGreaterThan(Duration.ofMillis(89));
        });
  }

  /** More than what the kernel holds for a reader of few bytes, in packets of five. */
  private static final int MANY = 420_000;

  @Test
  void slowReaderIsDroppedWhileOthersPlayOn() throws Exception {
    visit(
        "drops-slow-readers",
        server -> {
          PlainClient mover = join(server);
          clients.add(PlainClient.narrow(server));

          CompletableFuture<Void> sent = sendMany(mover);

          assertThat(mover.packet("03 03")).isEqualTo("03 03 01");
          while (!sent.isDone()) {
            assertThat(mover.packet()).startsWith("05 01 00");
          }
        });
  }

  @Test
  void slowReaderIsKeptAndGetsAll() throws Exception {
    visit(
        "keeps-slow-readers",
        server -> {
          PlainClient mover = join(server);
          PlainClient slow = PlainClient.narrow(server);
          clients.add(slow);

          CompletableFuture<Void> sent = sendMany(mover);
          assertThat(positions(mover)).isEqualTo(MANY);
          sent.get(10, TimeUnit.SECONDS);

          assertThat(slow.packet("05 01 00")).isEqualTo("05 01 00 00 00");
          assertThat(positions(slow)).isEqualTo(MANY);
        });
  }

  private static CompletableFuture<Void> sendMany(PlainClient mover) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            mover.send(HexDump.parse((RIGHT + " " + LEFT + " ").repeat(MANY / 2).strip()));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  /** How many positions of piece 0 come, each the right one, of as many as are due. */
  private static int positions(PlainClient client) throws IOException {
    int count = 0;
    while (count < MANY) {
      String position = client.packet("05 01 00");
      if (!position.equals(count % 2 == 0 ? "05 01 00 01 00" : "05 01 00 00 00")) {
        return count;
      }
      count++;
    }
    return count;
  }
}
