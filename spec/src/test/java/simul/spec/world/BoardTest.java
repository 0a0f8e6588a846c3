package simul.spec.world;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;

class BoardTest {
  private final Board board = new Board(8, 8);

  @ParameterizedTest
  @CsvSource({"UP, 3, 2", "DOWN, 3, 4", "LEFT, 2, 3", "RIGHT, 4, 3"})
  void stepLeadsToTheNeighbour(Direction direction, int x, int y) {
    assertThat(board.step(new Cell(3, 3), direction)).isEqualTo(new Cell(x, y));
  }

  @ParameterizedTest
  @CsvSource({"UP, 3, 0", "DOWN, 3, 7", "LEFT, 0, 3", "RIGHT, 7, 3"})
  void edgeStopsPiece(Direction direction, int x, int y) {
    assertThat(board.step(new Cell(x, y), direction)).isEqualTo(new Cell(x, y));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, true",
    "7, 7, true",
    "-1, 0, false",
    "0, -1, false",
    "8, 0, false",
    "0, 8, false"
  })
  void containsItsCellsOnly(int x, int y, boolean contained) {
    assertThat(board.contains(x, y)).isEqualTo(contained);
  }

  @Test
  void cornersHaveTwoOpenDirections() {
    assertThat(board.openDirections(new Cell(0, 0)))
        .containsExactlyInAnyOrder(Direction.DOWN, Direction.RIGHT);
    assertThat(board.openDirections(new Cell(7, 7)))
        .containsExactlyInAnyOrder(Direction.UP, Direction.LEFT);
    assertThat(board.openDirections(new Cell(3, 3))).hasSize(4);
    assertThat(new Board(1, 1).openDirections(new Cell(0, 0))).isEmpty();
  }

  @Test
  void hasTheSizeOfItsRules() {
    WorldRules rules = new WorldRules(5, 9, WorldRules.BlockedReply.NEVER, 3);

    assertThat(Board.of(rules)).isEqualTo(new Board(5, 9));
    assertThat(Board.of(rules).contains(4, 8)).isTrue();
    assertThat(Board.of(rules).contains(5, 8)).isFalse();
  }

  @Property(tries = 300)
  void stepStaysOnTheBoardAndMovesOneCellAtMost(
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(max = 99) int place,
      @ForAll Direction direction) {
    Board any = new Board(width, height);
    Cell from = new Cell(place % width, place / width % height);

    Cell to = any.step(from, direction);

    assertThat(any.contains(to.x(), to.y())).isTrue();
    assertThat(Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y())).isLessThanOrEqualTo(1);
    assertThat(any.openDirections(from).contains(direction)).isEqualTo(!to.equals(from));
  }
}
