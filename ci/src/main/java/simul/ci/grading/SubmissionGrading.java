package simul.ci.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import simul.ci.build.BuildResult;
import simul.ci.build.Builder;
import simul.ci.build.PlainProcessRunner;
import simul.ci.build.ProcessRunner;
import simul.ci.build.Projects;
import simul.ci.build.Tools;
import simul.ci.examine.Examination;
import simul.ci.examine.ExaminationPlan;
import simul.ci.examine.Examiner;
import simul.ci.grade.Bilingual;
import simul.ci.grade.Findings;
import simul.ci.grade.Marks;
import simul.ci.intake.Intake;
import simul.ci.intake.IntakeLimits;
import simul.ci.intake.IntakeRefused;
import simul.ci.intake.Submission;
import simul.ci.markbook.Graded;
import simul.ci.markbook.Student;
import simul.ci.report.ConformReport;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/**
 * Grades one submission: takes it in, finds its server, builds it, reads what it is written with,
 * runs it through what the rubric asks for, and marks it. What a submission does wrong is in its
 * marks; only what is wrong with this machine is an exception. One thread runs it.
 */
public final class SubmissionGrading {
  /** A spec that a submission brings along, at its top. */
  private static final List<String> OWN_SPECS = List.of("simul.yaml", "spec.yaml", "protocol.yaml");

  private static final Duration DAY = Duration.ofDays(1);

  private final GradingPlan plan;
  private final Path submitted;
  private final Path out;
  private final List<Bilingual> notes = new ArrayList<>();
  private final OffsetDateTime begun = OffsetDateTime.now();
  private Optional<Student> student = Optional.empty();
  private Optional<Bilingual> port = Optional.empty();
  private Optional<ConformReport> report = Optional.empty();
  private List<String> buildErrors = List.of();
  private Optional<String> ownSpec = Optional.empty();

  /**
   * A grading to come.
   *
   * @param submitted the file or folder that was handed in
   * @param out a folder of its own, for all that is written
   */
  public SubmissionGrading(GradingPlan plan, Path submitted, Path out) {
    this.plan = plan;
    this.submitted = submitted;
    this.out = out;
  }

  /**
   * Grades it.
   *
   * @throws IOException when something cannot be written, or a program of this machine not be run
   * @throws SpecException when the spec that counts for all has errors
   */
  public Graded run() throws IOException, SpecException {
    Path work = Files.createTempDirectory(Files.createDirectories(out), ".work");
    try {
      return graded(findings(work));
    } finally {
      delete(work);
    }
  }

  private Graded graded(Findings findings) {
    int runs = findings.checks().stream().mapToInt(Findings.Checked::runs).max().orElse(0);
    return new Graded(
        submitted.getFileName().toString(),
        student,
        plan.rubric(),
        findings,
        Marks.of(plan.rubric(), findings),
        report,
        runs,
        port,
        notes,
        buildErrors,
        List.of(),
        ownSpec.or(plan::spec),
        plan.version());
  }

  private Findings findings(Path work) throws IOException, SpecException {
    Submission taken;
    try {
      taken = new Intake(IntakeLimits.forCourse()).take(submitted, work.resolve("files"));
    } catch (IntakeRefused e) {
      return unbuilt("", e.getMessage(), Optional.empty());
    }
    student = taken.student().map(s -> new Student(s.section(), s.number(), s.name()));
    taken.refused().forEach(remark -> note("Left out: " + remark.text(), "제외함: " + remark.text()));
    Projects projects = Projects.find(taken.folder(), Models.isServer());
    Optional<Findings.ModelFound> model =
        projects.server().flatMap(server -> Models.of(server, plan.language()));
    Path built = work.resolve("built");
    BuildResult build = build(taken.folder(), projects, built);
    keepLog(build);
    build.notes().forEach(note -> note(note, note));
    if (!build.isBuilt()) {
      buildErrors = build.attempts();
      return unbuilt(build.strategy(), build.firstError().orElse("it was not built"), model);
    }
    return examined(taken, build, built, work, model);
  }

  private Findings unbuilt(String strategy, String why, Optional<Findings.ModelFound> model) {
    return new Findings(
        new Findings.Build(strategy, Optional.of(why)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        model,
        daysLate());
  }

  private BuildResult build(Path files, Projects projects, Path built) throws IOException {
    if (plan.command().isPresent()) {
      return Builder.given(plan.command().get(), files);
    }
    ProcessRunner runner =
        plan.sandbox().isPresent()
            ? new ConfinedRunner(plan.sandbox().get(), files, Files.createDirectories(built))
            : new PlainProcessRunner();
    return new Builder(Tools.installed(), runner, GradingPlan.BUILD_LIMIT)
        .build(projects, built, plan.strategy());
  }

  private void keepLog(BuildResult build) throws IOException {
    if (build.log().isPresent()) {
      Files.copy(
          build.log().get(),
          out.resolve("build.log"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Findings examined(
      Submission taken,
      BuildResult build,
      Path built,
      Path work,
      Optional<Findings.ModelFound> model)
      throws IOException, SpecException {
    Files.createDirectories(built);
    String spec = specName(taken.folder());
    Protocol protocol = Protocol.of(SpecLoader.load(spec));
    boolean told = build.command().get().words().stream().anyMatch(word -> word.contains("{port}"));
    Examination examination =
        new Examiner(
                new ExaminationPlan(
                    plan.rubric(),
                    protocol,
                    spec,
                    ServerCommand.of(
                        build.command().get(), taken.folder(), built, work, plan.sandbox()),
                    build.command().get().folder(),
                    GradingPlan.START_LIMIT,
                    plan.patience(),
                    plan.effort(),
                    plan.seed(),
                    plan.mostRuns(),
                    out))
            .run();
    port =
        examination
            .address()
            .flatMap(at -> PortNote.of(at.getPort(), protocol.spec().port(), told));
    report =
        examination
            .result()
            .map(
                result ->
                    new ConformReport(
                        result,
                        true,
                        protocol,
                        examination.address().orElseThrow(),
                        plan.version(),
                        begun,
                        Map.of(),
                        examination.launch()));
    return new Findings(
        new Findings.Build(build.strategy(), Optional.empty()),
        examination.served(),
        examination.checks(),
        examination.load(),
        examination.streams(),
        model,
        daysLate());
  }

  /** The one for all, or the one that the submission brings, or the rubric's. */
  private String specName(Path files) {
    if (plan.spec().isPresent()) {
      return plan.spec().get();
    }
    for (String name : OWN_SPECS) {
      Path own = files.resolve(name);
      if (Files.isRegularFile(own)) {
        try {
          Protocol.of(SpecLoader.load(own.toString()));
          ownSpec = Optional.of(name);
          note("Held against its own " + name + ".", "제출물의 " + name + "을 기준으로 채점했다.");
          return own.toString();
        } catch (SpecException e) {
          String first = e.getMessage().lines().findFirst().orElse("");
          note("Its " + name + " cannot be used: " + first, name + "을 쓸 수 없다: " + first);
        }
      }
    }
    return plan.rubric().spec();
  }

  private void note(String english, String korean) {
    notes.add(new Bilingual(english, korean));
  }

  private int daysLate() {
    if (plan.deadline().isEmpty()) {
      return 0;
    }
    Instant handedIn = Instant.ofEpochMilli(submitted.toFile().lastModified());
    Duration late = Duration.between(plan.deadline().get(), handedIn);
    return late.isNegative() || late.isZero()
        ? 0
        : (int) ((late.toMillis() + DAY.toMillis() - 1) / DAY.toMillis());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
