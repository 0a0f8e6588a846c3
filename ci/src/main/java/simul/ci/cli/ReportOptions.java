package simul.ci.cli;

import picocli.CommandLine.Option;
import simul.ci.report.ConformJson;
import simul.ci.report.ConformReport;
import simul.ci.report.FuzzJson;
import simul.ci.report.FuzzReport;
import simul.ci.report.HtmlReport;
import simul.ci.report.JUnitXml;

/**
 * Which result files a command that runs checks writes beside {@code --json}, and the writing of
 * all of them: at once, with nothing run yet, then again while the run goes on, and at its end. So
 * a run that is killed leaves what it knew.
 */
final class ReportOptions {
  /** Between two writes while the run goes on: often enough for a reader, and no load. */
  private static final long PAUSE_NANOS = 1_000_000_000L;

  @Option(
      names = "--junit-xml",
      paramLabel = "FILE",
      description = "Write the result as JUnit XML, for build servers.")
  private String junitXml;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the result as one HTML page, with pictures of what passed.")
  private String html;

  private OutputOptions output;
  private long writtenNanos;

  /** Refuses result files that cannot be written, before the work and not after it. */
  void checkWritable() {
    if (junitXml != null) {
      new ResultFile("--junit-xml", junitXml).checkWritable();
    }
    if (html != null) {
      new ResultFile("--html", html).checkWritable();
    }
  }

  /** Writes what is known before anything has run. */
  void begin(OutputOptions with, ConformReport report) {
    output = with;
    write(report);
  }

  /** Writes what is known by now, unless that has just been done. */
  void update(ConformReport report) {
    if (System.nanoTime() - writtenNanos < PAUSE_NANOS) {
      return;
    }
    try {
      write(report);
    } catch (CommandFailure e) {
      // The end writes once more, and complains if it still has to; the run is worth more.
      writtenNanos = System.nanoTime();
    }
  }

  /** Writes all there is. */
  void write(ConformReport report) {
    output.writeJson(() -> ConformJson.of(report));
    writePages(report, "conform");
  }

  /** The same of a run of the fuzzer. */
  void begin(OutputOptions with, FuzzReport report) {
    output = with;
    write(report);
  }

  /** Writes what is known of a run of the fuzzer by now, as far as that can be written. */
  void update(FuzzReport report) {
    try {
      write(report);
    } catch (CommandFailure e) {
      // The end writes once more, and complains if it still has to; the run is worth more.
      writtenNanos = System.nanoTime();
    }
  }

  /** Writes all there is of a run of the fuzzer. */
  void write(FuzzReport report) {
    output.writeJson(() -> FuzzJson.of(report));
    writePages(report.asChecks(), "fuzz");
  }

  private void writePages(ConformReport report, String command) {
    if (junitXml != null) {
      String xml = JUnitXml.of(report, command, output.language());
      new ResultFile("--junit-xml", junitXml).write(xml);
    }
    if (html != null) {
      new ResultFile("--html", html).write(HtmlReport.of(report, output.language()));
    }
    writtenNanos = System.nanoTime();
  }
}
