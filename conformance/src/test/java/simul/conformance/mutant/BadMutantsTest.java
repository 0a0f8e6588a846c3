package simul.conformance.mutant;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.mutant.Table.Dialogue;

@Execution(ExecutionMode.CONCURRENT)
class BadMutantsTest extends ShownMistakes {
  private static final int GARBAGE_BYTES = 1 << 20;
  private static final int PART_BYTES = 1 << 12;

  @Override
  Map<String, Dialogue> dialogues() {
    return Map.ofEntries(
        entry("HangsOnLengthZero", bad("01 09 09", "00 00 00")),
        entry("CrashesOnLengthBelowHeader", bad("00 00 00", "01 09 09")),
        entry("HangsUntilLargeLengthHasCome", bad("00 00 00", "ff 01 03")),
        entry("ActsOnPacketTooShort", bad("04 01 01 01", "02 01")),
        entry("ActsOnTailOfPacketTooLong", bad("02 01", "04 01 01 01")),
        entry("TakesUnknownTypeForMove", bad("03 01 07", "03 09 00")),
        entry("CrashesOnUnknownType", bad("03 01 07", "03 09 00")),
        entry("TakesDirectionModuloFour", bad("03 09 00", "03 01 05")),
        entry("DisconnectsNeighbourOfBadClient", bad("03 09 00")),
        entry("KeepsSlotOfBadClient", bad("03 09 00")),
        entry("RelaysServersPackets", bad("03 09 00", "05 01 00 07 07")),
        entry("LosesInputBesideBadInput", BadMutantsTest::movesBesideBadInput),
        entry("CrashesAfterMuchGarbage", BadMutantsTest::muchGarbage));
  }

  /** Clients send bytes for which a right server disconnects them; the last show the mistake. */
  private static Dialogue bad(String... streams) {
    return table -> {
      List<Seat> seats = table.join(4);
      for (int i = 0; i < streams.length; i++) {
        if (i == streams.length - 1) {
          table.thenItShows();
        }
        table.isBad(seats.get(1 + i), streams[i]);
      }
    };
  }

  private static void movesBesideBadInput(Table table) throws IOException {
    List<Seat> seats = table.join(3);
    table.thenItShows();
    seats.get(1).send(new byte[] {3, 9, 0});
    seats.get(0).send(Seat.moves("d"));
    table.inAnyOrder(
        () -> {
          table.expectLeave(seats.get(1));
          table.expectMoves(seats.get(0), "d");
        });
  }

  private static void muchGarbage(Table table) throws IOException {
    List<Seat> seats = table.join(3);
    table.moves(seats.get(0), "d");
    table.thenItShows();
    Seat bad = seats.get(1);
    try {
      for (int sent = 0; sent < GARBAGE_BYTES; sent += PART_BYTES) {
        bad.send(new byte[PART_BYTES]);
      }
    } catch (IOException closed) {
      // A right server does not read so much of it.
      assert bad.isReading();
    }
    bad.leave(Seat.Way.CLOSE);
    table.expectLeave(bad);
  }
}
