package simul.ci.markbook;

import java.util.ArrayList;
import java.util.List;
import simul.ci.grade.Marks;
import simul.ci.report.FindingLayout;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.verdict.CheckResult;

/**
 * One student's marks as plain text, to be mailed. Nothing that a submission has chosen gets into
 * it that could move a cursor or break a line.
 */
public final class StudentText {
  private static final int MOST_FINDINGS = 20;

  /** Of what a build complains of, more is only noise. */
  static final int MOST_BUILD_LINES = 40;

  private static final int MOST_LINE_CHARACTERS = 400;

  private final Graded graded;
  private final Words words;
  private final Telling telling;
  private final List<String> lines = new ArrayList<>();

  private StudentText(Graded graded, Language language) {
    this.graded = graded;
    this.words = new Words(language);
    this.telling = new Telling(graded, language);
  }

  /** The whole text. */
  public static String of(Graded graded, Language language) {
    return new StudentText(graded, language).text();
  }

  private String text() {
    lines.add(telling.title());
    lines.add(graded.who());
    if (!graded.who().equals(graded.file())) {
      lines.add(graded.file());
    }
    lines.add("");
    lines.add(words.say("points", graded.marks().points(), graded.marks().most()));
    lines.addAll(telling.lead());
    bill();
    section("notes", telling.notes());
    section("model", telling.model());
    section("build-errors", graded.buildErrors().stream().limit(MOST_BUILD_LINES).toList());
    for (Marks.PartMark part : graded.marks().parts()) {
      heading(telling.title(part));
      lines.addAll(part(graded, part, words.language()));
    }
    findings();
    section("at-home", telling.atHome());
    lines.add("");
    lines.add("simul " + graded.version());
    StringBuilder out = new StringBuilder();
    lines.forEach(
        line -> out.append(Printable.cut(Printable.line(line), MOST_LINE_CHARACTERS)).append('\n'));
    return out.toString();
  }

  private void heading(String text) {
    lines.add("");
    lines.add("== " + text);
  }

  private void section(String key, List<String> texts) {
    if (!texts.isEmpty()) {
      heading(words.say("heading." + key));
      texts.forEach(text -> lines.add("  " + text));
    }
  }

  private void bill() {
    heading(words.say("heading.parts"));
    for (ScoreSheet.Line line : ScoreSheet.of(graded, words.language()).lines()) {
      String points = Words.points(line.points());
      String most = line.part().map(p -> " / " + Words.points(p.part().points())).orElse("");
      lines.add("  " + " ".repeat(Math.max(0, 7 - points.length())) + points + most);
      int last = lines.size() - 1;
      lines.set(last, pad(lines.get(last)) + line.title());
    }
  }

  private static String pad(String text) {
    return text + " ".repeat(Math.max(1, 20 - text.length()));
  }

  /** The requirements of one part, line by line; of a hidden one only that it is. */
  private static List<String> part(Graded graded, Marks.PartMark part, Language language) {
    return part.part().hidden()
        ? List.of("  " + new Words(language).say("part.hidden"))
        : requirements(graded, part, language);
  }

  /** What is missing of one part, line by line; of a hidden one only that it is. */
  static List<String> missing(Graded graded, Marks.PartMark part, Language language) {
    if (part.part().hidden()) {
      return part(graded, part, language);
    }
    return new Telling(graded, language)
        .requirements(part).stream()
            .filter(told -> told.status() != Marks.Status.HELD)
            .filter(told -> told.status() != Marks.Status.NOT_APPLICABLE)
            .flatMap(told -> requirement(told, new Words(language)).stream())
            .toList();
  }

  /** The requirements of a part, hidden or not: for whoever marks. */
  static List<String> requirements(Graded graded, Marks.PartMark part, Language language) {
    return new Telling(graded, language)
        .requirements(part).stream()
            .flatMap(told -> requirement(told, new Words(language)).stream())
            .toList();
  }

  private static List<String> requirement(Telling.Told told, Words words) {
    List<String> lines = new ArrayList<>();
    String name = told.name().isEmpty() ? "" : told.name() + "  ";
    lines.add("  " + words.status(told.status()) + ": " + name + told.expected());
    told.seen().forEach(seen -> lines.add("      " + seen));
    for (Telling.ToldRule rule : told.rules()) {
      if (rule.status() != Marks.Status.HELD) {
        String status = words.status(rule.status());
        lines.add("      " + status + ": " + rule.rule().id() + "  " + rule.expected());
        rule.seen().forEach(seen -> lines.add("          " + seen));
      }
    }
    return lines;
  }

  private void findings() {
    List<CheckResult> all = telling.counterexamples();
    if (all.isEmpty()) {
      return;
    }
    heading(words.say("heading.findings"));
    Explanation explanation = new Explanation(graded.report().get().protocol(), words.language());
    for (CheckResult check : all.subList(0, Math.min(MOST_FINDINGS, all.size()))) {
      lines.add("");
      lines.add(check.rule().id() + "  " + words.language().text(check.rule()));
      FindingLayout.lines(
              check.finding().get(),
              explanation,
              check.finding().get().replay().map(graded.report().get()::replayCommand))
          .forEach(line -> lines.add("  " + line));
    }
    if (all.size() > MOST_FINDINGS) {
      lines.add(words.say("more", all.size() - MOST_FINDINGS));
    }
  }
}
