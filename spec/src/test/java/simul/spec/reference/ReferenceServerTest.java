package simul.spec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.model.Spec;
import simul.spec.reference.io.IoModels;
import simul.spec.wire.HexDump;

/** The handout, section by section, in bytes over real sockets, whatever serves them. */
@ParameterizedClass(name = "{0}")
@MethodSource("simul.spec.reference.io.AvailableModels#all")
class ReferenceServerTest {
  @Parameter IoModels model;

  private static final String RIGHT = "03 01 03";

  private final List<PlainSocket> clients = new ArrayList<>();
  private ReferenceServer server;

  @BeforeEach
  void start() throws Exception {
    server = start(SpecLoader.load("homework3"));
  }

  private ReferenceServer start(Spec spec) throws IOException {
    Parts parts = Parts.of(Protocol.of(spec)).withIo(model.factory(Integer.MAX_VALUE));
    return ReferenceServer.start(anyPort(), parts);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() throws Exception {
    for (PlainSocket client : clients) {
      client.close();
    }
    server.close();
  }

  private PlainSocket connect() throws IOException {
    PlainSocket client = PlainSocket.connect(server.address());
    clients.add(client);
    return client;
  }

  private static String login(int id) {
    return hex("03 02 %02x", id);
  }

  private static String logout(int id) {
    return hex("03 03 %02x", id);
  }

  private static String position(int id, int x, int y) {
    return hex("05 01 %02x %02x %02x", id, x, y);
  }

  private static String hex(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** So many join and have heard of one another; they stand at the start of row 0. */
  private List<PlainSocket> join(int count) throws IOException {
    List<PlainSocket> players = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      players.add(connect());
      for (int other = 0; other < id; other++) {
        players.get(other).expect(login(id) + position(id, id % 8, id / 8));
      }
      players.get(id).expect(login(id) + position(id, id % 8, id / 8));
      for (int other = 0; other < id; other++) {
        players.get(id).expect(login(other) + position(other, other % 8, other / 8));
      }
    }
    return players;
  }

  /** Nobody has heard anything but what was expected: the next that they hear is this move. */
  private static void expectMoveNext(List<PlainSocket> listeners, PlainSocket mover, String heard)
      throws IOException {
    mover.send(RIGHT);
    for (PlainSocket listener : listeners) {
      listener.expect(heard);
    }
  }

  @Test
  void newcomerIsToldItselfAndThenTheOthers() throws Exception {
    PlainSocket first = connect();
    first.expect("03 02 00 05 01 00 00 00");
    first.send("03 01 01");
    first.expect("05 01 00 00 01");

    PlainSocket second = connect();

    second.expect("03 02 01 05 01 01 01 00 03 02 00 05 01 00 00 01");
    first.expect("03 02 01 05 01 01 01 00");
  }

  @Test
  void wideServerSaysTheSameInItsLayout() throws Exception {
    server.close();
    server = start(SpecLoader.load("homework3-wide"));
    PlainSocket first = connect();
    first.expect("06 02 00 00 00 00 08 01 00 00 00 00 00 00");

    first.send("06 01 00 00 00 03");

    first.expect("08 01 00 00 00 00 01 00");
  }

  @ParameterizedTest
  @CsvSource({"00, 4, 2", "01, 4, 4", "02, 3, 3", "03, 5, 3"})
  void moveIsToldToEverybodyOnce(String direction, int x, int y) throws Exception {
    List<PlainSocket> players = join(3);
    PlainSocket mover = players.get(1);
    mover.send("03 01 03 03 01 03 03 01 03 03 01 01 03 01 01 03 01 01");
    for (PlainSocket player : players) {
      player.expect(position(1, 2, 0) + position(1, 3, 0) + position(1, 4, 0));
      player.expect(position(1, 4, 1) + position(1, 4, 2) + position(1, 4, 3));
    }

    mover.send("03 01 " + direction);

    for (PlainSocket player : players) {
      player.expect(position(1, x, y));
    }
    expectMoveNext(players, players.get(0), position(0, 1, 0));
  }

  @Test
  void moveOffTheBoardLeavesThePiece() throws Exception {
    List<PlainSocket> players = join(2);

    players.get(1).send("03 01 00");

    for (PlainSocket player : players) {
      player.expect(position(1, 1, 0));
    }
    expectMoveNext(players, players.get(1), position(1, 2, 0));
  }

  @Test
  void moveOffTheBoardIsNotAnsweredWhereTheSpecForbidsIt() throws Exception {
    server.close();
    server = start(bundledWith("blocked-reply: optional", "blocked-reply: never"));
    List<PlainSocket> players = join(2);

    players.get(1).send("03 01 00");

    expectMoveNext(players, players.get(1), position(1, 2, 0));
  }

  private static Spec bundledWith(String old, String changed) throws Exception {
    try (var in = ReferenceServerTest.class.getResourceAsStream("/protocols/homework3.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains(old);
      return SpecLoader.parse("changed", text.replace(old, changed));
    }
  }

  @Test
  void lowestFreeIdIsGivenAgain() throws Exception {
    List<PlainSocket> players = join(4);
    players.get(2).close();
    players.get(0).expect(logout(2));
    players.get(1).close();
    players.get(0).expect(logout(1));

    PlainSocket next = connect();
    next.expect(login(1) + position(1, 1, 0) + login(0) + position(0, 0, 0));
    PlainSocket nextButOne = connect();

    nextButOne.expect(login(2) + position(2, 2, 0));
  }

  @Test
  void eleventhIsClosedAndNobodyHearsOfIt() throws Exception {
    List<PlainSocket> players = join(10);

    connect().expectEnd();
    connect().expectEnd();

    expectMoveNext(players, players.get(9), position(9, 2, 1));
  }

  @Test
  void newcomerIsAdmittedOnceSomebodyHasLeft() throws Exception {
    List<PlainSocket> players = join(10);
    connect().expectEnd();
    players.get(4).close();
    players.get(0).expect(logout(4));

    PlainSocket admitted = connect();

    admitted.expect(login(4) + position(4, 4, 0) + login(0) + position(0, 0, 0));
    players.get(0).expect(login(4) + position(4, 4, 0));
  }

  @Test
  void closeIsToldToTheOthers() throws Exception {
    List<PlainSocket> players = join(3);

    players.get(1).close();

    players.get(0).expect(logout(1));
    players.get(2).expect(logout(1));
    expectMoveNext(List.of(players.get(0), players.get(2)), players.get(0), position(0, 1, 0));
  }

  @Test
  void halfCloseIsLeave() throws Exception {
    List<PlainSocket> players = join(2);

    players.get(1).halfClose();

    players.get(0).expect(logout(1));
    players.get(1).expectEnd();
  }

  @Test
  void movesBeforeHalfCloseStillCount() throws Exception {
    List<PlainSocket> players = join(2);

    players.get(1).send(RIGHT);
    players.get(1).halfClose();

    players.get(0).expect(position(1, 2, 0) + logout(1));
  }

  @Test
  void resetIsLeave() throws Exception {
    List<PlainSocket> players = join(3);

    players.get(2).reset();

    players.get(0).expect(logout(2));
    players.get(1).expect(logout(2));
    expectMoveNext(players.subList(0, 2), players.get(1), position(1, 2, 0));
  }

  @Test
  void packetsAreReassembledHoweverTheyAreCut() throws Exception {
    List<PlainSocket> players = join(2);
    byte[] moves = {3, 1, 3, 3, 1, 1, 3, 1, 2, 3, 1, 0};

    for (byte part : moves) {
      players.get(0).send(new byte[] {part});
    }

    for (PlainSocket player : players) {
      player.expect(position(0, 1, 0) + position(0, 1, 1) + position(0, 0, 1) + position(0, 0, 0));
    }
  }

  @Test
  void packetsInOneWriteAreEachActedOn() throws Exception {
    List<PlainSocket> players = join(2);

    players.get(0).send("03 01 03 03 01 02 ".repeat(500));

    for (PlainSocket player : players) {
      player.expect((position(0, 1, 0) + position(0, 0, 0)).repeat(500));
    }
  }

  @Test
  void halfPacketsOfTwoConnectionsAreKeptApart() throws Exception {
    List<PlainSocket> players = join(3);
    players.get(0).send("03 01 01 03");
    players.get(1).send("03 01 01 03 01");
    String oneWay = "05 01 00 00 01 05 01 01 01 01";
    String other = "05 01 01 01 01 05 01 00 00 01";
    for (PlainSocket player : players) {
      assertThat(HexDump.hex(player.read(10))).isIn(oneWay, other);
    }

    players.get(2).send("03 01 01");
    for (PlainSocket player : players) {
      player.expect(position(2, 2, 1));
    }
    players.get(0).send("01 03");
    for (PlainSocket player : players) {
      player.expect(position(0, 1, 1));
    }
    players.get(1).send("03");

    for (PlainSocket player : players) {
      player.expect(position(1, 2, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00",
        "01",
        "02 01",
        "04 01 00 00",
        "ff",
        "03 00 00",
        "03 02 00",
        "03 01 04",
        "05 01"
      })
  void badInputDisconnectsWhoSentItAndNobodyElse(String bytes) throws Exception {
    List<PlainSocket> players = join(3);

    players.get(1).send(bytes);

    players.get(1).expectEnd();
    players.get(0).expect(logout(1));
    players.get(2).expect(logout(1));
    expectMoveNext(List.of(players.get(0), players.get(2)), players.get(2), position(2, 3, 0));
  }

  @Test
  void movesBeforeBadInputCountAndThoseBehindItDoNot() throws Exception {
    List<PlainSocket> players = join(2);

    players.get(1).send("03 01 03 03 01 09 03 01 03");

    players.get(0).expect(position(1, 2, 0) + logout(1));
    players.get(1).expect(position(1, 2, 0));
    players.get(1).expectEnd();
  }

  @Test
  void halfPacketAndThenNothingHarmsNobody() throws Exception {
    List<PlainSocket> players = join(2);

    players.get(1).send("03 01");

    expectMoveNext(players, players.get(0), position(0, 1, 0));
    players.get(1).close();
    players.get(0).expect(logout(1));
  }

  @Test
  void serverRunsOnTheRulesItIsGiven() throws Exception {
    server.close();
    server = start(bundledWith("max-clients: 10", "max-clients: 2"));

    List<PlainSocket> players = join(2);

    connect().expectEnd();
    expectMoveNext(players, players.get(1), position(1, 2, 0));
  }
}
