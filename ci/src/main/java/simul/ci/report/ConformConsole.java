package simul.ci.report;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import simul.conformance.check.Suite;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.probe.Probes;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;

/** What {@code conform} prints: a line for each check, and a finding's layout below a failure. */
public final class ConformConsole {
  private final PrintWriter out;
  private final Language language;
  private final Explanation explanation;
  private final Ansi ansi;
  private final boolean quiet;
  private InetSocketAddress target;

  public ConformConsole(
      PrintWriter out, Protocol protocol, Language language, Ansi ansi, boolean quiet) {
    this.out = out;
    this.language = language;
    this.explanation = new Explanation(protocol, language);
    this.ansi = ansi;
    this.quiet = quiet;
  }

  /** A rule as one line: ID, text, level and section. */
  public static String listed(Rule rule, Language language) {
    return rule.id() + "  " + language.text(rule) + "  (" + rule.level() + ")";
  }

  /** The run begins: what is asked of whom. */
  public void begin(Suite.Plan plan) {
    target = plan.target();
    if (!quiet) {
      out.printf(
          "conform: %s on %s, seed %d%n",
          plan.protocol().spec().name(), Probes.describe(plan.target()), plan.seed());
    }
  }

  /** The target serves. */
  public void started(Duration patience) {
    if (!quiet) {
      out.printf(Locale.ROOT, "patience: %.1f s%n", patience.toMillis() / 1000.0);
      out.flush();
    }
  }

  /** A check has ended. */
  public void ended(CheckResult result) {
    if (quiet && result.verdict() == Verdict.PASS) {
      return;
    }
    Rule rule = result.rule();
    out.println(
        ansi.string(colored(result.verdict()))
            + "  "
            + rule.id()
            + "  "
            + language.text(rule)
            + "  "
            + rule.level()
            + (rule.section() == 0
                ? ""
                : ", " + explanation.label("handout") + " " + rule.section())
            + ", "
            + result.duration().toMillis()
            + " ms");
    result.reason().ifPresent(reason -> out.println("  " + reason));
    result.finding().ifPresent(this::print);
    out.flush();
  }

  private static String colored(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "@|green PASS|@";
      case FAIL -> "@|bold,red FAIL|@";
      case INCONCLUSIVE -> "@|yellow INCONCLUSIVE|@";
      case SKIPPED -> "@|faint SKIPPED|@";
    };
  }

  private void print(Finding finding) {
    Optional<String> replay =
        finding.replay().map(file -> ConformReport.replayCommand(file, target));
    FindingLayout.lines(finding, explanation, replay).forEach(line -> out.println("  " + line));
  }

  /** Something that is not the target's fault. */
  public void warn(String text) {
    out.println("warning: " + text);
  }

  /** The run has ended. */
  public void end(SuiteResult result) {
    long undecided = result.count(Verdict.INCONCLUSIVE);
    out.println(
        ansi.string(colored(result.verdict()))
            + String.format(Locale.ROOT, " in %.1f s", result.duration().toMillis() / 1000.0)
            + (undecided > 0 ? ", " + undecided + " inconclusive" : ""));
    if (!quiet) {
      // Alone on its line and in English: other programs read it.
      out.printf(
          "%d passed, %d failed, %d skipped%n",
          result.count(Verdict.PASS), result.count(Verdict.FAIL), result.count(Verdict.SKIPPED));
    }
    out.flush();
  }
}
