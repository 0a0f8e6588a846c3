package simul.conformance.mutant;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.mutant.Seat.Way;
import simul.conformance.mutant.Table.Dialogue;

@Execution(ExecutionMode.CONCURRENT)
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
}
