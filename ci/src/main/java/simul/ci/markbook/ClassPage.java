package simul.ci.markbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import simul.ci.grade.Marks;
import simul.ci.grade.Rubric;
import simul.ci.report.HtmlPage;
import simul.ci.report.Markup;
import simul.conformance.explain.Language;

/**
 * The marks of a class as an HTML file that needs nothing beside itself: a line for each submission
 * with a link to its page, and a map of which rules each of them keeps. For whoever marks: it hides
 * nothing.
 */
public final class ClassPage {
  private final Rubric rubric;
  private final List<Graded> graded;
  private final Function<Graded, String> page;
  private final Words words;
  private final StringBuilder out = new StringBuilder();

  private ClassPage(
      Rubric rubric, List<Graded> graded, Function<Graded, String> page, Language language) {
    this.rubric = rubric;
    this.graded = ClassOrder.of(graded);
    this.page = page;
    this.words = new Words(language);
  }

  /**
   * The whole page.
   *
   * @param page where a submission's page is, as a path from this one's folder
   * @param version of this program
   */
  public static String of(
      Rubric rubric,
      List<Graded> graded,
      Function<Graded, String> page,
      Language language,
      String version) {
    return new ClassPage(rubric, graded, page, language).page(version);
  }

  private String page(String version) {
    String title = rubric.title().in(words.language());
    out.append(HtmlPage.open(title, words.language(), Html.STYLE));
    out.append("<main class=\"class\">\n<h1>").append(Markup.escape(title)).append("</h1>\n");
    out.append("<p class=\"lead\">").append(Markup.escape(lead())).append("</p>\n");
    table();
    map();
    out.append("</main>\n");
    return out.append(HtmlPage.close(version)).toString();
  }

  private String lead() {
    long open = graded.stream().filter(one -> one.marks().isToBeLookedAt()).count();
    String mean =
        mean(graded.stream().map(one -> one.marks().points()).toList())
            .map(Words::points)
            .orElse("–");
    String median = median().map(Words::points).orElse("–");
    return words.say("class.lead", graded.size(), mean, median, open);
  }

  private static Optional<BigDecimal> mean(List<BigDecimal> points) {
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            points.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(points.size()), 2, RoundingMode.HALF_UP));
  }

  private Optional<BigDecimal> median() {
    List<BigDecimal> points = graded.stream().map(one -> one.marks().points()).sorted().toList();
    int size = points.size();
    return size == 0
        ? Optional.empty()
        : mean(List.of(points.get((size - 1) / 2), points.get(size / 2)));
  }

  private void table() {
    out.append("<div class=\"scroll\"><table class=\"class\">\n<thead><tr>");
    for (String key : List.of("section", "number", "name", "file", "points", "undecided")) {
      out.append(Html.head(words.say("column." + key)));
    }
    rubric.parts().forEach(part -> out.append(Html.head(part.title().in(words.language()))));
    out.append(Html.head(words.say("column.late"))).append(Html.head(words.say("column.build")));
    out.append("</tr></thead>\n<tbody>\n");
    graded.forEach(this::row);
    out.append("</tbody>\n<tfoot><tr><th colspan=\"4\" scope=\"row\">");
    out.append(Markup.escape(words.say("class.mean"))).append("</th>");
    out.append(meanCell(graded.stream().map(one -> one.marks().points()).toList()));
    out.append("<td></td>");
    for (int i = 0; i < rubric.parts().size(); i++) {
      int part = i;
      out.append(
          meanCell(
              graded.stream()
                  .flatMap(one -> part(one, rubric.parts().get(part)).stream())
                  .map(Marks.PartMark::points)
                  .toList()));
    }
    out.append("<td></td><td></td></tr></tfoot>\n</table></div>\n");
  }

  private static String meanCell(List<BigDecimal> points) {
    return Html.cell("number", mean(points).map(Words::points).orElse(""));
  }

  private static Optional<Marks.PartMark> part(Graded graded, Rubric.Part part) {
    return graded.marks().parts().stream()
        .filter(mark -> mark.part().name().equals(part.name()))
        .findFirst();
  }

  private void row(Graded one) {
    Student student = one.student().orElse(new Student("", "", ""));
    Marks marks = one.marks();
    out.append("<tr>");
    out.append(foreign(student.section())).append(foreign(student.number()));
    out.append(foreign(student.name()));
    out.append("<td>").append(link(one, Printable.cut(one.file(), 60))).append("</td>");
    out.append(Html.cell("number total", Words.points(marks.points())));
    out.append(
        Html.cell(
            marks.isToBeLookedAt() ? "number open" : "number",
            marks.isToBeLookedAt() ? "? " + Words.points(marks.undecided()) : ""));
    for (Rubric.Part part : rubric.parts()) {
      Optional<Marks.PartMark> mark = part(one, part);
      out.append(
          mark.map(m -> Html.cell("number " + share(m), Words.points(m.points())))
              .orElse("<td></td>"));
    }
    int late = one.findings().daysLate();
    out.append(Html.cell("number", late == 0 ? "" : String.valueOf(late)));
    boolean unbuilt = one.findings().build().firstError().isPresent();
    String build = (unbuilt ? "✗ " : "") + one.findings().build().strategy();
    out.append(foreign(build)).append("</tr>\n");
  }

  private static String foreign(String text) {
    return "<td>" + Html.foreign(Printable.cut(text, 60)) + "</td>";
  }

  /** How much of a part was earned, as a colour. */
  private static String share(Marks.PartMark mark) {
    if (mark.undecided().signum() > 0) {
      return "inconclusive";
    }
    if (mark.points().compareTo(mark.part().points()) >= 0) {
      return "pass";
    }
    return mark.points().signum() == 0 ? "fail" : "some";
  }

  private String link(Graded one, String text) {
    return "<a href=\""
        + Markup.escape(address(page.apply(one)))
        + "\">"
        + Html.foreign(text)
        + "</a>";
  }

  /** A path as an address that can lead nowhere else. */
  static String address(String path) {
    try {
      String slashes = path.replace('\\', '/');
      return "./" + new URI(null, null, "/" + slashes, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no path for a page: " + path, e);
    }
  }

  private void map() {
    HeatMap map = HeatMap.of(graded);
    if (map.rules().isEmpty()) {
      return;
    }
    out.append(Html.heading(words.say("heading.map")));
    out.append("<p class=\"note\">");
    for (Marks.Status status : Marks.Status.values()) {
      out.append("<span class=\"key ").append(Html.kind(status)).append("\">");
      out.append(Html.mark(status)).append("</span> ");
      out.append(Markup.escape(words.status(status))).append(" &nbsp; ");
    }
    out.append("</p>\n<div class=\"scroll\"><table class=\"map\">\n<thead><tr><td></td>");
    map.rules()
        .forEach(
            rule ->
                out.append("<th scope=\"col\" title=\"")
                    .append(Markup.escape(words.language().text(rule)))
                    .append("\"><span>")
                    .append(Markup.escape(rule.id()))
                    .append("</span></th>"));
    out.append("</tr>\n");
    counts(map, "class.broke", Marks.Status.BROKEN);
    counts(map, "class.undecided", Marks.Status.UNDECIDED);
    out.append("</thead>\n<tbody>\n");
    for (int i = 0; i < graded.size(); i++) {
      Graded one = graded.get(i);
      out.append("<tr><th scope=\"row\">").append(link(one, Printable.cut(one.who(), 40)));
      out.append("</th>");
      map.rows().get(i).forEach(this::status);
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table></div>\n");
  }

  private void status(Marks.Status status) {
    out.append("<td class=\"").append(Html.kind(status)).append("\" title=\"");
    out.append(Markup.escape(words.status(status))).append("\">");
    out.append(Html.mark(status)).append("</td>");
  }

  private void counts(HeatMap map, String key, Marks.Status status) {
    out.append("<tr class=\"tally\"><th scope=\"row\">").append(Markup.escape(words.say(key)));
    out.append("</th>");
    for (int rule = 0; rule < map.rules().size(); rule++) {
      long count = map.count(rule, status);
      out.append(Html.cell(count == 0 ? "" : Html.kind(status), count == 0 ? "" : "" + count));
    }
    out.append("</tr>\n");
  }
}
