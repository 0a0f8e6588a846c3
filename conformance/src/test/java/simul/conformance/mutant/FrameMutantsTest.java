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
class FrameMutantsTest extends ShownMistakes {
  private static final int PACKETS_AT_ONCE = 50;

  @Override
  Map<String, Dialogue> dialogues() {
    return Map.ofEntries(
        entry("ForgetsHeadBehindTail", inSegments("03 01", "", "01 03", "d", "01 01", "d")),
        entry("KeepsStaleSizeOfRest", inSegments("03 01", "", "01 03", "d", "01 01", "d")),
        entry("GivesUpAfterTwoPieces", inSegments("03", "", "01", "", "01", "d")),
        entry(
            "DropsHeadBehindWholePackets", inSegments("03 01 01 03 01 00 03", "du", "01 01", "d")),
        entry("ActsOnSixtyFourPacketsOfReceive", atOnce(100)),
        entry("CountsReceivedBytesInOneByte", atOnce(100)),
        entry("LosesPacketAcross1024thByteOfRead", atOnce(400)),
        entry("LosesPacketAcross4096thByteOfRead", atOnce(1500)),
        entry("LosesPacketAcross4096thByteOfStream", inAll(1400, 1365)),
        entry("ReadsZerosPastWrapOfRing", inAll(400, 341)),
        entry("LosesEvery256thPacket", inAll(300, 255)),
        entry("LosesEvery1000thPacket", inAll(1050, 999)),
        entry("SharesBufferWithEighthNext", FrameMutantsTest::halfPacketsOfTen),
        entry("LeavesHalfPacketInSlot", FrameMutantsTest::halfPacketOfPredecessor),
        entry("WaitsForRestOfWhoHasLeft", FrameMutantsTest::leavesAfterHalfPacket));
  }

  /** Each segment is followed by the moves that it completes. */
  private static Dialogue inSegments(String... segments) {
    return table -> {
      List<Seat> seats = table.join(2);
      table.thenItShows();
      for (int i = 0; i < segments.length; i += 2) {
        table.segment(seats.get(0), segments[i], segments[i + 1]);
      }
    };
  }

  private static Dialogue atOnce(int packets) {
    return table -> {
      List<Seat> seats = table.join(2);
      table.moves(seats.get(0), "du".repeat(30));
      table.thenItShows();
      table.moves(seats.get(0), "du".repeat(packets / 2));
    };
  }

  /** So many packets, not many at a time, and not one of them may be lost. */
  private static Dialogue inAll(int packets, int right) {
    return table -> {
      Seat mover = table.join(2).get(0);
      for (int sent = 0; sent < packets; sent += PACKETS_AT_ONCE) {
        if (sent + PACKETS_AT_ONCE > right) {
          table.thenItShows();
        }
        table.moves(mover, "du".repeat(PACKETS_AT_ONCE / 2));
      }
    };
  }

  private static void halfPacketsOfTen(Table table) throws IOException {
    List<Seat> seats = table.join(10);
    table.segment(seats.get(3), "03 01", "");
    table.segment(seats.get(2), "03 01", "");
    table.segment(seats.get(3), "01", "d");
    table.segment(seats.get(2), "01", "d");
    table.segment(seats.get(0), "03 01", "");
    table.thenItShows();
    table.segment(seats.get(8), "03 01", "");
    table.segment(seats.get(0), "01", "d");
    table.segment(seats.get(8), "01", "d");
  }

  private static void halfPacketOfPredecessor(Table table) throws IOException {
    List<Seat> seats = table.join(3);
    table.segment(seats.get(1), "03", "");
    table.leaves(seats.get(1), Way.CLOSE);
    Seat next = table.join();
    table.thenItShows();
    table.moves(next, "d");
  }

  private static void leavesAfterHalfPacket(Table table) throws IOException {
    List<Seat> seats = table.join(4);
    table.leaves(seats.get(3), Way.CLOSE);
    table.segment(seats.get(0), "03", "");
    table.thenItShows();
    table.leaves(seats.get(0), Way.CLOSE);
  }
}
