package simul.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simul.ci.launch.LaunchFailed;
import simul.ci.launch.LaunchRecord;
import simul.ci.launch.LaunchedTarget;
import simul.ci.report.ConformConsole;
import simul.ci.report.ConformReport;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.check.Suite;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Effort;
import simul.conformance.script.ReplayFile;
import simul.conformance.script.Script;
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

  private static final int MOST_REPEATS = 1000;

  @Mixin private SpecOption spec;
  @Mixin private TargetOptions target;
  @Mixin private LaunchOptions launch;
  @Mixin private SeedOption seed;
  @Mixin private OutputOptions output;
  @Mixin private ReportOptions reports;

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

  @ArgGroup private Amount amount = new Amount();

  /** How much is done: one of the two, or neither. */
  private static final class Amount {
    @Option(names = "--quick", description = "Only what shows common mistakes, in a moment.")
    private boolean quick;

    @Option(
        names = "--thorough",
        description = "Longer streams, more joins, more random play: minutes.")
    private boolean thorough;

    Effort effort() {
      return quick ? Effort.QUICK : thorough ? Effort.THOROUGH : Effort.NORMAL;
    }
  }

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Run the checks so many times over, each time with other randomness.")
  private int repeat;

  @Option(
      names = "--traces",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where a failed check leaves its replay file (default: here).")
  private Path traces;

  @Option(
      names = "--pcapng",
      paramLabel = "FILE",
      description = "Write all that is sent and received, for Wireshark.")
  private String pcapng;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  private final OffsetDateTime begun = OffsetDateTime.now();
  private final Stoppable running = new Stoppable();

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    Protocol protocol = spec.protocol();
    if (repeat < 1 || repeat > MOST_REPEATS) {
      throw CommandFailure.usage("--repeat must be in 1.." + MOST_REPEATS + ", but is " + repeat);
    }
    List<Check> checks = selected();
    if (list) {
      checks.forEach(check -> out.println(ConformConsole.listed(check.rule(), output.language())));
      return ExitCode.HOLDS;
    }
    if (!Files.isDirectory(traces)) {
      throw CommandFailure.usage("--traces " + traces + ": no such folder");
    }
    output.checkWritable();
    reports.checkWritable();
    boolean launched = launch.isAsked();
    // The server is stopped before the interruption hears of the end: after that, nothing runs.
    try (Interruption interruption = Interruption.then(running::stop)) {
      int code = launched ? onLaunched(protocol, checks) : onOther(protocol, checks);
      interruption.finished(code);
      return code;
    }
  }

  private List<Check> selected() {
    List<Check> checks = CheckNames.select(new Selection(only, exclude));
    if (checks.isEmpty()) {
      throw CommandFailure.usage("no check matches --only " + only + " --exclude " + exclude);
    }
    return checks;
  }

  private int onOther(Protocol protocol, List<Check> checks) {
    PrintWriter out = command.commandLine().getOut();
    try (Capture capture = Capture.to(pcapng);
        TargetOptions.Target server = target.open(protocol, out)) {
      Suite.Plan plan = plan(protocol, server.address(), checks, capture);
      return run(new Progress(plan), capture);
    }
  }

  private int onLaunched(Protocol protocol, List<Check> checks) {
    PrintWriter out = command.commandLine().getOut();
    try (Capture capture = Capture.to(pcapng);
        LaunchedTarget server = launch.open(protocol, target)) {
      if (!output.quiet()) {
        out.println("launched process " + server.pid() + ": " + server.record().command());
      }
      Suite.Plan plan = plan(protocol, server.address(), checks, capture);
      return run(new Progress(plan, server), capture);
    }
  }

  private Suite.Plan plan(
      Protocol protocol, InetSocketAddress address, List<Check> checks, Capture capture) {
    List<Check> all = Collections.nCopies(repeat, checks).stream().flatMap(List::stream).toList();
    return new Suite.Plan(
        protocol,
        address,
        all,
        seed.value(),
        Optional.ofNullable(patience),
        capture::recorder,
        amount.effort(),
        true);
  }

  private int run(Progress progress, Capture capture) {
    int code = run(progress);
    capture.complaint().ifPresent(progress.console::warn);
    return code;
  }

  private int run(Progress progress) {
    running.begin(progress.suite::stop);
    progress.console.begin(progress.plan);
    reports.begin(output, progress.report(progress.suite.resultSoFar(), false));
    SuiteResult result;
    try {
      result = progress.suite.run();
    } catch (TargetUnreachable e) {
      String reason = progress.server.map(server -> lost(server, e)).orElse(e.getMessage());
      reports.write(progress.report(progress.suite.resultWithoutTarget(reason), true));
      throw CommandFailure.unreachable(reason);
    }
    progress.console.end(result);
    reports.write(progress.report(result, true));
    if (!progress.defects.isEmpty()) {
      return ExitCode.DEFECT;
    }
    return ExitCode.of(result.verdict());
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

  /** Prints what happens, keeps the reports up to date, and saves what failed. */
  private final class Progress implements Suite.Listener {
    private final Suite.Plan plan;
    private final ConformConsole console;
    private final Optional<LaunchedTarget> server;
    private final Suite suite;
    private final Map<String, RuntimeException> defects = new HashMap<>();

    /** How many replay files each rule has: with --repeat it can fail more than once. */
    private final Map<String, Integer> saved = new HashMap<>();

    Progress(Suite.Plan plan) {
      this.plan = plan;
      this.console = console(plan.protocol());
      this.server = Optional.empty();
      this.suite = new Suite(plan, this);
    }

    /** The same, on a server that can be started anew. */
    Progress(Suite.Plan plan, LaunchedTarget server) {
      this.plan = plan;
      this.console = console(plan.protocol());
      this.server = Optional.of(server);
      this.suite = new Suite(plan, this, server);
    }

    private ConformConsole console(Protocol protocol) {
      return new ConformConsole(
          command.commandLine().getOut(),
          protocol,
          output.language(),
          output.ansi(),
          output.quiet());
    }

    ConformReport report(SuiteResult result, boolean finished) {
      return new ConformReport(
          result,
          finished,
          plan.protocol(),
          plan.target(),
          Version.text(),
          begun,
          defects,
          server.map(LaunchedTarget::record));
    }

    @Override
    public void started(Duration measured) {
      console.started(measured);
    }

    @Override
    public void ended(CheckResult result) {
      console.ended(result);
      reports.update(report(suite.resultSoFar(), false));
    }

    @Override
    public Optional<String> save(Rule rule, Script script) {
      int time = saved.merge(rule.id(), 1, Integer::sum);
      String name = rule.id() + (time == 1 ? "" : "-" + time) + ".trace";
      Path file = traces.resolve(name).normalize();
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
      defects.put(rule.id(), defect);
    }
  }
}
