package simul.ci.report;

import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine.Help.Ansi;
import simul.bots.capacity.Axis;
import simul.bots.capacity.Capacity;
import simul.bots.capacity.CapacityResult;
import simul.bots.capacity.CapacityResult.Step;
import simul.bots.capacity.Outcome;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.swarm.SwarmPlan;
import simul.conformance.explain.Language;
import simul.conformance.probe.Probes;

/** What {@code swarm --find-capacity} prints: a line for each step, and what they come to. */
public final class CapacityConsole {
  private static final int PURPOSE_COLUMNS = 14;
  private static final int ASKED_COLUMNS = 12;

  private final PrintWriter out;
  private final ResourceBundle texts;
  private final Ansi ansi;
  private final boolean quiet;
  private final Axis axis;
  private final Threshold limit;

  /** A console for one search. */
  public CapacityConsole(
      PrintWriter out, Language language, Ansi ansi, boolean quiet, Axis axis, Threshold limit) {
    this.out = out;
    this.texts = ResourceBundle.getBundle("simul.ci.report.swarm", language.locale());
    this.ansi = ansi;
    this.quiet = quiet;
    this.axis = axis;
    this.limit = limit;
  }

  private String say(String key, Object... values) {
    return MessageFormat.format(
        texts.getString(key), Arrays.stream(values).map(String::valueOf).toArray());
  }

  /** The search begins. */
  public void begin(SwarmPlan plan) {
    if (!quiet) {
      out.println(
          say(
              "capacity.begin." + axis.word(),
              plan.protocol().spec().name(),
              Probes.describe(plan.target()),
              limit.expression(),
              axis == Axis.RATE ? plan.load().clients() : number(plan.load().movesPerSecond()),
              number(plan.load().playTime().toMillis() / 1000.0),
              plan.seed()));
      out.flush();
    }
  }

  /** A step is over. */
  public void step(Step step) {
    if (quiet) {
      return;
    }
    String purpose = step.trial().again() ? "again" : step.trial().purpose().word();
    Outcome outcome = step.outcome();
    String ruling = texts.getString("capacity." + outcome.ruling().name().toLowerCase(Locale.ROOT));
    out.println(
        Columns.pad(texts.getString("capacity." + purpose), PURPOSE_COLUMNS)
            + Columns.pad(amount(step.trial().load()), ASKED_COLUMNS)
            + step.result().map(this::measured).orElse("")
            + ruling
            + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason()));
    out.flush();
  }

  private String measured(SwarmResult result) {
    return say(
        "capacity.measured",
        String.format("%9s", number(result.movesPerSecond())),
        limit.metric().name(),
        limit.opposite().actual(result).isPresent()
            ? String.format("%8s", number(limit.opposite().actual(result).getAsDouble()))
            : "-",
        String.format("%5s", number(result.generator().cpuPercent())));
  }

  private String amount(double load) {
    return axis == Axis.RATE ? number(load) + "/s" : number(load);
  }

  /** The search is over. */
  public void end(CapacityResult result, SwarmResult.Verdict verdict) {
    Capacity capacity = result.capacity();
    String kind = capacity.load() == 0 ? "none" : capacity.limit().word();
    out.println(
        Columns.pad(texts.getString("capacity"), PURPOSE_COLUMNS)
            + say("capacity.end." + kind, amount(capacity.load()), capacity.reason()));
    if (capacity.load() > 0 && !capacity.recovered()) {
      out.println(" ".repeat(PURPOSE_COLUMNS) + say("capacity.not-recovered"));
    }
    if (capacity.load() > 0 && !capacity.confirmed()) {
      out.println(" ".repeat(PURPOSE_COLUMNS) + say("capacity.not-confirmed"));
    }
    out.println(
        ansi.string(
            switch (verdict) {
              case PASS -> "@|green PASS|@";
              case FAIL -> "@|bold,red FAIL|@";
              case INCONCLUSIVE -> "@|yellow INCONCLUSIVE|@";
            }));
    out.flush();
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, number < 100 ? "%.1f" : "%.0f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
