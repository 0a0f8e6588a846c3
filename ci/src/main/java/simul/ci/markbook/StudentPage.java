package simul.ci.markbook;

import java.util.List;
import java.util.stream.Stream;
import simul.ci.grade.Marks;
import simul.ci.report.HtmlFinding;
import simul.ci.report.HtmlPage;
import simul.ci.report.Markup;
import simul.conformance.explain.Language;
import simul.conformance.verdict.CheckResult;

/**
 * One student's marks as an HTML file that needs nothing beside itself: the mark, the bill, each
 * part with what was expected and seen, and what passed before something broke. Of hidden parts it
 * has the points alone. Everything that a submission may have chosen is escaped.
 */
public final class StudentPage {
  /** A page with more pictures than this is not read to its end. */
  private static final int MOST_FINDINGS = 20;

  private final Graded graded;
  private final Words words;
  private final Telling telling;
  private final List<CheckResult> shown;
  private final StringBuilder out = new StringBuilder();

  private StudentPage(Graded graded, Language language) {
    this.graded = graded;
    this.words = new Words(language);
    this.telling = new Telling(graded, language);
    this.shown = telling.counterexamples().stream().limit(MOST_FINDINGS).toList();
  }

  /** The whole page. */
  public static String of(Graded graded, Language language) {
    return new StudentPage(graded, language).page();
  }

  private String page() {
    String title = words.say("page.title", graded.who(), telling.title());
    out.append(HtmlPage.open(Printable.line(title), words.language(), Html.STYLE));
    mark();
    facts();
    bill();
    section("notes", Html.list(telling.notes()), true);
    section("model", Html.list(telling.model()), !telling.model().isEmpty());
    List<String> errors =
        graded.buildErrors().stream().limit(StudentText.MOST_BUILD_LINES).toList();
    section("build-errors", preformatted(errors), !errors.isEmpty());
    graded.marks().parts().forEach(this::part);
    findings();
    List<String> home = telling.atHome();
    section("at-home", paragraph(words.say("at-home")) + preformatted(home), !home.isEmpty());
    return out.append(HtmlPage.close(graded.version())).toString();
  }

  private void section(String key, String content, boolean there) {
    if (there) {
      out.append(Html.heading(words.say("heading." + key))).append(content);
    }
  }

  private static String paragraph(String text) {
    return "<p class=\"note\">" + Markup.escape(text) + "</p>\n";
  }

  private static String preformatted(List<String> lines) {
    List<String> clean = lines.stream().map(Printable::line).toList();
    return "<pre dir=\"ltr\">" + Markup.escape(String.join("\n", clean)) + "</pre>\n";
  }

  private void mark() {
    Marks marks = graded.marks();
    boolean full = marks.points().compareTo(marks.most()) >= 0;
    String kind = marks.isToBeLookedAt() ? "inconclusive" : full ? "pass" : "fail";
    out.append("<header class=\"verdict ").append(kind).append("\">\n<h1>");
    out.append(Markup.escape(words.say("points", marks.points(), marks.most())));
    out.append("</h1>\n");
    String leads = String.join(" ", telling.lead());
    out.append("<p class=\"lead\">").append(Markup.escape(leads)).append("</p>\n</header>\n");
  }

  private void facts() {
    out.append("<dl class=\"facts\">\n");
    fact("rubric", telling.title());
    if (graded.student().isPresent()) {
      Student student = graded.student().get();
      fact("section", student.section());
      fact("number", student.number());
      fact("name", student.name());
    }
    fact("file", graded.file());
    out.append("</dl>\n");
  }

  private void fact(String key, String value) {
    if (!value.isBlank()) {
      out.append("<div><dt>").append(Markup.escape(words.say("column." + key)));
      out.append("</dt><dd>").append(Html.foreign(value)).append("</dd></div>\n");
    }
  }

  private void bill() {
    out.append(Html.heading(words.say("heading.parts")));
    out.append("<table class=\"bill\">\n<tbody>\n");
    ScoreSheet sheet = ScoreSheet.of(graded, words.language());
    for (ScoreSheet.Line line : sheet.lines()) {
      String most = line.part().map(p -> "/ " + Words.points(p.part().points())).orElse("");
      String kind = line.part().isEmpty() ? " class=\"odd\"" : "";
      out.append("<tr").append(kind).append("><th scope=\"row\">");
      out.append(Markup.escape(line.title())).append("</th>");
      out.append(Html.cell("number", Words.points(line.points())));
      out.append(Html.cell("number most", most)).append("</tr>\n");
    }
    out.append("</tbody>\n<tfoot><tr><th scope=\"row\">");
    out.append(Markup.escape(words.say("total"))).append("</th>");
    out.append(Html.cell("number", Words.points(sheet.total())));
    out.append(Html.cell("number most", "/ " + Words.points(sheet.most())));
    out.append("</tr></tfoot>\n</table>\n");
  }

  private void part(Marks.PartMark part) {
    String points = words.say("points", part.points(), part.part().points());
    out.append("<section class=\"area\">\n<h3>").append(Markup.escape(telling.title(part)));
    out.append(" <small>").append(Markup.escape(points)).append("</small></h3>\n");
    if (part.part().hidden()) {
      out.append(paragraph(words.say("part.hidden"))).append("</section>\n");
      return;
    }
    out.append("<ul class=\"checks\">\n");
    telling.requirements(part).forEach(this::requirement);
    out.append("</ul>\n</section>\n");
  }

  private void requirement(Telling.Told told) {
    item("", told.name(), told.status(), told.expected(), told.seen());
    for (Telling.ToldRule rule : told.rules()) {
      item(" sub", rule.rule().id(), rule.status(), rule.expected(), rule.seen());
    }
  }

  private void item(
      String more, String name, Marks.Status status, String expected, List<String> seen) {
    out.append("<li class=\"").append(Html.kind(status)).append(more).append("\">");
    out.append(Html.badge(status, words)).append("<div class=\"rule\">");
    if (!name.isEmpty()) {
      boolean linked =
          status == Marks.Status.BROKEN
              && shown.stream().anyMatch(check -> check.rule().id().equals(name));
      String id = Markup.escape(name);
      out.append("<b>")
          .append(linked ? "<a href=\"#" + anchor(name) + "\">" + id + "</a>" : id)
          .append("</b> ");
    }
    out.append(Markup.escape(expected));
    seen.forEach(
        line -> out.append("<div class=\"reason\">").append(Html.foreign(line)).append("</div>"));
    out.append("</div></li>\n");
  }

  private static String anchor(String ruleId) {
    return "finding-" + Markup.escape(ruleId);
  }

  private void findings() {
    if (shown.isEmpty()) {
      return;
    }
    HtmlFinding finding = new HtmlFinding(graded.report().get(), words.language());
    out.append(Html.heading(words.say("heading.smallest")));
    out.append(article(finding, shown.get(0)));
    if (shown.size() > 1) {
      out.append(Html.heading(words.say("heading.others")));
      Stream<CheckResult> others = shown.stream().skip(1);
      others.forEach(check -> out.append(article(finding, check)));
    }
    int more = telling.counterexamples().size() - shown.size();
    if (more > 0) {
      out.append(paragraph(words.say("more", more)));
    }
  }

  private static String article(HtmlFinding finding, CheckResult check) {
    return finding.article(check, anchor(check.rule().id()));
  }
}
