package simul.ci.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The students of a course.
 *
 * @param students in the file's order
 * @param problems what the file has that is not understood, one line each: {@code roster.csv:3:
 *     ...}
 */
public record Roster(List<Student> students, List<String> problems) {
  /** A class list is a few pages; what is larger is some other file. */
  private static final int LARGEST_BYTES = 4 << 20;

  private static final List<String> NUMBER_HEADERS =
      List.of("학번", "studentid", "studentnumber", "studentno", "number", "id", "sid");

  private static final List<String> NAME_HEADERS =
      List.of("이름", "성명", "학생명", "name", "studentname", "fullname");

  private static final List<String> SECTION_HEADERS = List.of("분반", "반", "section", "class");

  public Roster {
    students = List.copyOf(students);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a CSV file in UTF-8 or CP949, with a header line that names the columns.
   *
   * @throws IOException when it cannot be read, or is larger than a class list can be
   */
  public static Roster load(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LARGEST_BYTES) {
      throw new IOException(file + ": " + size + " bytes, more than " + LARGEST_BYTES);
    }
    return decode(String.valueOf(file.getFileName()), Files.readAllBytes(file));
  }

  /** The same from bytes. Never fails: what is not understood is a problem of the roster. */
  public static Roster decode(String name, byte[] bytes) {
    String text = Normalizer.normalize(NameText.decode(bytes), Normalizer.Form.NFC);
    List<CsvReader.Row> rows = CsvReader.read(text.startsWith("\ufeff") ? text.substring(1) : text);
    if (rows.isEmpty()) {
      return new Roster(List.of(), List.of(name + ":1: has no header line and no students"));
    }
    return new Reader(name, rows.get(0)).read(rows.subList(1, rows.size()));
  }

  /** Goes through the rows once. */
  private static final class Reader {
    private final String file;
    private final CsvReader.Row header;
    private final int number;
    private final int name;
    private final int section;
    private final List<Student> students = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    Reader(String file, CsvReader.Row header) {
      this.file = file;
      this.header = header;
      this.number = column(NUMBER_HEADERS);
      this.name = column(NAME_HEADERS);
      this.section = column(SECTION_HEADERS);
    }

    private int column(List<String> names) {
      for (int i = 0; i < header.cells().size(); i++) {
        String cell = header.cells().get(i).toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
        if (names.contains(cell)) {
          return i;
        }
      }
      return -1;
    }

    Roster read(List<CsvReader.Row> rows) {
      if (number < 0) {
        problem(header.line(), "has no column of student numbers (학번 or number)");
      }
      if (name < 0) {
        problem(header.line(), "has no column of names (이름 or name)");
      }
      if (number >= 0 || name >= 0) {
        rows.forEach(this::add);
      }
      return new Roster(students, problems);
    }

    private void add(CsvReader.Row row) {
      Student student = new Student(row.cell(section), digits(row.cell(number)), row.cell(name));
      if (number >= 0 && student.number().isEmpty()) {
        problem(row.line(), "has no student number");
      }
      if (student.number().isEmpty() && student.name().isEmpty()) {
        return;
      }
      Integer first = lines.get(student.number());
      if (first != null) {
        problem(row.line(), "has the number " + student.number() + " of line " + first + " again");
        return;
      }
      if (!student.number().isEmpty()) {
        lines.put(student.number(), row.line());
      }
      students.add(student);
    }

    /** Excel writes a number that is meant as text as ="2015180012", or with a quote in front. */
    private static String digits(String cell) {
      return cell.replaceAll("^[='\"]+|[\"']+$", "").replace(" ", "");
    }

    private void problem(int line, String text) {
      problems.add(file + ":" + line + ": " + text);
    }
  }

  /** Whom a title means. */
  public record Match(Optional<Student> student, String reason) {
    private static Match of(Student student, String reason) {
      return new Match(Optional.of(student), reason);
    }

    private static Match none(String reason) {
      return new Match(Optional.empty(), reason);
    }
  }

  /** The student with the title's number, or else the only one with its name; and why. */
  public Match match(MailTitle title) {
    String number = title.number().orElse("");
    Optional<Student> byNumber =
        students.stream()
            .filter(student -> !number.isEmpty() && student.number().equals(number))
            .findFirst();
    if (byNumber.isPresent()) {
      return Match.of(byNumber.get(), "by number " + number);
    }
    String name = title.name().orElse("");
    List<Student> named =
        students.stream()
            .filter(student -> !name.isEmpty() && bare(student.name()).equals(bare(name)))
            .toList();
    String unknown = number.isEmpty() ? "" : "number " + number + " is not on the roster; ";
    if (named.size() == 1) {
      return Match.of(named.get(0), unknown + "by name " + name);
    }
    if (name.isEmpty()) {
      return Match.none(
          number.isEmpty() ? "neither number nor name is said" : unknown + "no name is said");
    }
    return Match.none(
        unknown
            + (named.isEmpty()
                ? "name " + name + " is not on the roster"
                : "name " + name + " is on the roster " + named.size() + " times"));
  }

  private static String bare(String name) {
    return name.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
