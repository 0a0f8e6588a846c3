package simul.ci.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import simul.ci.compare.Comparison;
import simul.ci.compare.Figures;
import simul.conformance.explain.Language;

/**
 * A comparison of the I/O models as one HTML page with a plot for each column, in one language. It
 * needs nothing beside itself and asks for nothing.
 */
public final class ComparisonHtml {
  private static final String STYLE =
      """
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
      table { border-collapse: collapse } th, td { padding: .2rem .6rem; border-bottom: 1px solid #8886; text-align: left }
      svg { max-width: 42rem; display: block } svg text { font-size: 11px; fill: currentColor } .grid { stroke: #8884 }
      """;

  private final Comparison comparison;
  private final ComparisonText text;
  private final StringBuilder out = new StringBuilder();

  private ComparisonHtml(Comparison comparison, Language language) {
    this.comparison = comparison;
    this.text = new ComparisonText(comparison, language);
  }

  /** The page. */
  public static String of(Comparison comparison, Language language) {
    ComparisonHtml page = new ComparisonHtml(comparison, language);
    page.write(language == Language.KOREAN ? "ko" : "en");
    return page.out.toString();
  }

  private void write(String code) {
    out.append("<!DOCTYPE html>\n<html lang=\"").append(code).append("\">\n<head>\n");
    out.append("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"");
    out.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    element("title", text.title());
    out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    element("h1", text.title());
    text.introduction().forEach(paragraph -> element("p", paragraph));
    element("h2", text.modelsHeading());
    table(text.modelsHeader(), text.models());
    element("h2", text.conclusionsHeading());
    table(text.conclusionsHeader(), text.conclusions());
    plots();
    for (int clients : comparison.sizes()) {
      element("h2", text.heading(clients));
      table(text.header(), text.rows(clients));
    }
    text.gaps().forEach(gap -> element("p", gap));
    out.append("</body>\n</html>\n");
  }

  private void plots() {
    List<String> names = text.header();
    plot(names.get(2), ofLoad(Figures.Load::movesPerSecond));
    plot(names.get(3), ofLoad(Figures.Load::p50Millis));
    plot(names.get(4), ofLoad(Figures.Load::p99Millis));
    plot(names.get(5), ofLoad(Figures.Load::cpuMicrosPerMove));
    plot(names.get(6), ofCost(cost -> cost.bytesPerClient() / 1024.0));
    plot(names.get(7), ofCost(Figures.Cost::threads));
  }

  private static Function<Figures, OptionalDouble> ofLoad(ToDoubleFunction<Figures.Load> value) {
    return figures -> optional(figures.load(), value);
  }

  private static Function<Figures, OptionalDouble> ofCost(ToDoubleFunction<Figures.Cost> value) {
    return figures -> optional(figures.cost(), value);
  }

  private static <T> OptionalDouble optional(Optional<T> figures, ToDoubleFunction<T> value) {
    return figures.isPresent()
        ? OptionalDouble.of(value.applyAsDouble(figures.get()))
        : OptionalDouble.empty();
  }

  private void plot(String title, Function<Figures, OptionalDouble> value) {
    List<LinePlot.Line> lines =
        comparison.models().stream()
            .map(
                model ->
                    new LinePlot.Line(
                        model.id(),
                        comparison.sizes().stream()
                            .map(
                                size ->
                                    comparison
                                        .of(model, size)
                                        .map(value)
                                        .orElse(OptionalDouble.empty()))
                            .toList()))
            .toList();
    element("h3", title);
    out.append(LinePlot.of(title, comparison.sizes(), lines));
  }

  private void table(List<String> header, List<List<String>> rows) {
    out.append("<table>\n<tr>");
    header.forEach(cell -> cell("th", cell));
    out.append("</tr>\n");
    for (List<String> row : rows) {
      out.append("<tr>");
      row.forEach(cell -> cell("td", cell));
      out.append("</tr>\n");
    }
    out.append("</table>\n");
  }

  private void cell(String tag, String content) {
    out.append('<').append(tag).append('>').append(Markup.escape(content));
    out.append("</").append(tag).append('>');
  }

  private void element(String tag, String content) {
    cell(tag, content);
    out.append('\n');
  }
}
