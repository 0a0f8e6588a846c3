package simul.ci.cli;

import picocli.CommandLine.Option;
import simul.ci.report.SwarmCsv;
import simul.ci.report.SwarmHtml;
import simul.ci.report.SwarmJUnitXml;
import simul.ci.report.SwarmReport;
import simul.conformance.explain.Language;

/**
 * {@code --csv}, {@code --junit-xml} and {@code --html} of {@code swarm}: its result for other
 * programs.
 */
final class SwarmFiles {
  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write each second of the run as comma-separated values.")
  private String csv;

  @Option(
      names = "--junit-xml",
      paramLabel = "FILE",
      description = "Write the result as JUnit XML, for build servers.")
  private String junitXml;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the result as one HTML page, with charts.")
  private String html;

  /** Refuses result files that cannot be written, before the work and not after it. */
  void checkWritable() {
    if (csv != null) {
      new ResultFile("--csv", csv).checkWritable();
    }
    if (junitXml != null) {
      new ResultFile("--junit-xml", junitXml).checkWritable();
    }
    if (html != null) {
      new ResultFile("--html", html).checkWritable();
    }
  }

  /** Writes those that were asked for. */
  void write(SwarmReport report, Language language) {
    if (csv != null) {
      new ResultFile("--csv", csv).write(SwarmCsv.of(report.judgement().result()));
    }
    if (junitXml != null) {
      new ResultFile("--junit-xml", junitXml)
          .write(
              SwarmJUnitXml.of(
                  report.plan(), report.judgement(), report.begun(), report.version()));
    }
    if (html != null) {
      new ResultFile("--html", html).write(SwarmHtml.of(report, language));
    }
  }
}
