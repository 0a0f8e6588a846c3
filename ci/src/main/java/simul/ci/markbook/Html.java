package simul.ci.markbook;

import java.util.List;
import simul.ci.grade.Marks;
import simul.ci.report.HtmlPage;
import simul.ci.report.Markup;

/** Pieces of pages that show marks. */
final class Html {
  /** The style of every page, and what pages of marks need beside it. */
  static final String STYLE = HtmlPage.STYLE + HtmlPage.resource(Html.class, "markbook.css");

  private Html() {}

  static String heading(String text) {
    return "<h2>" + Markup.escape(text) + "</h2>\n";
  }

  static String list(List<String> texts) {
    StringBuilder out = new StringBuilder("<ul class=\"notes\">\n");
    texts.forEach(text -> out.append("<li>").append(foreign(text)).append("</li>\n"));
    return out.append("</ul>\n").toString();
  }

  /** Text that others may have chosen: its direction of writing ends where it does. */
  static String foreign(String text) {
    return "<bdi>" + Markup.escape(Printable.line(text)) + "</bdi>";
  }

  static String cell(String kind, String text) {
    return "<td class=\"" + kind + "\">" + Markup.escape(text) + "</td>";
  }

  static String head(String text) {
    return "<th scope=\"col\">" + Markup.escape(text) + "</th>";
  }

  static String badge(Marks.Status status, Words words) {
    return HtmlPage.badge(kind(status), mark(status), words.status(status));
  }

  /** What the style calls it. */
  static String kind(Marks.Status status) {
    return switch (status) {
      case HELD -> "pass";
      case BROKEN -> "fail";
      case UNDECIDED -> "inconclusive";
      case NOT_APPLICABLE, NOT_RUN -> "skipped";
    };
  }

  /** A sign beside the colour. */
  static String mark(Marks.Status status) {
    return switch (status) {
      case HELD -> "✓";
      case BROKEN -> "✗";
      case UNDECIDED -> "?";
      case NOT_APPLICABLE -> "–";
      case NOT_RUN -> "·";
    };
  }
}
