package simul.ci.report;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A drawing over two axes as inline SVG, built part by part from the back to the front. Its own
 * unit is a pixel of a narrow phone, so that its letters can be read on one.
 */
final class SvgPlot {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 210;
  private static final int LEFT = 58;
  private static final int RIGHT = 12;
  private static final int TOP = 12;
  private static final int BOTTOM = 28;

  private final Axis across;
  private final Axis up;
  private final StringBuilder out = new StringBuilder();

  /**
   * An empty drawing.
   *
   * @param label what it shows, for whoever does not see it
   */
  SvgPlot(Axis across, Axis up, String label) {
    this.across = across;
    this.up = up;
    out.append(
        String.format(
            "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
            WIDTH, HEIGHT, Markup.escape(label)));
  }

  private double x(double value) {
    return LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - up.share(value) * (HEIGHT - TOP - BOTTOM);
  }

  private static String number(double pixels) {
    String text = String.format(Locale.ROOT, "%.1f", pixels);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A part of the width that is different. */
  void shade(String kind, double from, double to) {
    rectangle(kind, x(from), TOP, x(to) - x(from), HEIGHT - TOP - BOTTOM);
    out.append("/>\n");
  }

  private void rectangle(String kind, double left, double top, double width, double height) {
    out.append("<rect class=\"").append(kind).append("\" x=\"").append(number(left));
    out.append("\" y=\"").append(number(top)).append("\" width=\"").append(number(width));
    out.append("\" height=\"").append(number(height)).append('"');
  }

  /** The lines behind everything, and what is written at both axes. */
  void grid(DoubleFunction<String> acrossText, DoubleFunction<String> upText) {
    for (double tick : up.ticks()) {
      stroke("grid", LEFT, y(tick), WIDTH - RIGHT, y(tick));
      text("up", LEFT - 8, y(tick) + 4, upText.apply(tick));
    }
    for (double tick : across.ticks()) {
      stroke("grid across", x(tick), TOP, x(tick), HEIGHT - BOTTOM);
      String anchor = across.share(tick) > 0.97 ? "across last" : "across";
      text(anchor, x(tick), HEIGHT - BOTTOM + 18, acrossText.apply(tick));
    }
  }

  private void stroke(String kind, double x1, double y1, double x2, double y2) {
    out.append("<line class=\"").append(kind).append("\" x1=\"").append(number(x1));
    out.append("\" y1=\"").append(number(y1)).append("\" x2=\"").append(number(x2));
    out.append("\" y2=\"").append(number(y2)).append("\"/>\n");
  }

  private void text(String kind, double x, double y, String text) {
    out.append("<text class=\"").append(kind).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\">").append(Markup.escape(text));
    out.append("</text>\n");
  }

  /** A line through values; where one is not a number, it is interrupted. */
  void line(String kind, double[] acrossValues, double[] upValues) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < upValues.length; i++) {
      if (Double.isNaN(upValues[i])) {
        drawing = false;
        continue;
      }
      String at = number(x(acrossValues[i])) + " " + number(y(upValues[i]));
      boolean alone = i + 1 == upValues.length || Double.isNaN(upValues[i + 1]);
      path.append(drawing ? "L" : "M").append(at);
      if (!drawing && alone) {
        // A point of its own is a dot.
        path.append("h.1");
      }
      drawing = true;
    }
    if (!path.isEmpty()) {
      out.append("<path class=\"line ").append(kind).append("\" d=\"").append(path);
      out.append("\"/>\n");
    }
  }

  /** A bar from the ground up for each value above 0. */
  void bars(String kind, double[] acrossValues, double[] upValues, double width) {
    for (int i = 0; i < upValues.length; i++) {
      if (upValues[i] > 0) {
        double left = x(acrossValues[i] - width / 2);
        double pixels = Math.max(1.5, x(acrossValues[i] + width / 2) - left - 0.5);
        rectangle(kind, left, y(upValues[i]), pixels, HEIGHT - BOTTOM - y(upValues[i]));
        out.append("/>\n");
      }
    }
  }

  /** Something happened there. */
  void mark(String kind, double at, String title) {
    out.append("<g><title>").append(Markup.escape(title)).append("</title>");
    stroke(kind, x(at), TOP - 6, x(at), HEIGHT - BOTTOM);
    out.append("</g>\n");
  }

  /** What is said of a part of the width when somebody points at it. */
  void tip(double from, double to, String title) {
    rectangle("tip", x(from), TOP, x(to) - x(from), HEIGHT - TOP - BOTTOM);
    out.append("><title>").append(Markup.escape(title)).append("</title></rect>\n");
  }

  /** The whole drawing. */
  String svg() {
    return out + "</svg>\n";
  }
}
