package simul.spec.model;

/**
 * How a protocol writes the cells of the board: {@code origin + step * cell} on each axis.
 *
 * @param step units from one cell to the next, above 0
 * @param originX what column 0 is written as
 * @param originY what the lowest written row is written as: row 0, or the last where y grows
 *     upwards
 * @param up whether the written y grows upwards, while rows always count downwards
 */
public record Coordinates(double step, double originX, double originY, boolean up) {
  /** Cells as they are. */
  public static final Coordinates CELLS = new Coordinates(1, 0, 0, false);

  /**
   * How far a written number may be off a cell's own, in steps: less than any unit that a protocol
   * has, more than a float's rounding.
   */
  private static final double TOLERANCE = 0.001;

  /** What stands for a number that is no cell's. */
  public static final int NO_CELL = Integer.MIN_VALUE;

  /** The column that a written number means, or {@link #NO_CELL}. */
  public int column(double written) {
    return cell((written - originX) / step);
  }

  /** The row that a written number means, or {@link #NO_CELL}. */
  public int row(double written, int height) {
    int cell = cell((written - originY) / step);
    return cell == NO_CELL || !up ? cell : height - 1 - cell;
  }

  private static int cell(double steps) {
    double nearest = Math.rint(steps);
    boolean fits = Math.abs(steps - nearest) <= TOLERANCE && Math.abs(nearest) < Integer.MAX_VALUE;
    return fits ? (int) nearest : NO_CELL;
  }

  /** How a column is written. */
  public double x(int column) {
    return originX + step * column;
  }

  /** How a row is written. */
  public double y(int row, int height) {
    return originY + step * (up ? height - 1 - row : row);
  }
}
