package simul.bots.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

class BehaviorTest {

  private static Set<Direction> waysTaken(Board board, Cell cell) {
    SplittableRandom random = new SplittableRandom(5);
    Set<Direction> taken = EnumSet.noneOf(Direction.class);
    for (int i = 0; i < 200; i++) {
      Behavior.wanderer().next(board, cell, random).ifPresent(taken::add);
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
}
