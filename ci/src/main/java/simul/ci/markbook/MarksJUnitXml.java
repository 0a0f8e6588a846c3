package simul.ci.markbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import simul.ci.grade.Marks;
import simul.ci.report.Markup;
import simul.conformance.check.Selection;
import simul.conformance.explain.Language;
import simul.conformance.verdict.CheckResult;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/**
 * Marks as JUnit XML: one {@code testsuite}, a case for each requirement, and one each for what
 * points are taken off for. Names of classes and cases are English and the same for everybody. A
 * hidden part is one case, with its points alone. The points of the whole are properties.
 */
public final class MarksJUnitXml {
  private final Graded graded;
  private final Words words;
  private final Telling telling;
  private final List<Case> cases = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();

  private MarksJUnitXml(Graded graded, Language language) {
    this.graded = graded;
    this.words = new Words(language);
    this.telling = new Telling(graded, language);
  }

  /** One test case. */
  private record Case(
      String group, String name, Duration time, Marks.Status status, String message, String text) {}

  /** The whole document. */
  public static String of(Graded graded, Language language) {
    return new MarksJUnitXml(graded, language).document();
  }

  private String document() {
    conditions();
    graded.marks().parts().forEach(this::part);
    Duration time = graded.report().map(r -> r.result().duration()).orElse(Duration.ZERO);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
    attribute("name", "grade " + graded.rubric().name());
    attribute("time", seconds(time));
    attribute("tests", String.valueOf(cases.size()));
    attribute("errors", count(Marks.Status.UNDECIDED));
    attribute("skipped", String.valueOf(cases.stream().filter(c -> isSkipped(c.status())).count()));
    attribute("failures", count(Marks.Status.BROKEN));
    out.append(">\n  <properties>\n");
    property("tool", "simul " + graded.version());
    property("submission", graded.file());
    property("points", Words.points(graded.marks().points()));
    property("undecided", Words.points(graded.marks().undecided()));
    property("most", Words.points(graded.marks().most()));
    for (ScoreSheet.Line line : ScoreSheet.of(graded, Language.ENGLISH).lines()) {
      property("points." + line.name(), Words.points(line.points()));
    }
    out.append("  </properties>\n");
    cases.forEach(this::testcase);
    return out.append("</testsuite>\n").toString();
  }

  private String count(Marks.Status status) {
    return String.valueOf(cases.stream().filter(c -> c.status() == status).count());
  }

  private static boolean isSkipped(Marks.Status status) {
    return status == Marks.Status.NOT_APPLICABLE || status == Marks.Status.NOT_RUN;
  }

  /** What points are taken off for. */
  private void conditions() {
    Optional<String> unbuilt = graded.findings().build().firstError();
    condition("builds", unbuilt);
    condition("serves", graded.findings().served());
    List<String> unmet = graded.marks().unmet();
    condition(
        "required rules are kept",
        unmet.isEmpty()
            ? Optional.empty()
            : Optional.of(words.say("deduction.required", String.join(", ", unmet))));
    int late = graded.findings().daysLate();
    condition(
        "in time", late == 0 ? Optional.empty() : Optional.of(words.count("deduction.late", late)));
  }

  private void condition(String name, Optional<String> broken) {
    Marks.Status status = broken.isPresent() ? Marks.Status.BROKEN : Marks.Status.HELD;
    cases.add(
        new Case("conditions", name, Duration.ZERO, status, broken.orElse(""), broken.orElse("")));
  }

  private void part(Marks.PartMark part) {
    if (part.part().hidden()) {
      boolean all = part.points().compareTo(part.part().points()) >= 0;
      String message = words.say("points", part.points(), part.part().points());
      Marks.Status status =
          part.undecided().signum() > 0
              ? Marks.Status.UNDECIDED
              : all ? Marks.Status.HELD : Marks.Status.BROKEN;
      cases.add(
          new Case(
              part.part().name(),
              part.part().title().english(),
              Duration.ZERO,
              status,
              message,
              message));
      return;
    }
    List<Telling.Told> told = telling.requirements(part);
    for (int i = 0; i < told.size(); i++) {
      String pattern = part.requirements().get(i).pattern();
      cases.add(requirement(part, pattern, told.get(i)));
    }
  }

  private Case requirement(Marks.PartMark part, String pattern, Telling.Told told) {
    String english =
        told.name().isEmpty() ? part.part().title().english() : pattern + name(pattern, part);
    List<String> text = new ArrayList<>(List.of(told.expected()));
    text.addAll(told.seen());
    told.rules().stream()
        .filter(rule -> rule.status() == told.status())
        .forEach(
            rule ->
                text.add(
                    rule.rule().id()
                        + " "
                        + rule.expected()
                        + rule.seen().stream().map(s -> ": " + s).findFirst().orElse("")));
    String message = told.seen().isEmpty() ? words.status(told.status()) : told.seen().get(0);
    return new Case(
        part.part().name(),
        english,
        time(pattern),
        told.status(),
        message,
        String.join("\n", text.stream().map(Printable::line).toList()));
  }

  private static String name(String pattern, Marks.PartMark part) {
    List<Rule> rules =
        RuleCatalogue.all().stream().filter(r -> Selection.matches(pattern, r.id())).toList();
    return " " + (rules.size() == 1 ? rules.get(0).english() : part.part().title().english());
  }

  private Duration time(String pattern) {
    Stream<CheckResult> checks =
        graded.report().stream().flatMap(r -> r.result().checks().stream());
    return checks
        .filter(check -> Selection.matches(pattern, check.rule().id()))
        .map(CheckResult::duration)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private void testcase(Case test) {
    out.append("  <testcase");
    attribute("name", test.name());
    attribute("classname", "marks." + test.group());
    attribute("time", seconds(test.time()));
    switch (test.status()) {
      case HELD -> out.append("/>\n");
      case BROKEN -> problem("failure", "broken", test);
      case UNDECIDED -> problem("error", "inconclusive", test);
      case NOT_APPLICABLE, NOT_RUN -> {
        out.append(">\n    <skipped");
        attribute("message", Printable.line(test.message()));
        out.append("/>\n  </testcase>\n");
      }
    }
  }

  private void problem(String element, String type, Case test) {
    out.append(">\n    <").append(element);
    attribute("message", Printable.line(test.message()));
    attribute("type", type);
    out.append('>').append(Markup.escape(test.text()));
    out.append("</").append(element).append(">\n  </testcase>\n");
  }

  private void property(String name, String value) {
    out.append("    <property");
    attribute("name", name);
    attribute("value", Printable.line(value));
    out.append("/>\n");
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(Markup.escape(value)).append('"');
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
