package simul.bots.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.Test;
import simul.bots.swarm.Dots;
import simul.bots.swarm.Load;
import simul.spec.wire.HexDump;
import simul.spec.world.Board;

class FramesTest {
  private static final Board CHESSBOARD = new Board(8, 8);

  private static final Dots DOTS =
      new Dots(
          new int[] {0, 7, 3},
          new int[] {0, 7, 4},
          new byte[] {Dots.ABSENT, Dots.PLAYS, Dots.LOST});

  private static String bytes(Board board, Dots dots) {
    ByteBuf buffer = Frames.dots(board, dots);
    byte[] bytes = new byte[buffer.readableBytes()];
    buffer.readBytes(bytes);
    buffer.release();
    return HexDump.hex(bytes);
  }

  @Test
  void dotsAreCountThenPlacesAndStates() {
    assertThat(bytes(CHESSBOARD, DOTS))
        .isEqualTo("03 00 00 00 00 00 00 00 00 07 00 07 00 01 03 00 04 00 02");
  }

  @Test
  void whoeverIsOffTheBoardIsShownAtItsRim() {
    Dots off = new Dots(new int[] {-1, 99}, new int[] {8, -99}, new byte[] {1, 1});

    assertThat(bytes(CHESSBOARD, off)).isEqualTo("02 00 00 00 00 00 07 00 01 07 00 00 00 01");
  }

  @Test
  void largestBoardFits() {
    Dots far = new Dots(new int[] {65_535}, new int[] {256}, new byte[] {1});

    assertThat(bytes(new Board(65_536, 65_536), far)).isEqualTo("01 00 00 00 ff ff 00 01 01");
  }

  @Test
  void stateSaysWhatPeopleLookAt() {
    String state = new Frames(Snapshots.plan("homework3")).state(Snapshots.of(10, DOTS));

    assertThat(state)
        .contains("\"kind\": \"state\"", "\"stage\": \"playing\"", "\"elapsedMillis\": 1500")
        .contains("\"clients\": 9", "\"wanted\": 11", "\"refused\": 1", "\"rate\": 10.0")
        .contains("\"violations\": 2", "\"errors\": 10", "\"text\": \"told \\\"twice\\\" <b>\"");
  }

  @Test
  void rateThatAnswersSetIsNone() {
    assertThat(
            new Frames(Snapshots.plan("homework3"))
                .state(Snapshots.of(Double.POSITIVE_INFINITY, DOTS)))
        .contains("\"rate\": null");
  }

  @Test
  void secondWithoutAnswersHasNoTimes() {
    assertThat(Frames.seconds(Snapshots.of(10, DOTS).seconds()))
        .contains("[0, 9, 100, 90, 0.5, 1.0, 2.0, 4.0, 2]")
        .contains("[1, 9, 10, 0, null, null, null, null, 0]");
  }

  @Test
  void helloSaysTheBounds() {
    assertThat(new Frames(Snapshots.plan("homework3")).hello())
        .contains("\"spec\": \"homework3\"", "\"target\": \"127.0.0.1:9000\"")
        .contains("\"mostClients\": " + Load.MOST_CLIENTS, "\"playMillis\": 10000");
  }

  @Test
  void resultGoesIntoTheLastWord() {
    assertThat(Frames.end("{\"verdict\": \"PASS\"}\n"))
        .isEqualTo("{\"kind\": \"end\", \"result\": {\"verdict\": \"PASS\"}}\n");
  }
}
