package simul.spec.world;

/**
 * A cell of the board.
 *
 * @param x column, from 0 at the left
 * @param y row, from 0 at the top
 */
public record Cell(int x, int y) {
  @Override
  public String toString() {
    return "(" + x + ", " + y + ")";
  }
}
