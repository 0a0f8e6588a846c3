package simul.spec.model;

import java.util.Locale;

/** The four moves of a piece; y grows downwards, so {@link #UP} is y - 1 (handout, section 2). */
public enum Direction {
  UP(0, -1),
  DOWN(0, 1),
  LEFT(-1, 0),
  RIGHT(1, 0);

  private final int dx;
  private final int dy;

  Direction(int dx, int dy) {
    this.dx = dx;
    this.dy = dy;
  }

  /** Cells to the right, -1, 0 or 1. */
  public int dx() {
    return dx;
  }

  /** Cells downwards, -1, 0 or 1. */
  public int dy() {
    return dy;
  }

  /** The word that texts use: {@code up}, {@code down}, {@code left}, {@code right}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
