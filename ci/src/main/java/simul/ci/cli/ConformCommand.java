package simul.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simul.ci.launch.LaunchFailed;
import simul.ci.launch.LaunchRecord;
import simul.ci.launch.LaunchedTarget;
import simul.ci.report.ConformConsole;
import simul.ci.report.ConformJson;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.check.Suite;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.ReplayFile;
import simul.conformance.script.Script;
import simul.conformance.suite.Checks;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;

/** {@code conform}: does a server keep the rules? */
@Command(
    name = "conform",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks a server against the rules of the handout.",
      "With --launch, starts it, and starts it anew when a check has ended it.",
      "Without --launch, --host and --port, checks the embedded reference server."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every selected MUST holds",
      "1:the server broke a rule",
      "2:wrong use",
      "3:the server cannot be started or reached",
      "4:no verdict could be reached",
      "5:a defect of this program"
    })
final class ConformCommand implements Callable<Integer> {
  /** How long a launched server that has shut the first client out gets to end or to recover. */
  private static final Duration SURE = Duration.ofSeconds(2);

  @Mixin private SpecOption spec;
  @Mixin private TargetOptions target;
  @Mixin private LaunchOptions launch;
  @Mixin private SeedOption seed;
  @Mixin private OutputOptions output;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      split = ",",
      description = "Run only these checks: FRAME-003, FRAME-*.")
  private List<String> only = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      split = ",",
      description = "Leave these checks out.")
  private List<String> exclude = List.of();

  @Option(names = "--list", description = "List the checks and stop.")
  private boolean list;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      description = "How long an answer may take (default: measured, at least 2s).")
  private Duration patience;

  @Option(
      names = "--traces",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where a failed check leaves its replay file (default: here).")
  private Path traces;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    Protocol protocol = spec.protocol();
    List<Check> checks = new Selection(only, exclude).of(Checks.all());
    if (checks.isEmpty()) {
      throw CommandFailure.usage("no check matches --only " + only + " --exclude " + exclude);
    }
    if (list) {
      checks.forEach(check -> out.println(ConformConsole.listed(check.rule(), output.language())));
      return ExitCode.HOLDS;
    }
    if (!Files.isDirectory(traces)) {
      throw CommandFailure.usage("--traces " + traces + ": no such folder");
    }
    output.checkWritable();
    boolean launched = launch.isAsked();
    Stop stop = new Stop();
    try (Interruption interruption = Interruption.then(stop::stop)) {
      // The server is stopped before the interruption hears of the end: after that, nothing runs.
      int code = launched ? onLaunched(protocol, checks, stop) : onOther(protocol, checks, stop);
      interruption.finished(code);
      return code;
    }
  }

  private int onOther(Protocol protocol, List<Check> checks, Stop stop) {
    PrintWriter out = command.commandLine().getOut();
    try (TargetOptions.Target server = target.open(protocol, out)) {
      Suite.Plan plan = plan(protocol, server.address(), checks);
      Progress progress = new Progress(console(protocol));
      Suite suite = new Suite(plan, progress);
      return run(plan, suite, progress, Optional.empty(), stop);
    } catch (TargetUnreachable e) {
      throw CommandFailure.unreachable(e.getMessage());
    }
  }

  private int onLaunched(Protocol protocol, List<Check> checks, Stop stop) {
    PrintWriter out = command.commandLine().getOut();
    try (LaunchedTarget server = launch.open(protocol, target)) {
      if (!output.quiet()) {
        out.println("launched process " + server.pid() + ": " + server.record().command());
      }
      Suite.Plan plan = plan(protocol, server.address(), checks);
      Progress progress = new Progress(console(protocol));
      Suite suite = new Suite(plan, progress, server);
      try {
        return run(plan, suite, progress, Optional.of(server), stop);
      } catch (TargetUnreachable e) {
        throw CommandFailure.unreachable(lost(server, e));
      }
    }
  }

  /** What was met by the first client of a server that had served a moment ago. */
  private static String lost(LaunchedTarget server, TargetUnreachable met) {
    boolean lost = server.state(SURE).isLost();
    List<LaunchRecord.Loss> losses = server.record().losses();
    if (!lost || losses.isEmpty()) {
      return met.getMessage();
    }
    LaunchRecord.Loss loss = losses.get(losses.size() - 1);
    return LaunchFailed.withOutput(loss.text() + ", after it had served once", loss.lastOutput());
  }

  private Suite.Plan plan(Protocol protocol, InetSocketAddress address, List<Check> checks) {
    return new Suite.Plan(protocol, address, checks, seed.value(), Optional.ofNullable(patience));
  }

  private ConformConsole console(Protocol protocol) {
    return new ConformConsole(
        command.commandLine().getOut(), protocol, output.language(), output.ansi(), output.quiet());
  }

  private int run(
      Suite.Plan plan, Suite suite, Progress progress, Optional<LaunchedTarget> server, Stop stop)
      throws TargetUnreachable {
    stop.stops(suite);
    progress.console.begin(plan);
    SuiteResult result = suite.run();
    progress.console.end(result);
    Explanation english = new Explanation(plan.protocol(), Language.ENGLISH);
    output.writeJson(
        ConformJson.of(result, english, Version.text(), server.map(LaunchedTarget::record)));
    if (!progress.defects.isEmpty()) {
      return ExitCode.DEFECT;
    }
    return switch (result.verdict()) {
      case PASS, SKIPPED -> ExitCode.HOLDS;
      case FAIL -> ExitCode.BROKEN;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
    };
  }

  /** Stops the run, whether it has begun or not. */
  private static final class Stop {
    private boolean stopped;
    private Suite suite;

    synchronized void stops(Suite begun) {
      suite = begun;
      if (stopped) {
        suite.stop();
      }
    }

    synchronized void stop() {
      stopped = true;
      if (suite != null) {
        suite.stop();
      }
    }
  }

  /** Prints what happens, and saves what failed. */
  private final class Progress implements Suite.Listener {
    private final ConformConsole console;
    private final List<RuntimeException> defects = new ArrayList<>();

    Progress(ConformConsole console) {
      this.console = console;
    }

    @Override
    public void started(Duration measured) {
      console.started(measured);
    }

    @Override
    public void ended(CheckResult result) {
      console.ended(result);
    }

    @Override
    public Optional<String> save(Rule rule, Script script) {
      Path file = traces.resolve(rule.id() + ".trace").normalize();
      try {
        Files.writeString(file, new ReplayFile(spec.name(), rule.id(), script).text());
        return Optional.of(file.toString());
      } catch (IOException e) {
        console.warn("the replay file " + file + " cannot be written: " + e.getMessage());
        return Optional.empty();
      }
    }

    @Override
    public void defect(Rule rule, RuntimeException defect) {
      defects.add(defect);
    }
  }
}
