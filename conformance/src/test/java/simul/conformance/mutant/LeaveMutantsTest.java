package simul.conformance.mutant;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.mutant.Seat.Way;
import simul.conformance.mutant.Table.Dialogue;
import simul.conformance.odd.Servers;
import simul.spec.meaning.Protocol;
import simul.spec.reference.ReferenceServer;
import simul.spec.wire.HexDump;

@Execution(ExecutionMode.CONCURRENT)
class LeaveMutantsTest extends ShownMistakes {

  @Override
  Map<String, Dialogue> dialogues() {
    return Map.ofEntries(
        entry("TellsLogoutTwice", leaves(Way.RESET)),
        entry("TellsLogoutTwiceAfterHalfClose", leaves(Way.CLOSE, Way.RESET, Way.HALF_CLOSE)),
        entry("ForgetsLogoutOfWhoeverCloses", leaves(Way.HALF_CLOSE, Way.RESET, Way.CLOSE)),
        entry("NeverNoticesHalfClose", leaves(Way.CLOSE, Way.RESET, Way.HALF_CLOSE)),
        entry("NeverNoticesReset", leaves(Way.CLOSE, Way.HALF_CLOSE, Way.RESET)),
        entry("NeverNoticesResetAfterNews", LeaveMutantsTest::resetsAfterNews),
        entry("LosesMovesReadWithEnd", movesAndLeaves(Way.HALF_CLOSE)),
        entry("LosesLastByteReadWithEnd", movesAndLeaves(Way.CLOSE)),
        entry("IntroducesWhoHasLeft", LeaveMutantsTest::joinsAfterDepartures),
        entry("ForgetsDepartureBesideAnother", LeaveMutantsTest::twoLeaveAtOnce),
        entry("EndsBroadcastAtDeadSocket", LeaveMutantsTest::movesBesideDeparture),
        entry("MovesLastClientIntoFreedSlot", LeaveMutantsTest::lastMovesAfterDeparture),
        entry("KeepsWhoeverLeavesAtOnce", LeaveMutantsTest::joinsAndLeavesAtOnce));
  }

  @Test
  void goodbyeIsIgnoredWhereThereIsOne() throws Exception {
    Protocol protocol = Servers.protocol("scan-codes");
    Mutant mutant = Mutants.find("ignores-goodbye").orElseThrow();

    assertThat(mutant.isPossibleIn(Servers.HOMEWORK3.spec())).isFalse();
    assertThat(mutant.isPossibleIn(protocol.spec())).isTrue();
    assertThat(isDisconnectedAfterGoodbye(Servers.right(protocol))).isTrue();
    assertThat(isDisconnectedAfterGoodbye(Servers.of(protocol, mutant.infect()))).isFalse();
  }

  /** Says goodbye, then moves: whether the stream ends, where the other answer is a position. */
  private static boolean isDisconnectedAfterGoodbye(ReferenceServer started) throws IOException {
    try (ReferenceServer server = started;
        Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      assertThat(socket.getInputStream().readNBytes(12)).hasSize(12);
      socket.getOutputStream().write(HexDump.parse("1b 00 00 00"));
      socket.getOutputStream().write(HexDump.parse("50 00 00 00"));
      return socket.getInputStream().readNBytes(12).length == 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Somebody leaves in each way; the last shows the mistake. */
  private static Dialogue leaves(Way... ways) {
    return table -> {
      List<Seat> seats = table.join(5);
      for (int i = 0; i < ways.length; i++) {
        if (i == ways.length - 1) {
          table.thenItShows();
        }
        table.leaves(seats.get(1 + i), ways[i]);
      }
    };
  }

  private static Dialogue movesAndLeaves(Way way) {
    return table -> {
      List<Seat> seats = table.join(3);
      table.moves(seats.get(1), "ddu");
      table.leaves(seats.get(2), way);
      Seat leaver = table.join();
      table.thenItShows();
      leaver.send(Seat.moves("dd"));
      leaver.leave(way);
      leaver.pause();
      table.expectMoves(leaver, "dd");
      table.expectLeave(leaver);
    };
  }

  private static void resetsAfterNews(Table table) throws IOException {
    List<Seat> seats = table.join(4);
    table.leaves(seats.get(3), Way.RESET);
    table.moves(seats.get(0), "d");
    table.moves(seats.get(1), "d");
    table.leaves(seats.get(1), Way.RESET);
    table.thenItShows();
    table.leaves(seats.get(2), Way.RESET);
  }

  private static void joinsAfterDepartures(Table table) throws IOException {
    List<Seat> seats = table.join(3);
    table.leaves(seats.get(2), Way.CLOSE);
    table.leaves(seats.get(1), Way.CLOSE);
    table.thenItShows();
    table.join();
  }

  private static void twoLeaveAtOnce(Table table) throws IOException {
    List<Seat> seats = table.join(4);
    table.thenItShows();
    seats.get(1).leave(Way.CLOSE);
    seats.get(2).leave(Way.CLOSE);
    seats.get(2).pause();
    table.inAnyOrder(
        () -> {
          table.expectLeave(seats.get(1));
          table.expectLeave(seats.get(2));
        });
  }

  private static void movesBesideDeparture(Table table) throws IOException {
    List<Seat> seats = table.join(4);
    table.thenItShows();
    seats.get(1).leave(Way.CLOSE);
    seats.get(0).send(Seat.moves("d"));
    table.inAnyOrder(
        () -> {
          table.expectLeave(seats.get(1));
          table.expectMoves(seats.get(0), "d");
        });
  }

  private static void lastMovesAfterDeparture(Table table) throws IOException {
    List<Seat> seats = table.join(3);
    table.leaves(seats.get(0), Way.CLOSE);
    table.moves(seats.get(1), "d");
    table.thenItShows();
    table.moves(seats.get(2), "d");
  }

  private static void joinsAndLeavesAtOnce(Table table) throws IOException {
    table.join(2);
    Seat hasty = table.connect();
    hasty.leave(Way.CLOSE);
    hasty.pause();
    table.thenItShows();
    table.admit(hasty);
    table.expectLeave(hasty);
  }
}
