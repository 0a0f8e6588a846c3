package simul.bots.measure;

/** The times of {@link Times} as lines, but for the joins. */
public record Curves(Curve response, Curve service, Curve propagation) {
  /** Nothing was recorded. */
  public static final Curves NONE = new Curves(Curve.EMPTY, Curve.EMPTY, Curve.EMPTY);
}
