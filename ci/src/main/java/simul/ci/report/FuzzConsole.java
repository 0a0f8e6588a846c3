package simul.ci.report;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.fuzz.Coverage;
import simul.conformance.fuzz.Discovery;
import simul.conformance.fuzz.FuzzResult;
import simul.conformance.fuzz.Harm;
import simul.conformance.probe.Probes;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/**
 * What {@code fuzz} prints: one line that says how far it is, where somebody watches; at the end
 * each finding, the worst first, and the table of what was tried.
 */
public final class FuzzConsole {
  private static final long PAUSE_NANOS = 200_000_000L;
  private static final int LABEL_COLUMNS = 12;
  private static final int COUNT_COLUMNS = 9;
  private static final int LINE_COLUMNS = 78;

  private final PrintWriter out;
  private final Language language;
  private final Explanation explanation;
  private final Ansi ansi;
  private final boolean quiet;
  private final boolean live;
  private InetSocketAddress target;
  private long shownNanos = System.nanoTime();
  private boolean lineIsOpen;

  /**
   * A console.
   *
   * @param live whether somebody watches, so that a line may be written over
   */
  public FuzzConsole(
      PrintWriter out,
      Protocol protocol,
      Language language,
      Ansi ansi,
      boolean quiet,
      boolean live) {
    this.out = out;
    this.language = language;
    this.explanation = new Explanation(protocol, language);
    this.ansi = ansi;
    this.quiet = quiet;
    this.live = live && !quiet;
  }

  /** The run begins: what is thrown at whom. */
  public void begin(String spec, InetSocketAddress at, long seed, Duration time) {
    target = at;
    if (!quiet) {
      out.printf(
          Locale.ROOT,
          "fuzz: %s on %s, seed %d, for %.1f s%n",
          spec,
          Probes.describe(at),
          seed,
          seconds(time));
    }
  }

  /** The target serves. */
  public void started(Duration patience) {
    if (!quiet) {
      out.printf(Locale.ROOT, "patience: %.1f s%n", seconds(patience));
      out.flush();
    }
  }

  /** How far it is, now and then. */
  public void progress(FuzzResult soFar) {
    if (live && System.nanoTime() - shownNanos > PAUSE_NANOS) {
      shownNanos = System.nanoTime();
      over(
          String.format(
              Locale.ROOT,
              "%.0f s: %d tries, %d of %d combinations, %d found",
              seconds(soFar.duration()),
              soFar.tries(),
              soFar.coverage().reached(),
              soFar.coverage().all(),
              soFar.discoveries().size()));
    }
  }

  private void over(String text) {
    out.print("\r" + Columns.pad(Columns.cut(text, LINE_COLUMNS), LINE_COLUMNS));
    out.flush();
    lineIsOpen = true;
  }

  private void closeLine() {
    if (lineIsOpen) {
      out.print("\r" + " ".repeat(LINE_COLUMNS) + "\r");
      lineIsOpen = false;
    }
  }

  /** Something was found, and is to be made smaller. */
  public void met(Harm harm) {
    if (live) {
      over("the server was " + harm.word() + ": looking for the smallest stream");
    }
  }

  /** What was found has been made small. */
  public void saved(int number, Discovery found, String file) {
    if (!quiet) {
      closeLine();
      out.printf("found %d: %s, %s, %s%n", number, found.harm().word(), packets(found), file);
      out.flush();
    }
  }

  private static String packets(Discovery found) {
    return found.packets() == 1 ? "1 packet" : found.packets() + " packets";
  }

  /** Something that is not the target's fault. */
  public void warn(String text) {
    closeLine();
    out.println("warning: " + text);
  }

  /** The run has ended. */
  public void end(FuzzResult result) {
    closeLine();
    result.discoveries().forEach(this::print);
    if (!quiet) {
      print(result.coverage());
    }
    if (!result.reason().isEmpty()) {
      out.println("ended: " + result.reason());
    }
    out.println(
        ansi.string(colored(result))
            + String.format(
                Locale.ROOT,
                " in %.1f s: %d found, %d tries, %.1f a second",
                seconds(result.duration()),
                result.discoveries().size(),
                result.tries(),
                result.tries() / seconds(result.duration())));
    out.flush();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static String colored(FuzzResult result) {
    return switch (result.verdict()) {
      case PASS -> "@|green PASS|@";
      case FAIL -> "@|bold,red FAIL|@";
      case INCONCLUSIVE, SKIPPED -> "@|yellow INCONCLUSIVE|@";
    };
  }

  private void print(Discovery found) {
    Rule rule = RuleCatalogue.get(found.ruleId());
    String color = found.confirmed() ? "@|bold,red FAIL|@" : "@|yellow ONCE|@";
    out.println(
        ansi.string(color)
            + "  "
            + found.harm().word()
            + "  "
            + rule.id()
            + "  "
            + language.text(rule));
    out.printf(
        Locale.ROOT,
        "  met       at try %d, after %.1f s%s; %s%s%n",
        found.tries(),
        seconds(found.after()),
        found.confirmed() ? "" : ", and not again",
        packets(found),
        found.seen() > 1 ? "; the like " + found.seen() + " times" : "");
    List<String> lines =
        FindingLayout.lines(
            found.finding(),
            explanation,
            found.finding().replay().map(file -> ConformReport.replayCommand(file, target)));
    lines.forEach(line -> out.println("  " + line));
  }

  private void print(Coverage coverage) {
    out.printf("%d of %d combinations were tried%n", coverage.reached(), coverage.all());
    String head =
        coverage.cuts().stream()
            .map(cut -> right(cut.word(), COUNT_COLUMNS))
            .collect(Collectors.joining());
    int columns = labelColumns(coverage);
    out.println(" ".repeat(columns) + head);
    for (Coverage.Row row : coverage.rows()) {
      String counts =
          row.counts().stream()
              .map(count -> right(count < 0 ? "" : String.valueOf(count), COUNT_COLUMNS))
              .collect(Collectors.joining());
      out.println(Columns.pad(label(row), columns) + counts.stripTrailing());
    }
  }

  private static int labelColumns(Coverage coverage) {
    return coverage.rows().stream().mapToInt(row -> label(row).length()).max().orElse(LABEL_COLUMNS)
        + 1;
  }

  private static String label(Coverage.Row row) {
    return row.packet() + " " + row.mutation().word();
  }

  private static String right(String text, int columns) {
    return " ".repeat(Math.max(1, columns - text.length())) + text;
  }
}
