package simul.ci.cli;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simul.ci.report.SurveyConsole;
import simul.ci.report.SurveyJson;
import simul.conformance.probe.Probes;
import simul.conformance.probe.Surveyor;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.survey.Recording;
import simul.conformance.survey.Survey;

/** {@code spec probe}: what a server of unknown protocol tells those who only listen. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Listens to a server of unknown protocol and says which framings fit.",
      "Opens three connections at most and sends nothing. Promises nothing."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the server was listened to, whatever it said",
      "2:wrong use",
      "3:nobody listens there",
      "5:a defect of this program"
    })
final class SpecProbeCommand implements Callable<Integer> {
  /** Below it even a server on this machine may be too slow to be heard. */
  private static final Duration SHORTEST = Duration.ofMillis(100);

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "The server's host (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(names = "--port", required = true, description = "The server's port.")
  private int port;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "3s",
      description = "How long to listen in all (default: ${DEFAULT-VALUE}).")
  private Duration timeout;

  @Mixin private OutputOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    if (timeout.compareTo(SHORTEST) < 0) {
      throw CommandFailure.usage(
          "--timeout must be at least 100ms, but is " + timeout.toMillis() + "ms");
    }
    output.checkWritable();
    InetSocketAddress target = TargetOptions.address(host, port);
    SurveyConsole console =
        new SurveyConsole(
            command.commandLine().getOut(), output.language(), output.ansi(), output.quiet());
    console.begin(Probes.describe(target), timeout);
    Recording recording;
    try {
      recording = Surveyor.record(target, timeout);
    } catch (TargetUnreachable e) {
      throw CommandFailure.unreachable(e.getMessage());
    }
    Survey survey = Survey.of(recording);
    console.end(survey);
    output.writeJson(() -> SurveyJson.of(survey, Probes.describe(target), timeout, Version.text()));
    return ExitCode.HOLDS;
  }
}
