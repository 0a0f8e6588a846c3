package simul.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simul.ci.report.ConformConsole;
import simul.ci.report.ConformJson;
import simul.ci.report.ConformReport;
import simul.conformance.check.Suite;
import simul.conformance.script.Outcome;
import simul.conformance.script.ReplayFile;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.spec.meaning.Protocol;
import simul.spec.rule.RuleCatalogue;

/** {@code replay}: runs a saved failure again, byte by byte the same. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs a saved failure again, without any randomness.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the server did right this time",
      "1:it failed again",
      "2:wrong use",
      "3:the server cannot be reached",
      "4:no verdict could be reached",
      "5:a defect of this program"
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The replay file of a failed check.")
  private Path file;

  @Option(
      names = "--spec",
      paramLabel = "NAME|FILE",
      description = "The protocol (default: the one that the replay file names).")
  private String spec;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      defaultValue = "2s",
      description = "How long an answer may take (default: ${DEFAULT-VALUE}).")
  private Duration patience;

  @Mixin private TargetOptions target;
  @Mixin private OutputOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  private final OffsetDateTime begun = OffsetDateTime.now();

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    ReplayFile replay = read();
    Protocol protocol = SpecOption.load(spec == null ? replay.spec() : spec);
    output.checkWritable();
    try (TargetOptions.Target server = target.open(protocol, out)) {
      long start = System.nanoTime();
      Outcome outcome =
          Trial.run(new Target(protocol, server.address(), patience), replay.script());
      if (outcome instanceof Outcome.Unreachable unreachable) {
        throw CommandFailure.unreachable(unreachable.reason());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      CheckResult result = Suite.result(RuleCatalogue.get(replay.ruleId()), outcome, took);
      new ConformConsole(out, protocol, output.language(), output.ansi(), false).ended(result);
      output.writeJson(() -> ConformJson.of(report(protocol, server, result, took)));
      return ExitCode.of(result.verdict());
    }
  }

  private ConformReport report(
      Protocol protocol, TargetOptions.Target server, CheckResult result, Duration took) {
    InetSocketAddress address = server.address();
    SuiteResult suite =
        new SuiteResult(
            protocol.spec().name(),
            address.getHostString() + ":" + address.getPort(),
            0,
            patience,
            took,
            List.of(result));
    return new ConformReport(suite, true, protocol, address, Version.text(), begun, Map.of());
  }

  private ReplayFile read() {
    try {
      ReplayFile replay = ReplayFile.parse(file.toString(), Files.readString(file));
      if (RuleCatalogue.find(replay.ruleId()).isEmpty()) {
        throw CommandFailure.usage(file + ": no rule " + replay.ruleId());
      }
      return replay;
    } catch (ReplayFile.Malformed e) {
      throw CommandFailure.usage(e.getMessage());
    } catch (IOException e) {
      throw CommandFailure.usage("replay file " + file + ": cannot be read");
    }
  }
}
