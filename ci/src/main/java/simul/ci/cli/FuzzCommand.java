package simul.ci.cli;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simul.ci.launch.LaunchedTarget;
import simul.ci.report.FuzzConsole;
import simul.ci.report.FuzzReport;
import simul.conformance.check.TargetHost;
import simul.conformance.fuzz.Corpus;
import simul.conformance.fuzz.Discovery;
import simul.conformance.fuzz.FuzzResult;
import simul.conformance.fuzz.Fuzzer;
import simul.conformance.fuzz.Harm;
import simul.conformance.fuzz.Sample;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.ReplayFile;
import simul.spec.meaning.Protocol;
import simul.spec.world.Board;

/** {@code fuzz}: which stream of bytes breaks a server, and which is the smallest one? */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Sends a server random streams, cut and joined and with something wrong in every other one,"
          + " and looks for the smallest that it does not stand.",
      "With --launch, starts it, and starts it anew when a stream has ended it.",
      "Without --launch, --host and --port, goes at the embedded reference server."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing was found",
      "1:a stream breaks the server",
      "2:wrong use",
      "3:the server cannot be started or reached",
      "4:nothing could be decided, or what was found showed only once",
      "5:a defect of this program"
    })
final class FuzzCommand implements Callable<Integer> {
  private static final long MOST_TRIES = 1_000_000_000L;

  @Mixin private SpecOption spec;
  @Mixin private TargetOptions target;
  @Mixin private LaunchOptions launch;
  @Mixin private SeedOption seed;
  @Mixin private OutputOptions output;
  @Mixin private ReportOptions reports;

  @Option(
      names = "--time",
      paramLabel = "DURATION",
      defaultValue = "60s",
      description = "How long to go on (default: ${DEFAULT-VALUE}).")
  private Duration time;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "Try so many streams at most (default: as many as there is time for).")
  private Long tries;

  @Option(names = "--stop-on-first", description = "End with the first finding.")
  private boolean stopOnFirst;

  @Option(
      names = "--shrink-time",
      paramLabel = "DURATION",
      defaultValue = "10s",
      description = "How long one finding may be made smaller (default: ${DEFAULT-VALUE}).")
  private Duration shrinkTime;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      description = "How long an answer may take (default: measured, at least 2s).")
  private Duration patience;

  @Option(
      names = "--traces",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where each finding leaves its replay file (default: here).")
  private Path traces;

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "Try the streams in this folder first, and keep there what reaches more.")
  private Path corpus;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  private final OffsetDateTime begun = OffsetDateTime.now();
  private final Stoppable running = new Stoppable();

  @Override
  public Integer call() {
    Protocol protocol = spec.protocol();
    checkBounds(protocol);
    output.checkWritable();
    reports.checkWritable();
    boolean launched = launch.isAsked();
    try (Interruption interruption = Interruption.then(running::stop)) {
      int code = launched ? onLaunched(protocol) : onOther(protocol);
      interruption.finished(code);
      return code;
    }
  }

  private void checkBounds(Protocol protocol) {
    if (tries != null && (tries < 1 || tries > MOST_TRIES)) {
      throw CommandFailure.usage("--tries must be in 1.." + MOST_TRIES + ", but is " + tries);
    }
    checkFolder("--traces", traces);
    if (corpus != null) {
      checkFolder("--corpus", corpus);
    }
    Board board = Board.of(protocol.spec().world());
    if (board.width() * board.height() == 1) {
      throw CommandFailure.usage(
          "--spec " + spec.name() + ": the board has one cell, so nothing can move");
    }
  }

  private static void checkFolder(String option, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.usage(option + " " + folder + ": no such folder");
    }
  }

  private int onOther(Protocol protocol) {
    PrintWriter out = command.commandLine().getOut();
    try (TargetOptions.Target server = target.open(protocol, out)) {
      InetSocketAddress address = server.address();
      return run(new Progress(protocol, address, TargetHost.elsewhere(address), Optional.empty()));
    }
  }

  private int onLaunched(Protocol protocol) {
    try (LaunchedTarget server = launch.open(protocol, target)) {
      if (!output.quiet()) {
        command
            .commandLine()
            .getOut()
            .println("launched process " + server.pid() + ": " + server.record().command());
      }
      return run(new Progress(protocol, server.address(), server, Optional.of(server)));
    }
  }

  private int run(Progress progress) {
    running.begin(progress.fuzzer::stop);
    progress.console.begin(spec.name(), progress.address, seed.value(), time);
    reports.begin(output, progress.report(progress.fuzzer.resultSoFar(), false));
    FuzzResult result;
    try {
      result = progress.fuzzer.run();
    } catch (TargetUnreachable e) {
      reports.write(progress.report(progress.fuzzer.resultSoFar(), true));
      throw CommandFailure.unreachable(e.getMessage());
    }
    progress.keepCorpus();
    progress.console.end(result);
    reports.write(progress.report(result, true));
    return ExitCode.of(result.verdict());
  }

  /** Prints what happens, keeps the reports up to date, and saves what was found. */
  private final class Progress implements Fuzzer.Listener {
    private final Protocol protocol;
    private final InetSocketAddress address;
    private final Optional<LaunchedTarget> server;
    private final FuzzConsole console;
    private final Corpus kept = new Corpus();
    private final Fuzzer fuzzer;
    private int reported;

    Progress(
        Protocol protocol,
        InetSocketAddress address,
        TargetHost host,
        Optional<LaunchedTarget> server) {
      this.protocol = protocol;
      this.address = address;
      this.server = server;
      this.console =
          new FuzzConsole(
              command.commandLine().getOut(),
              protocol,
              output.language(),
              output.ansi(),
              output.quiet(),
              Terminal.isInteractive());
      List<Sample> old =
          corpus == null ? List.of() : new CorpusFolder(corpus, spec.name()).load(console::warn);
      old.forEach(kept::add);
      this.fuzzer = new Fuzzer(plan(old), host, this);
    }

    private Fuzzer.Plan plan(List<Sample> old) {
      return new Fuzzer.Plan(
          protocol,
          address,
          seed.value(),
          Optional.ofNullable(patience),
          time,
          tries == null ? Long.MAX_VALUE : tries,
          stopOnFirst,
          shrinkTime,
          old);
    }

    FuzzReport report(FuzzResult result, boolean finished) {
      return new FuzzReport(
          result,
          finished,
          protocol,
          address,
          Version.text(),
          begun,
          server.map(LaunchedTarget::record));
    }

    void keepCorpus() {
      if (corpus != null) {
        new CorpusFolder(corpus, spec.name()).keep(kept.kept());
      }
    }

    @Override
    public void started(Duration measured) {
      console.started(measured);
    }

    @Override
    public void tried(Sample sample, boolean held, FuzzResult soFar) {
      if (held) {
        kept.add(sample);
      }
      console.progress(soFar);
      if (soFar.discoveries().size() > reported) {
        reported = soFar.discoveries().size();
        reports.update(report(soFar, false));
      }
    }

    @Override
    public void met(Harm harm) {
      console.met(harm);
    }

    @Override
    public Optional<String> save(int number, Discovery found) {
      String name = String.format(java.util.Locale.ROOT, "fuzz-%02d.trace", number);
      String file = traces.resolve(name).normalize().toString();
      try {
        new ResultFile("--traces", file)
            .write(new ReplayFile(spec.name(), found.ruleId(), found.script()).text());
      } catch (CommandFailure e) {
        // What was found is worth more than its file.
        console.warn(e.getMessage());
        return Optional.empty();
      }
      console.saved(number, found, file);
      return Optional.of(file);
    }
  }
}
