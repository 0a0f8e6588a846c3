package simul.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
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
      "Without --host and --port, checks the embedded reference server."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every selected MUST holds",
      "1:the server broke a rule",
      "2:wrong use",
      "3:the server cannot be reached",
      "4:no verdict could be reached",
      "5:a defect of this program"
    })
final class ConformCommand implements Callable<Integer> {
  @Mixin private SpecOption spec;
  @Mixin private TargetOptions target;
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
    try (TargetOptions.Target server = target.open(protocol, out)) {
      return run(out, protocol, checks, server);
    }
  }

  private int run(
      PrintWriter out, Protocol protocol, List<Check> checks, TargetOptions.Target server) {
    ConformConsole console =
        new ConformConsole(out, protocol, output.language(), output.ansi(), output.quiet());
    List<RuntimeException> defects = new ArrayList<>();
    Suite.Plan plan =
        new Suite.Plan(
            protocol, server.address(), checks, seed.value(), Optional.ofNullable(patience));
    console.begin(plan);
    SuiteResult result;
    try {
      result = new Suite(plan, new Progress(console, defects)).run();
    } catch (TargetUnreachable e) {
      throw CommandFailure.unreachable(e.getMessage());
    }
    console.end(result);
    Explanation english = new Explanation(protocol, Language.ENGLISH);
    output.writeJson(ConformJson.of(result, english, Version.text()));
    if (!defects.isEmpty()) {
      return ExitCode.DEFECT;
    }
    return switch (result.verdict()) {
      case PASS, SKIPPED -> ExitCode.HOLDS;
      case FAIL -> ExitCode.BROKEN;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
    };
  }

  /** Prints what happens, and saves what failed. */
  private final class Progress implements Suite.Listener {
    private final ConformConsole console;
    private final List<RuntimeException> defects;

    Progress(ConformConsole console, List<RuntimeException> defects) {
      this.console = console;
      this.defects = defects;
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
