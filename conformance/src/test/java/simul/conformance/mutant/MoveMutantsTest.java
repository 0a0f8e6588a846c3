package simul.conformance.mutant;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.mutant.Table.Dialogue;

@Execution(ExecutionMode.CONCURRENT)
class MoveMutantsTest extends ShownMistakes {

  @Override
  Map<String, Dialogue> dialogues() {
    return Map.ofEntries(
        entry("MovesTwoCells", moves("", "d")),
        entry("TellsMoveToMoverOnly", moves("", "d")),
        entry("TellsMoveToOthersOnly", moves("", "d")),
        entry("TellsMoveTwice", moves("", "d")),
        entry("TellsOthersOldCell", moves("", "d")),
        entry("SwapsUpAndDown", moves("lr", "d")),
        entry("FallsThroughFromDownToLeft", moves("lru", "d")),
        entry("SwapsAxes", moves("", "r")),
        entry("TakesRightForLeft", moves("du", "r")),
        entry("WrapsAtTheEdge", moves("drlu", "u")),
        entry("WalksOffTheBoard", moves("drlu", "l")),
        entry("DisconnectsAtTheEdge", moves("drlu", "u")),
        entry("LosesMoveAfterBlockedOne", moves("drluu", "d")),
        entry("AllowsOneColumnTooMany", moves("rrrrrrr", "r")),
        entry("StopsBeforeLastColumn", moves("rrrrrr", "r")),
        entry("SticksInLastCorner", moves("rrrrrrrddddddd", "u")),
        entry("SwapsMovesForLastClient", moves("dr", "dr")),
        entry("TellsOnlyLastMoveOfReceive", moves("dr", "dr")),
        entry("LosesMovesOfSameMoment", Table::twoMoveAtOnce),
        entry("MovesWhoeverJoinedLast", moves("", "d")),
        entry("DragsWhoeverSharesCell", MoveMutantsTest::movesOutOfSharedCell));
  }

  /** Some moves one by one, and then others in one write. */
  private static Dialogue moves(String before, String then) {
    return table -> {
      Seat mover = table.join(2).get(0);
      for (char direction : before.toCharArray()) {
        table.moves(mover, String.valueOf(direction));
      }
      table.thenItShows();
      table.moves(mover, then);
    };
  }

  private static void movesOutOfSharedCell(Table table) throws IOException {
    List<Seat> seats = table.join(2);
    table.moves(seats.get(0), "r");
    table.moves(seats.get(0), "d");
    table.thenItShows();
    table.moves(seats.get(1), "d");
  }
}
