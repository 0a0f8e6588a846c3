package simul.spec.header;

/**
 * A line of a source file.
 *
 * @param line from 1
 */
public record Place(String file, int line) {
  /** {@code file:line}, as editors link it. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
