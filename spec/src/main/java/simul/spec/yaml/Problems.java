package simul.spec.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file. */
public final class Problems {
  private final String file;
  private final List<Problem> list = new ArrayList<>();

  public Problems(String file) {
    this.file = file;
  }

  public void error(Value place, String message) {
    error(place.line(), place.column(), message);
  }

  public void error(int line, int column, String message) {
    add(line, column, Problem.Severity.ERROR, message);
  }

  public void warning(Value place, String message) {
    add(place.line(), place.column(), Problem.Severity.WARNING, message);
  }

  /** Names in a message come from the file: a line feed in one must not make two lines of it. */
  private void add(int line, int column, Problem.Severity severity, String message) {
    String oneLine = message.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
    list.add(new Problem(file, line, column, severity, oneLine));
  }

  /** In the order of the file. */
  public List<Problem> sorted() {
    return list.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  /** Whether something makes the file unusable. */
  public boolean anyError() {
    return list.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }
}
