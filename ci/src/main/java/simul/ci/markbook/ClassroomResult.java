package simul.ci.markbook;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import simul.ci.grade.Marks;
import simul.conformance.explain.Language;
import simul.spec.text.JsonText;

/**
 * What a runner of GitHub Classroom hands to its reporter: JSON in Base64, as the step output
 * {@code result}. The reporter adds up the tests' scores, so each has one, and what is taken off is
 * a test with less than nothing. Of hidden parts only the points: students read the workflow's log.
 */
public final class ClassroomResult {
  private static final int VERSION = 1;

  /** As much as Classroom's own runners keep. */
  private static final int MOST_MESSAGE_CHARACTERS = 500;

  private ClassroomResult() {}

  /** The line to append to the file of a step's outputs. */
  public static String output(Graded graded, Language language, Optional<BigDecimal> scaleTo) {
    byte[] json = json(graded, language, scaleTo).getBytes(StandardCharsets.UTF_8);
    return "result=" + Base64.getEncoder().encodeToString(json) + "\n";
  }

  /** The same before it is encoded. */
  static String json(Graded graded, Language language, Optional<BigDecimal> scaleTo) {
    ScoreSheet sheet = ScoreSheet.of(graded, language, scaleTo);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", VERSION);
    json.put("status", status(graded.marks()));
    json.put("max_score", Words.number(sheet.most()));
    json.put("tests", sheet.lines().stream().map(line -> test(graded, language, line)).toList());
    return JsonText.of(json);
  }

  private static String status(Marks marks) {
    if (marks.points().compareTo(marks.most()) >= 0) {
      return "pass";
    }
    // All that is missing may still be earned.
    boolean open = marks.points().add(marks.undecided()).compareTo(marks.most()) >= 0;
    return open ? "error" : "fail";
  }

  private static Map<String, Object> test(Graded graded, Language language, ScoreSheet.Line line) {
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("name", line.title());
    test.put(
        "status",
        switch (line.status()) {
          case HELD, NOT_APPLICABLE -> "pass";
          case UNDECIDED -> "error";
          case BROKEN, NOT_RUN -> "fail";
        });
    test.put("score", Words.number(line.points()));
    String message =
        line
            .part()
            .map(part -> StudentText.missing(graded, part, language))
            .orElse(List.of())
            .stream()
            .map(Printable::line)
            .collect(Collectors.joining("\n"));
    test.put("message", Printable.cut(message, MOST_MESSAGE_CHARACTERS));
    test.put("test_code", "");
    test.put("filename", "");
    // The reporter shows no line where it is 0.
    test.put("line_no", 0);
    test.put("duration", 0);
    return test;
  }
}
