package simul.spec.header;

/** Something doubtful in a header that hinders no import. */
public record Remark(Place place, String text) {
  /** {@code file:line: text}. */
  @Override
  public String toString() {
    return place + ": " + text;
  }
}
