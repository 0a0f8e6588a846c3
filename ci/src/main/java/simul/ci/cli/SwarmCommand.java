package simul.ci.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import simul.bots.capacity.CapacityResult;
import simul.bots.capacity.CapacityRun;
import simul.bots.connection.MachineLimits;
import simul.bots.live.LiveServer;
import simul.bots.measure.Judgement;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.swarm.Load;
import simul.bots.swarm.NobodyAnswers;
import simul.bots.swarm.Observers;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.SwarmPlan;
import simul.bots.swarm.Wish;
import simul.ci.report.CapacityConsole;
import simul.ci.report.CapacityJson;
import simul.ci.report.SwarmConsole;
import simul.ci.report.SwarmJson;
import simul.ci.report.SwarmReport;
import simul.conformance.probe.Probes;
import simul.spec.meaning.Protocol;
import simul.spec.model.WorldRules;

/** {@code swarm}: how does a server behave under many clients? */
@Command(
    name = "swarm",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lets bots play on a server and checks what they are told.",
      "Without --host and --port, they play on the embedded reference server."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no rule was broken and no --fail-if holds",
      "1:the server broke a rule, or a --fail-if holds",
      "2:wrong use",
      "3:the server cannot be reached, or lets nobody in",
      "4:no verdict could be reached",
      "5:a defect of this program"
    })
final class SwarmCommand implements Callable<Integer> {
  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      defaultValue = "3s",
      description = "How long an admission or a sight may take (default: ${DEFAULT-VALUE}).")
  private Duration patience;

  @Option(
      names = "--fail-if",
      paramLabel = "EXPRESSION",
      converter = ThresholdText.class,
      description =
          "What the server must not do, as in 'response.p99 > 50ms' or 'reach < 1'; may be given"
              + " again (default: 'violations > 0', also beside others that say nothing of"
              + " violations).")
  private List<Threshold> thresholds = List.of();

  @Option(
      names = "--stdin",
      description =
          "Take clients N, rate MOVES and stop from the standard input while they play; at a"
              + " terminal that is so anyway.")
  private boolean stdin;

  @Mixin private LoadOptions options;
  @Mixin private CapacityOptions capacity;
  @Mixin private SpecOption spec;
  @Mixin private TargetOptions target;
  @Mixin private SeedOption seed;
  @Mixin private OutputOptions output;
  @Mixin private SwarmFiles files;
  @Mixin private LiveOptions live;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    Protocol protocol = spec.protocol();
    Load load = options.load(protocol);
    checkWindows(load);
    capacity.check(load);
    Observers observers = options.observers(protocol, load);
    output.checkWritable();
    files.checkWritable();
    try (TargetOptions.Target server = target.open(protocol, out)) {
      int socketsEach = server.embedded() == null ? 1 : 2;
      IntFunction<Optional<String>> shortage =
          bots -> MachineLimits.current().shortage(server.address(), bots, socketsEach);
      shortage
          .apply(load.clients())
          .ifPresent(
              lack -> {
                throw CommandFailure.usage("--clients " + load.clients() + ": " + lack);
              });
      SwarmPlan plan =
          new SwarmPlan(protocol, server.address(), load, seed.value(), patience, observers);
      if (capacity.isWanted()) {
        return search(out, plan, mostClients(shortage, protocol));
      }
      return run(out, plan, new Swarm(plan, shortage));
    }
  }

  private void checkWindows(Load load) {
    for (Threshold threshold : thresholds) {
      if (threshold.windowSeconds() > load.playTime().toSeconds()) {
        throw CommandFailure.usage(
            String.format(
                "--fail-if '%s' looks at %d s, but the bots play for %s s",
                threshold.expression(), threshold.windowSeconds(), load.playTime().toSeconds()));
      }
    }
  }

  /** As many bots as the spec lets play and this machine can connect. */
  private static int mostClients(IntFunction<Optional<String>> shortage, Protocol protocol) {
    WorldRules rules = protocol.spec().world();
    boolean limited = rules.slots().full() != WorldRules.Full.ADMIT;
    int fits = 1;
    int lacks = 1 + (limited ? Math.min(rules.maxClients(), Load.MOST_CLIENTS) : Load.MOST_CLIENTS);
    while (lacks - fits > 1) {
      int clients = (fits + lacks) / 2;
      if (shortage.apply(clients).isEmpty()) {
        fits = clients;
      } else {
        lacks = clients;
      }
    }
    return fits;
  }

  private int search(PrintWriter out, SwarmPlan asked, int mostClients) {
    SwarmPlan plan =
        new SwarmPlan(
            asked.protocol(),
            asked.target(),
            capacity.step(asked.load()),
            asked.seed(),
            asked.patience(),
            asked.observers());
    CapacityConsole console =
        new CapacityConsole(
            out,
            output.language(),
            output.ansi(),
            output.quiet(),
            capacity.axis(),
            capacity.limit());
    console.begin(plan);
    CapacityRun run = new CapacityRun(plan, capacity.axis(), capacity.limit(), mostClients);
    try (Interruption interruption = Interruption.then(run::stop)) {
      CapacityResult result = run.run(console::step);
      SwarmResult.Verdict verdict = result.verdict(thresholds);
      console.end(result, verdict);
      output.writeJson(() -> CapacityJson.of(plan, result, verdict, Version.text()));
      interruption.finished(code(verdict));
      return code(verdict);
    } catch (NobodyAnswers e) {
      throw CommandFailure.unreachable(Probes.describe(plan.target()) + ": " + e.getMessage());
    }
  }

  private static int code(SwarmResult.Verdict verdict) {
    return switch (verdict) {
      case PASS -> ExitCode.HOLDS;
      case FAIL -> ExitCode.BROKEN;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
    };
  }

  private int run(PrintWriter out, SwarmPlan plan, Swarm swarm) {
    SwarmConsole console =
        new SwarmConsole(
            out, output.language(), output.ansi(), output.quiet(), Terminal.isInteractive());
    Optional<LiveServer> page = live.open(output.languageCode(), plan, swarm);
    console.begin(plan);
    page.ifPresent(server -> console.watchAt(server.url()));
    Instant begun = Instant.now();
    try (Interruption interruption = Interruption.then(swarm::stop)) {
      SwarmResult result = play(swarm, console);
      Judgement judgement = Judgement.of(result, thresholds);
      console.end(judgement);
      page.ifPresent(server -> server.finish(SwarmJson.of(plan, judgement, Version.text())));
      files.write(
          new SwarmReport(plan, judgement, begun, Version.text(), again(plan)), output.language());
      output.writeJson(() -> SwarmJson.of(plan, judgement, Version.text()));
      int code = code(judgement.verdict());
      interruption.finished(code);
      return code;
    } catch (NobodyAnswers e) {
      throw CommandFailure.unreachable(Probes.describe(plan.target()) + ": " + e.getMessage());
    } finally {
      page.ifPresent(LiveServer::close);
    }
  }

  /** This command once more, with the seed that it took. */
  private String again(SwarmPlan plan) {
    List<String> words = command.commandLine().getParseResult().originalArgs();
    Stream<String> seeded =
        words.stream().anyMatch(word -> word.startsWith("--seed"))
            ? Stream.empty()
            : Stream.of("--seed", String.valueOf(plan.seed()));
    return "bin/swarm "
        + Stream.concat(words.stream().filter(word -> !word.equals("swarm")), seeded)
            .map(ShellText::quote)
            .collect(Collectors.joining(" "));
  }

  private SwarmResult play(Swarm swarm, SwarmConsole console) throws NobodyAnswers {
    TypedLines typed = typed(swarm, console);
    try {
      return swarm.run(console::progress);
    } finally {
      typed.close();
    }
  }

  /** Wishes from the terminal, or from an input that was meant to bring them. */
  private TypedLines typed(Swarm swarm, SwarmConsole console) {
    if (!stdin && !Terminal.isInteractive()) {
      return TypedLines.none();
    }
    return TypedLines.from(
        System.in,
        () -> !Terminal.isInteractive() || Terminal.isForeground(),
        line -> {
          try {
            swarm.ask(Wish.parse(line));
          } catch (IllegalArgumentException e) {
            console.complain(e.getMessage());
          }
        });
  }

  /** {@code response.p99 > 50ms}. */
  static final class ThresholdText implements ITypeConverter<Threshold> {
    @Override
    public Threshold convert(String text) {
      try {
        return Threshold.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
