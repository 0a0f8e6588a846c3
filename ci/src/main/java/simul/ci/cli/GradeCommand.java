package simul.ci.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simul.ci.build.Builder;
import simul.ci.grade.Marks;
import simul.ci.grade.Rubric;
import simul.ci.grade.RubricException;
import simul.ci.grade.RubricLoader;
import simul.ci.grading.ClassGrading;
import simul.ci.grading.GradedFiles;
import simul.ci.grading.GradingPlan;
import simul.ci.grading.SubmissionGrading;
import simul.ci.launch.CommandWords;
import simul.ci.markbook.Graded;
import simul.ci.sandbox.Bubblewrap;
import simul.conformance.script.Effort;
import simul.spec.load.SpecException;

/** {@code grade}: from what students have handed in to their marks. */
@Command(
    name = "grade",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Grades submissions: unpacks each, builds its server, runs it through the checks,",
      "bots and random streams that a rubric asks for, and marks it.",
      "Each is graded apart from the others and from this machine (bubblewrap on Linux)."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all are graded",
      "1:one was graded, and did not earn all points",
      "2:wrong use",
      "4:some could not be graded, or are to be looked at",
      "5:a defect of this program"
    })
final class GradeCommand implements Callable<Integer> {
  private static final int MOST_JOBS = 64;

  @Parameters(
      arity = "1..*",
      paramLabel = "SUBMISSION",
      description = "Archives (zip, 7z, rar) and folders, one of each student.")
  private List<String> submissions;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "marks",
      description =
          "Where the marks go (default: ${DEFAULT-VALUE}). What is there already is kept, and"
              + " not graded again.")
  private Path out;

  @Option(
      names = "--rubric",
      paramLabel = "NAME|FILE",
      defaultValue = "homework3",
      description = "What there is to earn (default: ${DEFAULT-VALUE}).")
  private String rubricName;

  @Option(
      names = "--spec",
      paramLabel = "NAME|FILE",
      description =
          "The protocol that all are held against (default: the simul.yaml that a submission"
              + " brings, or else the rubric's).")
  private String spec;

  @Option(
      names = "--build",
      paramLabel = "STRATEGY",
      description = "The only way of building to try.")
  private String build;

  @Option(
      names = "--run",
      paramLabel = "COMMAND",
      description = "Build nothing: this starts the server, in the submission's folder.")
  private String run;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many to grade at a time (default: ${DEFAULT-VALUE}).")
  private int jobs;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      description = "How long an answer may take (default: measured, at least 2s).")
  private Duration patience;

  @Option(names = "--quick", description = "Only what shows common mistakes.")
  private boolean quick;

  @Option(
      names = "--unsandboxed",
      description = "Trust the submissions: run their programs as you yourself.")
  private boolean unsandboxed;

  /** Given by this program to another run of itself: grade this one here and now. */
  @Option(names = "--here", hidden = true)
  private boolean here;

  @Option(names = "--place", hidden = true, defaultValue = "0")
  private int place;

  @Mixin private GradeFiles files;
  @Mixin private SeedOption seed;
  @Mixin private OutputOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    Rubric rubric = rubric();
    List<Path> found = found();
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw CommandFailure.usage("--jobs must be in 1.." + MOST_JOBS + ", but is " + jobs);
    }
    if (unsandboxed && jobs > 1) {
      throw CommandFailure.usage("--unsandboxed grades one at a time: leave out --jobs");
    }
    GradingPlan plan = plan(rubric);
    try {
      if (here) {
        GradedFiles.write(graded(plan, found.get(0), out), output.language(), out);
        return ExitCode.HOLDS;
      }
      Files.createDirectories(out);
      return gradeAll(plan, found);
    } catch (IOException e) {
      throw CommandFailure.usage("--out " + out + ": cannot be written: " + e.getMessage());
    }
  }

  private Rubric rubric() {
    try {
      return RubricLoader.load(rubricName);
    } catch (RubricException e) {
      throw CommandFailure.usage(e.getMessage());
    }
  }

  /** What there is to grade; a pattern that no shell has seen to is seen to here. */
  private List<Path> found() {
    List<Path> found = new ArrayList<>();
    for (String name : submissions) {
      List<Path> matches = FilePatterns.find(name);
      if (matches.isEmpty()) {
        throw CommandFailure.usage(name + ": no such file or folder");
      }
      found.addAll(matches);
    }
    return found;
  }

  private GradingPlan plan(Rubric rubric) {
    if (build != null && !Builder.strategies().contains(build)) {
      throw CommandFailure.usage(
          "--build " + build + ": there are " + String.join(", ", Builder.strategies()));
    }
    if (spec != null) {
      SpecOption.load(spec);
    }
    return new GradingPlan(
        rubric,
        Optional.ofNullable(spec),
        Optional.ofNullable(build),
        command(),
        Optional.ofNullable(patience),
        quick ? Effort.QUICK : Effort.NORMAL,
        files.deadline(),
        sandbox(),
        output.language(),
        seed.value(),
        3,
        Version.text());
  }

  private Optional<CommandWords> command() {
    if (run == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(CommandWords.parse(run));
    } catch (CommandWords.Malformed e) {
      throw CommandFailure.usage("--run " + run + ": it " + e.getMessage());
    }
  }

  private Optional<Bubblewrap> sandbox() {
    if (unsandboxed) {
      return Optional.empty();
    }
    Bubblewrap sandbox = Bubblewrap.ofThisUser(place);
    Optional<String> lacking = here ? Optional.empty() : sandbox.lacking();
    if (lacking.isPresent()) {
      throw CommandFailure.usage(
          "no sandbox for the submissions' programs: "
              + lacking.get()
              + "; --unsandboxed runs them as you yourself");
    }
    return Optional.of(sandbox);
  }

  private static Graded graded(GradingPlan plan, Path submission, Path folder) throws IOException {
    try {
      return new SubmissionGrading(plan, submission, folder).run();
    } catch (SpecException e) {
      throw CommandFailure.usage(e.getMessage());
    }
  }

  private int gradeAll(GradingPlan plan, List<Path> found) throws IOException {
    GradeProgress progress =
        new GradeProgress(
            command.commandLine().getOut(),
            plan,
            found.size(),
            output.quiet(),
            files.roster(command.commandLine().getErr()));
    ClassGrading grading = new ClassGrading(out, jobs, this::words, progress);
    try (Interruption interruption = Interruption.then(grading::stop)) {
      List<ClassGrading.Entry> entries = grading.run(found);
      List<Graded> graded = progress.graded(entries);
      PrintWriter console = command.commandLine().getOut();
      files.write(plan, out, graded, entries, console);
      if (graded.size() == 1 && found.size() == 1) {
        console.println(Files.readString(entries.get(0).folder().resolve("marks.txt")).strip());
      }
      progress.end(out);
      int code = code(found.size(), graded);
      interruption.finished(code);
      return code;
    }
  }

  private static int code(int all, List<Graded> graded) {
    boolean open = graded.stream().anyMatch(one -> one.marks().isToBeLookedAt());
    if (graded.size() < all || open) {
      return ExitCode.INCONCLUSIVE;
    }
    Marks first = graded.get(0).marks();
    boolean full = first.points().compareTo(first.most()) >= 0;
    return all == 1 && !full ? ExitCode.BROKEN : ExitCode.HOLDS;
  }

  /** Another run of this program that grades one submission, alone on a network of its own. */
  private List<String> words(Path submission, Path folder, int slot) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    words.addAll(List.of("--add-exports", "java.base/sun.nio.ch=ALL-UNNAMED"));
    words.addAll(List.of("-cp", classPath(), Simul.class.getName(), "grade", "--here"));
    words.addAll(List.of("--place", String.valueOf(slot), "--out", folder.toString()));
    options()
        .forEach(
            (name, value) -> words.addAll(value == null ? List.of(name) : List.of(name, value)));
    words.addAll(List.of("--", submission.toString()));
    return unsandboxed ? words : Bubblewrap.aloneOnNetwork(words);
  }

  private static String classPath() {
    String path = System.getProperty("java.class.path");
    List<String> absolute = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      absolute.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, absolute);
  }

  private Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--rubric", rubricName);
    options.put("--lang", output.language().locale().getLanguage().equals("ko") ? "ko" : "en");
    options.put("--seed", String.valueOf(seed.value()));
    put(options, "--spec", spec);
    put(options, "--build", build);
    put(options, "--run", run);
    put(options, "--late-after", files.lateAfter());
    put(options, "--patience", patience == null ? null : patience.toMillis() + "ms");
    if (quick) {
      options.put("--quick", null);
    }
    if (unsandboxed) {
      options.put("--unsandboxed", null);
    }
    return options;
  }

  private static void put(Map<String, String> options, String name, String value) {
    if (value != null) {
      options.put(name, value);
    }
  }
}
