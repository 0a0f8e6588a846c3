package simul.ci.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import simul.bots.measure.Change;
import simul.bots.measure.Curve;
import simul.bots.measure.Curves;
import simul.bots.measure.Percentiles;
import simul.bots.measure.Second;
import simul.bots.measure.SwarmResult;

/**
 * The drawings of a swarm's report: what changed over time, and how its times are spread. Of a long
 * run some seconds together are one point, the worst of them.
 */
final class SwarmCharts {
  /** As many points as a line of a phone's width can tell apart. */
  private static final int MOST_POINTS = 240;

  private static final int TICKS_ACROSS = 6;

  private final SwarmResult result;
  private final Texts texts;
  private final int together;
  private final double[] at;

  /** One line of a drawing: what it is called, and its values. */
  private record Line(String kind, String name, double[] values) {
    double most() {
      return DoubleStream.of(values).filter(value -> !Double.isNaN(value)).max().orElse(0);
    }

    double least() {
      return DoubleStream.of(values).filter(value -> value > 0).min().orElse(Double.NaN);
    }
  }

  SwarmCharts(SwarmResult result, Texts texts) {
    this.result = result;
    this.texts = texts;
    this.together = Math.max(1, (result.seconds().size() + MOST_POINTS - 1) / MOST_POINTS);
    int points = (result.seconds().size() + together - 1) / together;
    this.at = IntStream.range(0, points).mapToDouble(i -> (i + 0.5) * together).toArray();
  }

  /** How many seconds one point stands for. */
  int together() {
    return together;
  }

  /** Response times of each second. */
  String response() {
    List<Line> lines =
        List.of(
            percentile("p50", Percentiles::p50),
            percentile("p90", Percentiles::p90),
            percentile("p99", Percentiles::p99),
            percentile("max", Percentiles::max));
    double least = lines.stream().mapToDouble(Line::least).filter(v -> v > 0).min().orElse(1);
    double most = lines.stream().mapToDouble(Line::most).max().orElse(1);
    Axis up = Axis.powers(least, Math.max(most, least));
    return figure("response", lines, up, Numbers::millis, false);
  }

  private Line percentile(String kind, ToDoubleFunction<Percentiles> value) {
    double[] values =
        worst(s -> s.response().count() == 0 ? Double.NaN : value.applyAsDouble(s.response()));
    return new Line(kind, kind, values);
  }

  /** Moves of each second. */
  String moves() {
    return counts(
        "moves", line("sent", whole(Second::sent)), line("answered", whole(Second::answered)));
  }

  /** Bots in the game at the end of each second. */
  String clients() {
    return counts("clients", line("clients", worst(Second::clients)));
  }

  /** Violations that were found in each second. */
  String violations() {
    Line line = line("violations", sum(Second::violations));
    Axis up = Axis.linear(line.most(), 1);
    return figure("violations", List.of(line), up, Numbers::plain, true);
  }

  private Line line(String kind, double[] values) {
    return new Line(kind, texts.say("series." + kind), values);
  }

  private String counts(String key, Line... lines) {
    double most = Arrays.stream(lines).mapToDouble(Line::most).max().orElse(0);
    return figure(key, List.of(lines), Axis.linear(most, 1), Numbers::plain, false);
  }

  /** The largest of the seconds that are one point together. */
  private double[] worst(ToDoubleFunction<Second> value) {
    return points(
        group ->
            group.stream()
                .mapToDouble(value)
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(Double.NaN));
  }

  private double[] sum(ToDoubleFunction<Second> value) {
    return points(group -> group.stream().mapToDouble(value).sum());
  }

  /** The mean; not of what was left of the last second, which is shorter. */
  private double[] whole(ToDoubleFunction<Second> value) {
    int whole = Math.max(1, result.seconds().size() - 1);
    return points(
        group ->
            group.stream()
                .filter(second -> second.number() < whole)
                .mapToDouble(value)
                .average()
                .orElse(Double.NaN));
  }

  private double[] points(ToDoubleFunction<List<Second>> value) {
    List<Second> seconds = result.seconds();
    return IntStream.range(0, at.length)
        .mapToObj(i -> seconds.subList(i * together, Math.min(seconds.size(), (i + 1) * together)))
        .mapToDouble(value)
        .toArray();
  }

  private String figure(
      String key, List<Line> lines, Axis up, DoubleFunction<String> text, boolean bars) {
    double length = Math.max(2, result.seconds().size());
    SvgPlot plot = new SvgPlot(Axis.span(length, TICKS_ACROSS), up, texts.say("chart." + key));
    double warmUp = result.warmUp().toNanos() / 1e9;
    double played = warmUp + result.playTime().toNanos() / 1e9;
    if (warmUp > 0) {
      plot.shade("warmup", 0, warmUp);
    }
    if (length - played > 1) {
      plot.shade("settle", played, length);
    }
    plot.grid(Numbers::clock, text);
    for (Line line : lines) {
      if (bars) {
        plot.bars(line.kind(), at, line.values(), together);
      } else {
        plot.line(line.kind(), at, line.values());
      }
    }
    for (int i = 0; i < at.length; i++) {
      plot.tip(at[i] - together / 2.0, at[i] + together / 2.0, tip(i, lines, text));
    }
    result.changes().forEach(change -> mark(plot, change));
    return caption(key, lines) + plot.svg() + "</figure>\n";
  }

  private String tip(int point, List<Line> lines, DoubleFunction<String> text) {
    return Numbers.clock(at[point] - together / 2.0)
        + ": "
        + lines.stream()
            .filter(line -> !Double.isNaN(line.values()[point]))
            .map(line -> line.name() + " " + text.apply(line.values()[point]))
            .collect(Collectors.joining(", "));
  }

  private void mark(SvgPlot plot, Change change) {
    plot.mark("change", change.at().toNanos() / 1e9, SwarmHtml.describe(change, texts));
  }

  private String caption(String key, List<Line> lines) {
    StringBuilder out = new StringBuilder("<figure>\n<figcaption><b>");
    out.append(Markup.escape(texts.say("chart." + key))).append("</b>");
    if (lines.size() > 1) {
      out.append(" <span class=\"legend\">");
      for (Line line : lines) {
        out.append("<span class=\"").append(line.kind()).append("\">");
        out.append(Markup.escape(line.name())).append("</span> ");
      }
      out.append("</span>");
    }
    return out.append("</figcaption>\n").toString();
  }

  /** All times from the fastest to the slowest. */
  String spread() {
    Curves curves = result.curves();
    List<String> kinds = new ArrayList<>();
    List<Curve> drawn = new ArrayList<>();
    add(kinds, drawn, "response", curves.response());
    add(kinds, drawn, "service", curves.service());
    add(kinds, drawn, "propagation", curves.propagation());
    if (drawn.isEmpty()) {
      return "";
    }
    double least =
        drawn.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(Curve.Point::millis)
            .filter(millis -> millis > 0)
            .min()
            .orElse(0.001);
    double most =
        drawn.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(Curve.Point::millis)
            .max()
            .orElse(1);
    long count = result.times().propagation().count() + result.times().response().count();
    SvgPlot plot =
        new SvgPlot(
            Axis.percentiles(count),
            Axis.powers(least, Math.max(most, least)),
            texts.say("chart.spread"));
    plot.grid(SwarmCharts::percentile, Numbers::millis);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      List<Curve.Point> points = drawn.get(i).points();
      double[] across = points.stream().mapToDouble(Curve.Point::percentile).toArray();
      double[] up = points.stream().mapToDouble(Curve.Point::millis).toArray();
      plot.line(kinds.get(i), across, up);
      lines.add(new Line(kinds.get(i), texts.say("series." + kinds.get(i)), up));
    }
    return caption("spread", lines) + plot.svg() + "</figure>\n";
  }

  private static void add(List<String> kinds, List<Curve> drawn, String kind, Curve curve) {
    if (!curve.points().isEmpty()) {
      kinds.add(kind);
      drawn.add(curve);
    }
  }

  private static String percentile(double percentile) {
    String text = String.format(Locale.ROOT, "%.4f", percentile).replaceFirst("\\.?0+$", "");
    return (text.isEmpty() ? "0" : text) + " %";
  }
}
