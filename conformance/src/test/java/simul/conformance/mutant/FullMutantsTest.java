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
class FullMutantsTest extends ShownMistakes {
  private static final int LIMIT = 10;

  @Override
  Map<String, Dialogue> dialogues() {
    return Map.ofEntries(
        entry("AdmitsOneMore", FullMutantsTest::eleventhIsRefused),
        entry("TellsOthersOfRefused", FullMutantsTest::eleventhIsRefused),
        entry("NeverFreesSlot", replaced(0, Way.CLOSE)),
        entry("AdmitsNobodyAfterRefusal", replaced(1, Way.RESET)),
        entry("AdmitsNobodyAfter128Refusals", replaced(128, Way.CLOSE)),
        entry("KeepsSlotAfterClose", replaced(0, Way.HALF_CLOSE, Way.RESET, Way.CLOSE)),
        entry("KeepsSlotAfterHalfClose", replaced(0, Way.CLOSE, Way.RESET, Way.HALF_CLOSE)),
        entry("KeepsSlotAfterReset", replaced(0, Way.CLOSE, Way.HALF_CLOSE, Way.RESET)),
        entry("AdmitsOneLess", FullMutantsTest::tenthJoins),
        entry("CountsNewcomersAtEndOfRound", FullMutantsTest::twoComeForLastSlot),
        entry("ActsOnMovesOfRefused", FullMutantsTest::refusedMoves),
        entry("FreesSlotOfRefused", FullMutantsTest::twoAreRefused),
        entry("FreesSlotTwice", FullMutantsTest::halfClosesAndResets),
        entry("AdmitsEleventhWhileAnotherLeaves", FullMutantsTest::joinsBesideDeparture));
  }

  private static void eleventhIsRefused(Table table) throws IOException {
    table.join(LIMIT);
    table.thenItShows();
    table.isRefused();
  }

  private static void tenthJoins(Table table) throws IOException {
    table.join(LIMIT - 1);
    table.thenItShows();
    table.join();
  }

  private static void twoAreRefused(Table table) throws IOException {
    table.join(LIMIT);
    table.isRefused();
    table.thenItShows();
    table.isRefused();
  }

  /** After so many refusals one of ten leaves, in each way, and somebody else comes. */
  private static Dialogue replaced(int refusals, Way... ways) {
    return table -> {
      List<Seat> seats = table.join(LIMIT);
      for (int i = 0; i < refusals; i++) {
        table.isRefused();
      }
      for (int i = 0; i < ways.length; i++) {
        table.leaves(seats.get(3 + i), ways[i]);
        if (i == ways.length - 1) {
          table.thenItShows();
        }
        table.join();
      }
    };
  }

  private static void twoComeForLastSlot(Table table) throws Exception {
    Seat janitor = table.join(LIMIT).get(LIMIT - 1);
    List<Seat> newcomers = new ArrayList<>();
    table.whileItStands(
        janitor,
        () -> {
          newcomers.add(table.connect());
          newcomers.add(table.connect());
        });
    table.admit(newcomers.get(0));
    table.thenItShows();
    newcomers.get(1).hearEnd();
  }

  private static void refusedMoves(Table table) throws IOException {
    table.join(LIMIT);
    Seat refused = table.connect();
    table.thenItShows();
    try {
      refused.send(Seat.moves("d"));
    } catch (IOException closed) {
      // A right server may have been that quick.
      return;
    }
    refused.leave(Way.CLOSE);
  }

  private static void halfClosesAndResets(Table table) throws IOException {
    List<Seat> seats = table.join(LIMIT);
    seats.get(4).leave(Way.HALF_CLOSE);
    table.leaves(seats.get(4), Way.RESET);
    table.join();
    table.thenItShows();
    table.isRefused();
  }

  private static void joinsBesideDeparture(Table table) throws IOException {
    List<Seat> seats = table.join(LIMIT);
    table.thenItShows();
    seats.get(4).leave(Way.CLOSE);
    seats.get(0).send(Seat.moves("d"));
    table.answers(seats.get(0));
    Seat newcomer = table.connect();
    table.inAnyOrder(
        () -> {
          table.expectLeave(seats.get(4));
          table.expectMoves(seats.get(0), "d");
          newcomer.pause();
          table.admit(newcomer);
        });
    newcomer.resume();
    table.settle();
  }
}
