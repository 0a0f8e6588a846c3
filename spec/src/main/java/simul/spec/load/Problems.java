package simul.spec.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file. */
final class Problems {
  private final String file;
  private final List<Problem> list = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void error(Value place, String message) {
    error(place.line(), place.column(), message);
  }

  void error(int line, int column, String message) {
    add(line, column, Problem.Severity.ERROR, message);
  }

  void warning(Value place, String message) {
    add(place.line(), place.column(), Problem.Severity.WARNING, message);
  }

  /** Names in a message come from the file: a line feed in one must not make two lines of it. */
  private void add(int line, int column, Problem.Severity severity, String message) {
    String oneLine = message.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
    list.add(new Problem(file, line, column, severity, oneLine));
  }

  /** In the order of the file. */
  List<Problem> sorted() {
    return list.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  /** Whether something makes the file unusable. */
  boolean anyError() {
    return list.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }
}
