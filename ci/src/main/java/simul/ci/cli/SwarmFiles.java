package simul.ci.cli;

import java.time.Instant;
import picocli.CommandLine.Option;
import simul.bots.measure.Judgement;
import simul.bots.swarm.SwarmPlan;
import simul.ci.report.SwarmCsv;
import simul.ci.report.SwarmJUnitXml;

/** {@code --csv} and {@code --junit-xml} of {@code swarm}: its result for other programs. */
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

  /** Refuses result files that cannot be written, before the work and not after it. */
  void checkWritable() {
    if (csv != null) {
      new ResultFile("--csv", csv).checkWritable();
    }
    if (junitXml != null) {
      new ResultFile("--junit-xml", junitXml).checkWritable();
    }
  }

  /** Writes those that were asked for. */
  void write(SwarmPlan plan, Judgement judgement, Instant begun) {
    if (csv != null) {
      new ResultFile("--csv", csv).write(SwarmCsv.of(judgement.result()));
    }
    if (junitXml != null) {
      new ResultFile("--junit-xml", junitXml)
          .write(SwarmJUnitXml.of(plan, judgement, begun, Version.text()));
    }
  }
}
