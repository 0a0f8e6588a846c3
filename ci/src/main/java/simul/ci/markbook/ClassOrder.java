package simul.ci.markbook;

import java.util.Comparator;
import java.util.List;

/** The order of a class: by section and number, and who is not known by file at the end. */
final class ClassOrder {
  private static final Comparator<Graded> ORDER =
      Comparator.comparing((Graded graded) -> number(graded).isEmpty())
          .thenComparing(graded -> graded.student().map(Student::section).orElse(""))
          .thenComparing(ClassOrder::number)
          .thenComparing(Graded::file);

  private ClassOrder() {}

  static List<Graded> of(List<Graded> graded) {
    return graded.stream().sorted(ORDER).toList();
  }

  private static String number(Graded graded) {
    return graded.student().map(Student::number).orElse("");
  }
}
