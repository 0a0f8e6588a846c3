package simul.ci.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simul.ci.report.SelfcheckJson;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.explain.Language;
import simul.conformance.mutant.Mutants;
import simul.conformance.selfcheck.Examination;
import simul.conformance.selfcheck.Matrix;
import simul.conformance.selfcheck.MatrixText;
import simul.conformance.selfcheck.SelfCheck;
import simul.conformance.selfcheck.Subject;
import simul.conformance.selfcheck.SummaryPage;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;

/** {@code selfcheck}: does the suite find every mistake, and only mistakes? */
@Command(
    name = "selfcheck",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Tests the tester: runs the checks against every faulty server that there is, and against the"
          + " reference server and odd but right ones.",
      "Prints which check calls which server wrong, and what none does."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every faulty server was called wrong, and no other",
      "1:a faulty server was not, or a right one was",
      "2:wrong use",
      "4:interrupted before all was known",
      "5:a defect of this program"
    })
final class SelfcheckCommand implements Callable<Integer> {
  private static final int MOST_REPEATS = 10_000;
  private static final int MOST_JOBS = 64;

  @Mixin private SpecOption spec;
  @Mixin private SeedOption seed;
  @Mixin private OutputOptions output;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      split = ",",
      description = "Run only these servers: drops-*, odd/*, mutant/*, reference.")
  private List<String> only = List.of();

  @Option(
      names = "--checks",
      paramLabel = "PATTERN",
      split = ",",
      description = "Run only these checks: FRAME-003, FRAME-*.")
  private List<String> checks = List.of();

  @Option(
      names = "--quick",
      description =
          "Run against a faulty server only the checks of the rule that it breaks, and against a"
              + " right one the first check of each area.")
  private boolean quick;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Run against each right server so often (default: ${DEFAULT-VALUE}).")
  private int repeat;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many servers at a time (default: ${DEFAULT-VALUE}).")
  private int jobs;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      description =
          "How long an answer of a faulty server, or of the reference server, may take (default:"
              + " measured, at least 2s).")
  private Duration patience;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Write the result as a Markdown page.")
  private String summary;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    checkBounds("--repeat", repeat, MOST_REPEATS);
    checkBounds("--jobs", jobs, MOST_JOBS);
    Protocol protocol = spec.protocol();
    SelfCheck.Plan plan =
        new SelfCheck.Plan(
            protocol,
            subjects(protocol),
            checks(),
            quick,
            repeat,
            seed.value(),
            Optional.ofNullable(patience),
            jobs);
    output.checkWritable();
    if (summary != null) {
      new ResultFile("--summary", summary).checkWritable();
    }
    return run(plan);
  }

  private static void checkBounds(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw CommandFailure.usage(option + " must be in 1.." + most + ", but is " + value);
    }
  }

  private List<Subject> subjects(Protocol protocol) {
    List<Subject> subjects =
        Subject.all(protocol.spec()).stream()
            .filter(subject -> only.isEmpty() || only.stream().anyMatch(subject::matches))
            .toList();
    if (subjects.isEmpty()) {
      throw CommandFailure.usage("no server matches --only " + only);
    }
    return subjects;
  }

  private List<Check> checks() {
    return CheckNames.select(new Selection(checks, List.of()));
  }

  private int run(SelfCheck.Plan plan) {
    PrintWriter out = command.commandLine().getOut();
    if (!output.quiet()) {
      out.println(heading(plan));
    }
    SelfCheck selfCheck = new SelfCheck(plan, this::progress);
    try (Interruption interruption = Interruption.then(selfCheck::stop)) {
      long start = System.nanoTime();
      List<Examination> examinations = selfCheck.run();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      int code = report(plan, examinations, selfCheck.isStopped(), took);
      interruption.finished(code);
      return code;
    }
  }

  private int report(
      SelfCheck.Plan plan, List<Examination> examinations, boolean stopped, Duration took) {
    Set<String> ids = plan.checks().stream().map(Check::ruleId).collect(Collectors.toSet());
    Matrix matrix = new Matrix(examinations, ids);
    print(matrix, stopped, took);
    output.writeJson(
        () ->
            SelfcheckJson.of(
                new SelfcheckJson.Setting(
                    Version.text(),
                    spec.name(),
                    plan.seed(),
                    plan.quick(),
                    !stopped,
                    took.toMillis()),
                matrix));
    if (stopped) {
      return ExitCode.INCONCLUSIVE;
    }
    if (summary != null) {
      new ResultFile("--summary", summary)
          .write(SummaryPage.of(matrix, commandLine(plan), measured(took)));
    }
    if (!matrix.defects().isEmpty()) {
      return ExitCode.DEFECT;
    }
    return matrix.holds() ? ExitCode.HOLDS : ExitCode.BROKEN;
  }

  private void print(Matrix matrix, boolean stopped, Duration took) {
    PrintWriter out = command.commandLine().getOut();
    Function<Rule, String> words =
        output.language() == Language.KOREAN ? Rule::korean : Rule::english;
    MatrixText text = new MatrixText(matrix, words);
    (output.quiet() ? text.problems() : text.lines(isWhole(matrix))).forEach(out::println);
    text.figures().forEach(out::println);
    String verdict = stopped ? "INTERRUPTED" : matrix.holds() ? "PASS" : "FAIL";
    out.println(verdict + " in " + took.toSeconds() + " s");
  }

  private boolean isWhole(Matrix matrix) {
    return !quick && matrix.mutants().size() == Mutants.all().size();
  }

  private void progress(Examination examination, int done, int all) {
    if (!output.quiet()) {
      PrintWriter out = command.commandLine().getOut();
      String number = " ".repeat(String.valueOf(all).length() - String.valueOf(done).length());
      double seconds = examination.duration().toMillis() / 1000.0;
      out.printf("%s%d/%d %5.1f s  %s%n", number, done, all, seconds, MatrixText.line(examination));
    }
  }

  private String heading(SelfCheck.Plan plan) {
    long mutants = plan.subjects().stream().filter(subject -> !subject.isRight()).count();
    return "selfcheck of "
        + spec.name()
        + ": "
        + mutants
        + " mutants and "
        + (plan.subjects().size() - mutants)
        + " right servers"
        + (repeat > 1 ? ", these " + repeat + " times" : "")
        + ", "
        + plan.checks().size()
        + " checks, seed "
        + plan.seed()
        + ", "
        + jobs
        + " at a time";
  }

  /** What makes the same page again, as far as it is not the default. */
  private String commandLine(SelfCheck.Plan plan) {
    StringBuilder words = new StringBuilder("bin/simul selfcheck");
    if (!spec.name().equals("homework3")) {
      words.append(" --spec ").append(spec.name());
    }
    if (!only.isEmpty()) {
      words.append(" --only '").append(String.join(",", only)).append("'");
    }
    if (!checks.isEmpty()) {
      words.append(" --checks '").append(String.join(",", checks)).append("'");
    }
    if (quick) {
      words.append(" --quick");
    }
    if (repeat > 1) {
      words.append(" --repeat ").append(repeat);
    }
    words.append(" --seed ").append(plan.seed());
    return words.append(" --summary ").append(summary).toString();
  }

  private String measured(Duration took) {
    return LocalDate.now()
        + ", "
        + took.toSeconds()
        + " s with "
        + jobs
        + " servers at a time on "
        + Runtime.getRuntime().availableProcessors()
        + " cores, Java "
        + Runtime.version().feature()
        + ", "
        + System.getProperty("os.name");
  }
}
