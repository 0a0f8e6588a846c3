package simul.ci.markbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simul.ci.grade.Marks;
import simul.ci.grade.Rubric;
import simul.conformance.explain.Language;

/**
 * The marks of a class as a table for Excel: UTF-8 that says so, for Excel takes it for the
 * system's code page otherwise, and lines that end as on Windows. What would be a formula there is
 * none here.
 */
public final class MarksCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Excel takes the wide forms of East Asia for the same. */
  private static final Pattern FORMULA = Pattern.compile("[\\s?]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

  private static final Pattern RAW_START = Pattern.compile("[\\t\\r\\n].*", Pattern.DOTALL);
  private static final int MOST_CELL_CHARACTERS = 500;

  private MarksCsv() {}

  /** The whole file, a line for each submission, by section and number. */
  public static String of(Rubric rubric, List<Graded> graded, Language language) {
    Words words = new Words(language);
    List<String> columns = new ArrayList<>();
    for (String key : List.of("section", "number", "name", "file", "points", "undecided", "most")) {
      columns.add(words.say("column." + key));
    }
    rubric.parts().forEach(part -> columns.add(part.title().in(language)));
    for (String key : List.of("late", "build", "error", "remarks")) {
      columns.add(words.say("column." + key));
    }
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK).append(row(columns));
    ClassOrder.of(graded).forEach(one -> csv.append(row(cells(one, rubric, words))));
    return csv.toString();
  }

  private static List<String> cells(Graded graded, Rubric rubric, Words words) {
    Student student = graded.student().orElse(new Student("", "", ""));
    Marks marks = graded.marks();
    List<String> cells = new ArrayList<>();
    cells.addAll(List.of(student.section(), student.number(), student.name(), graded.file()));
    cells.add(Words.points(marks.points()));
    cells.add(Words.points(marks.undecided()));
    cells.add(Words.points(marks.most()));
    rubric.parts().forEach(part -> cells.add(points(marks, part)));
    cells.add(String.valueOf(graded.findings().daysLate()));
    cells.add(graded.findings().build().strategy());
    cells.add(graded.findings().build().firstError().orElse(""));
    cells.add(remarks(graded, words));
    return cells;
  }

  private static String points(Marks marks, Rubric.Part part) {
    return marks.parts().stream()
        .filter(mark -> mark.part().name().equals(part.name()))
        .map(mark -> Words.points(mark.points()))
        .findFirst()
        .orElse("");
  }

  private static String remarks(Graded graded, Words words) {
    Telling telling = new Telling(graded, words.language());
    Stream<String> deductions =
        graded.marks().deductions().stream()
            .map(d -> telling.deduction(d) + " (-" + Words.points(d.points()) + ")");
    Optional<String> served = graded.findings().served();
    Stream<String> notes =
        Stream.concat(graded.port().stream(), graded.notes().stream())
            .map(note -> note.in(words.language()));
    return Stream.of(deductions, served.stream(), notes)
        .flatMap(all -> all)
        .collect(Collectors.joining("; "));
  }

  private static String row(List<String> cells) {
    return cells.stream().map(MarksCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** One cell: on one line, no formula, quoted where it has to be. */
  static String cell(String text) {
    String line = Printable.cut(Printable.line(text), MOST_CELL_CHARACTERS);
    boolean formula = FORMULA.matcher(line).matches() || RAW_START.matcher(text).matches();
    String plain = formula ? "'" + line : line;
    return plain.chars().anyMatch(c -> c == '"' || c == ',' || c == ';')
        ? '"' + plain.replace("\"", "\"\"") + '"'
        : plain;
  }
}
