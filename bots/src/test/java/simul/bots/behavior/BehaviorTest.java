package simul.bots.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

class BehaviorTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(5);

  private static Set<Direction> waysTaken(Board board, Cell cell) {
    SplittableRandom random = new SplittableRandom(5);
    Set<Direction> taken = EnumSet.noneOf(Direction.class);
    for (int i = 0; i < 200; i++) {
      Turn turn = new Wanderer().next(board, cell, random);
      taken.addAll(((Turn.Walk) turn).ways());
    }
    return taken;
  }

  @Test
  void wandererTakesEveryWay() {
    assertThat(waysTaken(new Board(8, 8), new Cell(3, 3))).containsExactly(Direction.values());
  }

  @Test
  void wandererNeverWalksOffTheBoard() {
    assertThat(waysTaken(new Board(8, 8), new Cell(7, 0)))
        .containsExactly(Direction.DOWN, Direction.LEFT);
  }

  @Test
  void wandererSitsStillWhereThereIsNoWay() {
    assertThat(waysTaken(new Board(1, 1), new Cell(0, 0))).isEmpty();
  }

  @Test
  void hotspotVisitorsMeetInTheMiddleAndStayAroundIt() {
    Board board = new Board(8, 8);
    Cell cell = new Cell(0, 7);
    int visits = 0;

    for (int turn = 0; turn < 20; turn++) {
      Turn.Walk walk = (Turn.Walk) new HotspotVisitor().next(board, cell, RANDOM);
      cell = board.step(cell, walk.ways().get(0));
      visits += cell.equals(new Cell(4, 4)) ? 1 : 0;
    }

    assertThat(visits).isEqualTo(7);
  }

  @Test
  void idlerNeverMoves() {
    assertThat(new Idler().moves()).isFalse();
    assertThat(new Idler().next(new Board(8, 8), new Cell(0, 0), RANDOM)).isEqualTo(new Turn.Sit());
  }

  @Test
  void bursterMakesAsManyMovesAsItHadTurns() {
    Board board = new Board(8, 8);
    Behavior burster = new Burster(4, Turn.Delivery.JOINED);
    Cell start = new Cell(0, 0);

    for (int turn = 0; turn < 3; turn++) {
      assertThat(burster.next(board, start, RANDOM)).isEqualTo(new Turn.Sit());
    }
    Turn.Walk walk = (Turn.Walk) burster.next(board, start, RANDOM);

    assertThat(walk.delivery()).isEqualTo(Turn.Delivery.JOINED);
    assertThat(walk.ways()).hasSize(4);
    Cell cell = start;
    for (Direction way : walk.ways()) {
      assertThat(board.step(cell, way)).isNotEqualTo(cell);
      cell = board.step(cell, way);
    }
  }

  @Test
  void fragmenterCutsEveryPacket() {
    Turn turn = new Fragmenter().next(new Board(8, 8), new Cell(3, 3), RANDOM);

    assertThat(((Turn.Walk) turn).delivery()).isEqualTo(Turn.Delivery.CUT);
  }

  @ParameterizedTest
  @EnumSource(Turn.Farewell.class)
  void churnerLeavesNowAndThenAndComesBackSoon(Turn.Farewell farewell) {
    List<Turn.Leave> leaves = new ArrayList<>();

    for (int turn = 0; turn < 1000; turn++) {
      if (new Churner(farewell).next(new Board(8, 8), new Cell(3, 3), RANDOM)
          instanceof Turn.Leave leave) {
        leaves.add(leave);
      }
    }

    assertThat(leaves).hasSizeBetween(50, 200).allMatch(leave -> leave.farewell() == farewell);
    assertThat(leaves).allMatch(leave -> leave.away().compareTo(Duration.ofMillis(500)) < 0);
  }

  @Test
  void slowReaderStopsReadingNowAndThen() {
    long stops =
        IntStream.range(0, 1000)
            .mapToObj(i -> new SlowReader().next(new Board(8, 8), new Cell(3, 3), RANDOM))
            .filter(Turn.StopReading.class::isInstance)
            .count();

    assertThat(stops).isBetween(50L, 200L);
    assertThat(new SlowReader().reads()).isFalse();
  }
}
