package simul.ci.markbook;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import simul.ci.grade.Marks;
import simul.ci.grade.Rubric;
import simul.conformance.explain.Language;
import simul.spec.text.JsonText;

/**
 * Gradescope's {@code results.json}: a test for each part and for each thing taken off. The score
 * of the whole stands on its own and is the tests' sum. A bonus adds nothing to what there is to
 * earn, for Gradescope compares the sum of that with the assignment's points. Where a part is
 * hidden, Gradescope shows students no total either.
 */
public final class GradescopeResults {
  /** A test's output is for reading; all of it is in the student's page. */
  private static final int MOST_CHARACTERS = 10_000;

  private GradescopeResults() {}

  /** The file for a submission; points as the rubric has them, or scaled. */
  public static String of(Graded graded, Language language, Optional<BigDecimal> scaleTo) {
    ScoreSheet sheet = ScoreSheet.of(graded, language, scaleTo);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("score", Words.number(sheet.total()));
    json.put("output", lines(summary(graded, language, sheet)));
    json.put("output_format", "text");
    json.put("test_output_format", "text");
    json.put("visibility", "visible");
    json.put("tests", tests(graded, language, sheet));
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("tool", "simul");
    extra.put("version", graded.version());
    extra.put("rubric", graded.rubric().name());
    extra.put("points", Words.number(graded.marks().points()));
    extra.put("undecided", Words.number(graded.marks().undecided()));
    json.put("extra_data", extra);
    return JsonText.of(json);
  }

  /** The file from the start on, so that one is there whatever ends the grading. */
  public static String unfinished(
      Rubric rubric, Language language, Optional<BigDecimal> scaleTo, String version) {
    Words words = new Words(language);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("score", 0);
    json.put("output", words.say("unfinished"));
    json.put("output_format", "text");
    json.put("visibility", "visible");
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("score", 0);
    test.put("max_score", Words.number(scaleTo.orElse(rubric.points())));
    test.put("status", "failed");
    test.put("name", rubric.title().in(language));
    test.put("output", words.say("unfinished"));
    json.put("tests", List.of(test));
    json.put("extra_data", Map.of("version", version));
    return JsonText.of(json);
  }

  private static List<String> summary(Graded graded, Language language, ScoreSheet sheet) {
    Telling telling = new Telling(graded, language);
    Words words = new Words(language);
    List<String> lines = new java.util.ArrayList<>();
    lines.add(words.say("points", graded.marks().points(), graded.marks().most()));
    if (sheet.most().compareTo(graded.marks().most()) != 0) {
      lines.add(words.say("points.scaled", sheet.total(), sheet.most()));
    }
    lines.addAll(telling.lead());
    lines.addAll(telling.notes());
    lines.addAll(telling.model());
    graded.buildErrors().stream()
        .limit(StudentText.MOST_BUILD_LINES)
        .map(line -> "  " + line)
        .forEach(lines::add);
    if (!telling.atHome().isEmpty()) {
      lines.add("");
      lines.add(words.say("heading.at-home"));
      telling.atHome().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private static String lines(List<String> lines) {
    String text = String.join("\n", lines.stream().map(Printable::line).toList());
    return Printable.cut(text, MOST_CHARACTERS);
  }

  private static List<Map<String, Object>> tests(
      Graded graded, Language language, ScoreSheet sheet) {
    return IntStream.range(0, sheet.lines().size())
        .mapToObj(i -> test(graded, language, sheet.lines().get(i), i + 1))
        .toList();
  }

  private static Map<String, Object> test(
      Graded graded, Language language, ScoreSheet.Line line, int number) {
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("score", Words.number(line.points()));
    test.put("max_score", Words.number(line.most()));
    // Rounding a scaled share can leave a full one a hundredth short: it says itself how it is.
    test.put("status", line.status() == Marks.Status.HELD ? "passed" : "failed");
    test.put("name", line.title());
    test.put("number", String.valueOf(number));
    // What is hidden is so as a whole, and whoever marks wants to know why.
    List<String> output =
        line.part().map(part -> StudentText.requirements(graded, part, language)).orElse(List.of());
    test.put("output", lines(output));
    test.put("tags", List.of(line.name()));
    test.put("visibility", line.hidden() ? "hidden" : "visible");
    return test;
  }
}
