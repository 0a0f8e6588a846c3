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

  /** Names in a message come from the file: a line feed in one must not make two lines of it. */
  void error(int line, int column, String message) {
    String oneLine = message.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
    list.add(new Problem(file, line, column, Problem.Severity.ERROR, oneLine));
  }

  /** In the order of the file. */
  List<Problem> sorted() {
    return list.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  boolean any() {
    return !list.isEmpty();
  }
}
