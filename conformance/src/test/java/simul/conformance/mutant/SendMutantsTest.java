package simul.conformance.mutant;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.mutant.Seat.Way;
import simul.conformance.mutant.Table.Dialogue;

@Execution(ExecutionMode.CONCURRENT)
class SendMutantsTest extends ShownMistakes {

  @Override
  Map<String, Dialogue> dialogues() {
    return Map.ofEntries(
        entry("SendsSizeOfLastPacket", SendMutantsTest::onePlays),
        entry("LetsPacketsCutInOnOneAnother", Table::twoMoveAtOnce),
        entry("BlamesSenderForShortWrite", SendMutantsTest::othersPlayOn),
        entry("BlocksOnSlowReader", SendMutantsTest::othersPlayOn),
        entry("EndsBroadcastAtSlowReader", SendMutantsTest::othersPlayOn),
        entry("DropsRemainder", SendMutantsTest::catchesUp),
        entry("DropsPacketsForSlowReader", SendMutantsTest::catchesUp),
        entry("PutsPacketBeforeRemainder", SendMutantsTest::catchesUp),
        entry("SendsAllAgainAfterShortWrite", SendMutantsTest::catchesUp),
        entry("MixesUpRemainders", SendMutantsTest::twoCatchUp),
        entry("NeverNoticesResetOfSlowReader", SendMutantsTest::slowReaderResets),
        entry("TellsNoLogoutToSlowReader", SendMutantsTest::anotherLeaves),
        entry("AdmitsNobodyBesideSlowReader", SendMutantsTest::anotherJoins),
        entry("DropsSecondRemainder", SendMutantsTest::catchesUpTwice),
        entry("NeverSendsAgainOnceCaughtUp", SendMutantsTest::playsOnAfterCatchingUp));
  }

  private static void onePlays(Table table) throws IOException {
    table.thenItShows();
    table.moves(table.join(), "d");
  }

  private static void othersPlayOn(Table table) throws Exception {
    Seat mover = table.join();
    Seat slow = table.joinSlowly();
    table.join();
    table.thenItShows();
    table.flood(mover);
    table.drain(slow);
  }

  private static void catchesUp(Table table) throws Exception {
    Seat mover = table.join();
    Seat slow = table.joinSlowly();
    table.flood(mover);
    table.moves(mover, "r");
    table.thenItShows();
    table.drain(slow);
  }

  private static void twoCatchUp(Table table) throws Exception {
    Seat mover = table.join();
    Seat slow = table.joinSlowly();
    Seat other = table.joinSlowly();
    table.flood(mover);
    table.thenItShows();
    table.drain(slow);
    table.drain(other);
  }

  private static void slowReaderResets(Table table) throws Exception {
    Seat mover = table.join();
    Seat slow = table.joinSlowly();
    table.flood(mover);
    table.thenItShows();
    table.leaves(slow, Way.RESET);
  }

  private static void anotherLeaves(Table table) throws Exception {
    Seat mover = table.join();
    Seat slow = table.joinSlowly();
    Seat leaver = table.join();
    table.flood(mover);
    table.leaves(leaver, Way.CLOSE);
    table.thenItShows();
    table.drain(slow);
  }

  private static void anotherJoins(Table table) throws Exception {
    Seat mover = table.join();
    Seat slow = table.joinSlowly();
    table.flood(mover);
    table.thenItShows();
    table.join();
    table.drain(slow);
  }

  private static void catchesUpTwice(Table table) throws Exception {
    Seat mover = table.join();
    Seat slow = table.joinSlowly();
    table.flood(mover);
    table.thenItShows();
    table.drain(slow);
    table.flood(mover);
    table.drain(slow);
  }

  private static void playsOnAfterCatchingUp(Table table) throws Exception {
    Seat mover = table.join();
    Seat slow = table.joinSlowly();
    table.flood(mover);
    table.drain(slow);
    table.thenItShows();
    table.moves(mover, "r");
    table.drain(slow);
  }
}
