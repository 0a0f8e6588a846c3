package simul.conformance.mutant;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.mutant.Seat.Way;
import simul.conformance.mutant.Table.Dialogue;

@Execution(ExecutionMode.CONCURRENT)
class JoinMutantsTest extends ShownMistakes {

  @Override
  Map<String, Dialogue> dialogues() {
    return Map.ofEntries(
        entry("TellsNewcomerItsIdTwice", JoinMutantsTest::threeJoin),
        entry("TellsNewcomerOfItselfLast", JoinMutantsTest::threeJoin),
        entry("TellsPositionBeforeLogin", JoinMutantsTest::threeJoin),
        entry("TellsNewcomerOfNobody", JoinMutantsTest::threeJoin),
        entry("GivesEverybodySameId", JoinMutantsTest::threeJoin),
        entry("TellsOwnPositionLast", JoinMutantsTest::threeJoin),
        entry("TellsNobodyOfNewcomer", JoinMutantsTest::threeJoin),
        entry("TellsOfNewcomerTwice", JoinMutantsTest::threeJoin),
        entry("StartsOffTheBoard", JoinMutantsTest::threeJoin),
        entry("TellsOthersAnotherStart", JoinMutantsTest::threeJoin),
        entry("TellsNewcomerOfEightAtMost", JoinMutantsTest::tenthJoins),
        entry("TellsWhereOthersBegan", JoinMutantsTest::joinsAfterMoves),
        entry("TellsNewcomerCellsOfLastTick", JoinMutantsTest::joinsAfterMoves),
        entry("HidesSimultaneousNewcomers", JoinMutantsTest::twoJoinAtOnce),
        entry("GivesSameIdToSimultaneousNewcomers", JoinMutantsTest::twoJoinAtOnce),
        entry("GivesIdsByCounter", JoinMutantsTest::oneOfThreeIsReplaced),
        entry("GivesIdsByCounterThatWraps", JoinMutantsTest::oneOfTenIsReplaced),
        entry("TellsMovesToWhoeverHasSentSomething", JoinMutantsTest::newcomerMoves),
        entry("IgnoresFirstMoments", JoinMutantsTest::newcomerMoves),
        entry("LosesMovesDuringWelcome", JoinMutantsTest::joinsDuringMove));
  }

  private static void threeJoin(Table table) throws IOException {
    table.thenItShows();
    table.join(3);
  }

  private static void tenthJoins(Table table) throws IOException {
    table.join(9);
    table.thenItShows();
    table.join();
  }

  private static void joinsAfterMoves(Table table) throws IOException {
    List<Seat> seats = table.join(2);
    table.moves(seats.get(0), "d");
    table.moves(seats.get(0), "r");
    table.thenItShows();
    table.join();
  }

  private static void twoJoinAtOnce(Table table) throws Exception {
    Seat janitor = table.join(3).get(2);
    List<Seat> newcomers = new ArrayList<>();
    table.whileItStands(
        janitor,
        () -> {
          newcomers.add(table.connect());
          newcomers.add(table.connect());
        });
    table.thenItShows();
    table.inAnyOrder(
        () -> {
          table.admit(newcomers.get(0));
          table.admit(newcomers.get(1));
        });
  }

  private static void oneOfThreeIsReplaced(Table table) throws IOException {
    table.leaves(table.join(3).get(1), Way.CLOSE);
    table.thenItShows();
    table.join();
  }

  private static void oneOfTenIsReplaced(Table table) throws IOException {
    table.leaves(table.join(10).get(5), Way.CLOSE);
    table.thenItShows();
    table.join();
  }

  private static void newcomerMoves(Table table) throws IOException {
    List<Seat> seats = table.join(2);
    table.thenItShows();
    table.moves(seats.get(1), "d");
  }

  private static void joinsDuringMove(Table table) throws Exception {
    List<Seat> seats = table.join(3);
    List<Seat> newcomers = new ArrayList<>();
    table.whileItStands(
        seats.get(2),
        () -> {
          newcomers.add(table.connect());
          seats.get(0).send(Seat.moves("d"));
        });
    table.thenItShows();
    table.admit(newcomers.get(0));
    table.expectMoves(seats.get(0), "d");
  }
}
