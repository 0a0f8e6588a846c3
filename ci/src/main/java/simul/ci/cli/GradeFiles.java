package simul.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import simul.ci.grading.ClassGrading;
import simul.ci.grading.GradedFiles;
import simul.ci.grading.GradingPlan;
import simul.ci.intake.Roster;
import simul.ci.markbook.Annotations;
import simul.ci.markbook.AutolabScores;
import simul.ci.markbook.ClassPage;
import simul.ci.markbook.ClassroomResult;
import simul.ci.markbook.Graded;
import simul.ci.markbook.GradescopeResults;
import simul.ci.markbook.JobSummary;
import simul.ci.markbook.MarksCsv;
import simul.ci.markbook.MarksJUnitXml;

/** What a grading leaves behind: the class's table always, and what CI systems read on request. */
final class GradeFiles {
  @Option(
      names = "--late-after",
      paramLabel = "TIME",
      description = "The deadline, as 2026-11-30T23:59; files that are newer are late.")
  private String lateAfter;

  @Option(
      names = "--gradescope",
      paramLabel = "FILE",
      description = "Write the results.json that Gradescope reads (one submission).")
  private String gradescope;

  @Option(
      names = "--classroom",
      paramLabel = "FILE",
      description = "Append the output that GitHub Classroom reads (one submission).")
  private String classroom;

  @Option(
      names = "--junit-xml",
      paramLabel = "FILE",
      description = "Write the marks as JUnit XML (one submission).")
  private String junitXml;

  @Option(
      names = "--autolab",
      paramLabel = "FILE",
      description = "Write the line that Autolab reads (one submission).")
  private String autolab;

  @Option(
      names = "--scale-to",
      paramLabel = "POINTS",
      description = "What all points are worth in these files.")
  private BigDecimal scaleTo;

  @Option(
      names = "--annotations",
      description = "Print the annotations that GitHub Actions shows (one submission).")
  private boolean annotations;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Append a summary in Markdown, as GitHub Actions shows it.")
  private Path summary;

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description = "The class list as CSV, to know students by; UTF-8 or CP949.")
  private Path rosterFile;

  /** The class list, if there is one; what is not understood of it is said. */
  Optional<Roster> roster(PrintWriter err) {
    if (rosterFile == null) {
      return Optional.empty();
    }
    try {
      Roster roster = Roster.load(rosterFile);
      roster.problems().forEach(problem -> err.println("simul: --roster " + problem));
      return Optional.of(roster);
    } catch (IOException e) {
      throw CommandFailure.usage("--roster " + rosterFile + ": cannot be read: " + e.getMessage());
    }
  }

  String lateAfter() {
    return lateAfter;
  }

  /** When submissions begin to be late, if ever. */
  Optional<Instant> deadline() {
    if (lateAfter == null) {
      return Optional.empty();
    }
    try {
      boolean zoned = lateAfter.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(lateAfter).toInstant()
              : LocalDateTime.parse(lateAfter).atZone(ZoneId.systemDefault()).toInstant());
    } catch (DateTimeException e) {
      throw CommandFailure.usage(
          "--late-after "
              + lateAfter
              + ": not a time as 2026-11-30T23:59 or 2026-11-30T23:59+09:00");
    }
  }

  void write(
      GradingPlan plan,
      Path out,
      List<Graded> graded,
      List<ClassGrading.Entry> entries,
      PrintWriter console)
      throws IOException {
    GradedFiles.replace(
        out.resolve("marks.csv"), MarksCsv.of(plan.rubric(), graded, plan.language()));
    GradedFiles.replace(
        out.resolve("index.html"),
        ClassPage.of(
            plan.rubric(),
            graded,
            one -> page(out, one, entries),
            plan.language(),
            plan.version()));
    if (summary != null) {
      Files.writeString(
          summary,
          JobSummary.of(graded, plan.language()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    if (graded.size() == 1) {
      writeOne(graded.get(0), plan);
      if (annotations) {
        Annotations.of(graded.get(0), plan.language()).forEach(console::println);
      }
    } else if (gradescope != null || classroom != null || junitXml != null || autolab != null) {
      throw CommandFailure.usage(
          "--gradescope, --classroom, --junit-xml and --autolab are for one submission, but there"
              + " are "
              + graded.size());
    }
  }

  private static String page(Path out, Graded one, List<ClassGrading.Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.submission().getFileName().toString().equals(one.file()))
        .findFirst()
        .map(entry -> out.relativize(entry.folder()) + "/" + GradedFiles.PAGE)
        .orElse("");
  }

  private void writeOne(Graded graded, GradingPlan plan) {
    Optional<BigDecimal> scale = Optional.ofNullable(scaleTo);
    write("--gradescope", gradescope, GradescopeResults.of(graded, plan.language(), scale));
    write("--classroom", classroom, ClassroomResult.output(graded, plan.language(), scale));
    write("--junit-xml", junitXml, MarksJUnitXml.of(graded, plan.language()));
    write("--autolab", autolab, AutolabScores.line(graded, scale));
  }

  private static void write(String option, String file, String text) {
    if (file != null) {
      new ResultFile(option, file).write(text);
    }
  }
}
