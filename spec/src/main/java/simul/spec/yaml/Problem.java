package simul.spec.yaml;

/**
 * Something wrong with a file, and where.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Problem(String file, int line, int column, Severity severity, String message) {

  /** How bad it is. */
  public enum Severity {
    /** The file cannot be used. */
    ERROR,
    /** Legal, but a known mistake. */
    WARNING
  }

  /** {@code file:line:column: error: message}, as editors and CI logs link it. */
  @Override
  public String toString() {
    String word = severity == Severity.ERROR ? "error" : "warning";
    return file + ":" + line + ":" + column + ": " + word + ": " + message;
  }
}
