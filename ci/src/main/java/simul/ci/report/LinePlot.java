package simul.ci.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Lines over a few sizes as one SVG picture, both axes logarithmic. What has not been measured is a
 * gap.
 */
final class LinePlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 300;
  private static final int LEFT = 70;
  private static final int RIGHT = 490;
  private static final int TOP = 16;
  private static final int BOTTOM = 260;

  /** Told apart also by those who see no red or no green. */
  private static final List<String> COLORS =
      List.of(
          "#000000", "#888888", "#e69f00", "#56b4e9", "#009e73", "#a0a000", "#0072b2", "#d55e00",
          "#cc79a7");

  /**
   * A line.
   *
   * @param name what the key calls it
   * @param values one for each size
   */
  record Line(String name, List<OptionalDouble> values) {}

  private final List<Integer> sizes;
  private final List<Line> lines;
  private final double lowest;
  private final double highest;
  private final StringBuilder out = new StringBuilder();

  private LinePlot(List<Integer> sizes, List<Line> lines) {
    this.sizes = sizes;
    this.lines = lines;
    double[] all =
        lines.stream()
            .flatMap(line -> line.values().stream())
            .flatMapToDouble(OptionalDouble::stream)
            .filter(value -> value > 0)
            .sorted()
            .toArray();
    this.lowest = all.length == 0 ? 1 : Math.pow(10, Math.floor(Math.log10(all[0])));
    double top = all.length == 0 ? 10 : all[all.length - 1];
    this.highest = Math.max(10 * lowest, Math.pow(10, Math.ceil(Math.log10(top))));
  }

  /** The picture, an {@code svg} element. */
  static String of(String title, List<Integer> sizes, List<Line> lines) {
    return new LinePlot(sizes, lines).draw(title);
  }

  private String draw(String title) {
    add(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
        WIDTH, HEIGHT, escape(title));
    for (double power = lowest; power <= highest * 1.01; power *= 10) {
      double y = y(power);
      add(
          "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>\n",
          LEFT, y, RIGHT, y);
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
          LEFT - 6, y + 4, number(power));
    }
    for (int i = 0; i < sizes.size(); i++) {
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>\n",
          x(i), BOTTOM + 18, sizes.get(i));
    }
    for (int i = 0; i < lines.size(); i++) {
      draw(lines.get(i), COLORS.get(i % COLORS.size()), TOP + 12 + 18 * i);
    }
    return out.append("</svg>\n").toString();
  }

  private void draw(Line line, String color, int keyY) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < sizes.size(); i++) {
      OptionalDouble value = line.values().get(i);
      if (value.isPresent()) {
        double y = y(Math.max(lowest, value.getAsDouble()));
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i), y));
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n", x(i), y, color);
      }
    }
    add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>\n",
        color, points.toString().strip());
    add("<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"%s\"/>\n", RIGHT + 16, keyY - 4, color);
    add("<text x=\"%d\" y=\"%d\">%s</text>\n", RIGHT + 26, keyY, escape(line.name()));
  }

  private double x(int size) {
    return LEFT + (RIGHT - LEFT) * (size + 0.5) / sizes.size();
  }

  private double y(double value) {
    double share = Math.log10(value / lowest) / Math.log10(highest / lowest);
    return BOTTOM - (BOTTOM - TOP) * share;
  }

  private static String number(double power) {
    return power >= 1
        ? String.format(Locale.ROOT, "%,.0f", power)
        : String.format(Locale.ROOT, "%s", power);
  }

  private static String escape(String text) {
    return Markup.escape(text);
  }

  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
