package simul.ci.report;

import java.io.PrintWriter;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import simul.bots.behavior.BehaviorKind;
import simul.bots.measure.Change;
import simul.bots.measure.GeneratorHealth;
import simul.bots.measure.Judgement;
import simul.bots.measure.Percentiles;
import simul.bots.measure.Progress;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.measure.Violation;
import simul.bots.swarm.Load;
import simul.bots.swarm.SwarmPlan;
import simul.conformance.explain.Language;
import simul.conformance.probe.Probes;
import simul.spec.wire.HexDump;

/**
 * What {@code swarm} prints: one live line on a terminal, plain lines elsewhere, and the result.
 */
public final class SwarmConsole {
  private static final int LABEL_COLUMNS = 14;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final ResourceBundle texts;
  private final Ansi ansi;
  private final boolean quiet;
  private final boolean live;
  private boolean lineIsOpen;

  /**
   * A console.
   *
   * @param live whether a line may be written over, for somebody watches it
   */
  public SwarmConsole(PrintWriter out, Language language, Ansi ansi, boolean quiet, boolean live) {
    this.out = out;
    this.texts = ResourceBundle.getBundle("simul.ci.report.swarm", language.locale());
    this.ansi = ansi;
    this.quiet = quiet;
    this.live = live;
  }

  private String say(String key, Object... values) {
    return MessageFormat.format(
        texts.getString(key), Arrays.stream(values).map(String::valueOf).toArray());
  }

  /** The run begins. */
  public void begin(SwarmPlan plan) {
    Load load = plan.load();
    if (!quiet) {
      out.println(
          say(
              load.isClosed() ? "begin.closed" : "begin",
              plan.protocol().spec().name(),
              Probes.describe(plan.target()),
              load.clients(),
              decimal(load.movesPerSecond()),
              seconds(load.playTime()),
              plan.seed()));
      behaviors(load);
      if (!plan.observers().isEverybody()) {
        line("views", say("views.text", plan.observers().count(), load.clients()));
      }
      out.flush();
    }
  }

  /** There is a page to watch it on; said even when it is quiet, for who else would know where. */
  public void watchAt(String url) {
    line("live", url);
    out.flush();
  }

  /** Said unless everybody wanders, which is the default. */
  private void behaviors(Load load) {
    Map<BehaviorKind, Integer> counts = load.mix().counts(load.clients());
    if (!counts.keySet().equals(Set.of(BehaviorKind.WANDER))) {
      line(
          "behaviors",
          counts.entrySet().stream()
              .map(entry -> entry.getKey().word() + " " + entry.getValue())
              .collect(Collectors.joining(", ")));
    }
  }

  /** It goes on. */
  public synchronized void progress(Progress progress) {
    if (quiet) {
      return;
    }
    String line =
        say(
            "progress",
            seconds(progress.elapsed()),
            progress.players(),
            progress.movesSent(),
            progress.movesAnswered(),
            percent(progress.reach()),
            millis(progress.response().p50()),
            millis(progress.response().p99()),
            progress.violations());
    if (live) {
      out.print(ERASE_LINE + line);
      lineIsOpen = true;
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** What somebody typed could not be done. */
  public synchronized void complain(String message) {
    // Whoever typed it has ended the live line too.
    lineIsOpen = false;
    out.println("simul: " + message);
    out.flush();
  }

  /** It has ended. */
  public synchronized void end(Judgement judgement) {
    SwarmResult result = judgement.result();
    if (lineIsOpen) {
      out.print(ERASE_LINE);
    }
    if (!quiet) {
      measured(result);
    }
    violations(result);
    thresholds(judgement);
    out.println(say("end", ansi.string(colored(judgement.verdict())), seconds(result.duration())));
    out.flush();
  }

  private static String colored(SwarmResult.Verdict verdict) {
    return switch (verdict) {
      case PASS -> "@|green PASS|@";
      case FAIL -> "@|bold,red FAIL|@";
      case INCONCLUSIVE -> "@|yellow INCONCLUSIVE|@";
    };
  }

  private void measured(SwarmResult result) {
    changes(result.changes());
    clients(result.clients());
    if (result.absences().left() > 0) {
      out.println(
          " ".repeat(LABEL_COLUMNS)
              + say("clients.left", result.absences().left(), result.absences().returned()));
    }
    errors(result);
    if (result.moves().asked() > 0) {
      played(result);
    }
  }

  private void played(SwarmResult result) {
    SwarmResult.Moves moves = result.moves();
    if (!result.warmUp().isZero()) {
      line("warm-up", say("warm-up.text", seconds(result.warmUp()), moves.warmUp()));
    }
    line(
        "moves",
        say(
            "moves.text",
            moves.asked(),
            moves.sent(),
            moves.answered(),
            decimal(result.movesPerSecond())));
    SwarmResult.Sights sights = result.sights();
    line("reach", say("reach.text", percent(sights.reach()), sights.received(), sights.expected()));
    line("times", String.format("%9s%9s%9s%9s%9s", "p50", "p90", "p99", "p99.9", "max"));
    times("join", result.times().join());
    times("response", result.times().response());
    times("service", result.times().service());
    times("propagation", result.times().propagation());
    generator(result.generator(), result.transport());
  }

  private void changes(List<Change> changes) {
    for (Change change : changes) {
      String key = "change." + change.what().word();
      String at = seconds(change.at());
      line("changes", say(key, at, decimal(change.from()), decimal(change.to())));
    }
  }

  private void clients(SwarmResult.Clients clients) {
    line("clients", say("clients.admitted", clients.admitted()));
    if (clients.refused() > 0) {
      String key =
          !clients.asExpected()
              ? "clients.refused"
              : clients.strangers() > 0
                  ? "clients.refused-by-strangers"
                  : "clients.refused-by-limit";
      out.println(
          " ".repeat(LABEL_COLUMNS)
              + say(key, clients.refused(), clients.limit(), clients.strangers()));
    }
  }

  private void times(String key, Percentiles times) {
    if (times.count() == 0) {
      return;
    }
    line(
        key,
        String.format(
            "%9s%9s%9s%9s%9s   %s",
            millis(times.p50()),
            millis(times.p90()),
            millis(times.p99()),
            millis(times.p999()),
            millis(times.max()),
            say(key + ".about")));
  }

  private void errors(SwarmResult result) {
    var errors = result.errors();
    if (errors.any()) {
      line(
          "errors",
          say(
              "errors.text",
              errors.connect(),
              errors.reset(),
              errors.closed(),
              errors.timeout(),
              errors.tool()));
    }
  }

  private void generator(GeneratorHealth health, String transport) {
    line(
        "generator",
        say(
            "generator.text",
            decimal(health.cpuPercent()),
            millis(health.maxLagMillis()),
            health.lateSeconds(),
            transport));
    if (health.lateSeconds() > 0) {
      out.println(" ".repeat(LABEL_COLUMNS) + say("generator.late"));
    }
  }

  private void violations(SwarmResult result) {
    if (result.violations() == 0) {
      if (!quiet) {
        line("violations", say("violations.none"));
      }
      return;
    }
    line("violations", say("violations.text", result.violations()));
    for (Violation violation : result.firstViolations()) {
      String bytes = HexDump.hex(violation.bytes());
      out.println(
          "  "
              + Columns.pad(violation.ruleId(), LABEL_COLUMNS - 2)
              + say("violation", violation.atMillis(), violation.bot(), violation.text())
              + (bytes.isEmpty() ? "" : "  [" + bytes + "]"));
    }
  }

  /** What people asked for, beside violations, of which all has been said. */
  private void thresholds(Judgement judgement) {
    for (Threshold threshold : judgement.thresholds()) {
      Threshold.Outcome outcome = threshold.outcome(judgement.result());
      boolean wanted = !quiet || outcome != Threshold.Outcome.MET;
      if (wanted && !threshold.equals(Threshold.NO_VIOLATIONS)) {
        String key = "fail-if." + outcome.name().toLowerCase(Locale.ROOT);
        String text = say(key, threshold.expression(), actual(threshold, judgement.result()));
        String leftOut = threshold.leavesOut(judgement.result()) ? say("fail-if.left-out") : "";
        line("fail-if", text + leftOut);
      }
    }
  }

  private static String actual(Threshold threshold, SwarmResult result) {
    double value = threshold.actual(result).orElse(0);
    return switch (threshold.metric().dimension()) {
      case TIME -> millis(value) + " ms";
      case SHARE -> percent(value);
      case RATE -> decimal(value) + "/s";
      case COUNT -> decimal(value);
    };
  }

  private void line(String key, String text) {
    out.println(Columns.pad(texts.getString(key), LABEL_COLUMNS) + text);
  }

  /** Never rounded up to 100 %: that is only said when nothing is missing. */
  private static String percent(double share) {
    double floored = Math.floor(share * 10_000) / 100;
    return (floored == Math.rint(floored)
            ? String.valueOf((long) floored)
            : String.format(Locale.ROOT, "%.2f", floored))
        + " %";
  }

  private static String seconds(Duration duration) {
    return decimal(duration.toMillis() / 1000.0);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.2f", millis);
  }

  private static String decimal(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
