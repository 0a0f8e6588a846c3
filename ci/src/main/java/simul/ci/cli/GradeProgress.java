package simul.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import simul.ci.grade.Marks;
import simul.ci.grading.ClassGrading;
import simul.ci.grading.GradingPlan;
import simul.ci.intake.MailTitle;
import simul.ci.intake.Roster;
import simul.ci.markbook.Graded;
import simul.ci.markbook.Printable;
import simul.ci.markbook.Student;

/** Says how the grading of a class goes, a line for each submission. */
final class GradeProgress implements ClassGrading.Listener {
  private final PrintWriter out;
  private final GradingPlan plan;
  private final int all;
  private final boolean quiet;
  private final Optional<Roster> roster;
  private final Map<Path, String> failed = new ConcurrentHashMap<>();
  private int done;

  GradeProgress(
      PrintWriter out, GradingPlan plan, int all, boolean quiet, Optional<Roster> roster) {
    this.roster = roster;
    this.out = out;
    this.plan = plan;
    this.all = all;
    this.quiet = quiet;
  }

  @Override
  public void graded(ClassGrading.Entry entry, boolean again) {
    Marks marks = Marks.of(plan.rubric(), entry.findings().orElseThrow());
    String open =
        marks.isToBeLookedAt() ? " (" + marks.undecided() + " more undecided: look at it)" : "";
    say(entry, marks.points() + " of " + marks.most() + open + (again ? ", as before" : ""));
  }

  @Override
  public void failed(ClassGrading.Entry entry, String reason) {
    failed.put(entry.submission(), reason);
    say(entry, "not graded: " + Printable.line(reason));
  }

  private void say(ClassGrading.Entry entry, String text) {
    done++;
    if (!quiet || failed.containsKey(entry.submission())) {
      String name = Printable.line(entry.submission().getFileName().toString());
      out.println("[" + done + "/" + all + "] " + name + ": " + text);
      out.flush();
    }
  }

  void end(Path folder) {
    out.println((all - failed.size()) + " graded, " + failed.size() + " not; " + folder);
  }

  /** What there is to show of those that were graded. */
  List<Graded> graded(List<ClassGrading.Entry> entries) {
    List<Graded> graded = new ArrayList<>();
    for (ClassGrading.Entry entry : entries) {
      entry
          .findings()
          .ifPresent(
              findings ->
                  graded.add(
                      new Graded(
                          entry.submission().getFileName().toString(),
                          student(entry.submission()),
                          plan.rubric(),
                          findings,
                          Marks.of(plan.rubric(), findings),
                          Optional.empty(),
                          1,
                          Optional.empty(),
                          List.of(),
                          List.of(),
                          List.of(),
                          plan.spec(),
                          plan.version())));
    }
    return graded;
  }

  /** Whose it is: as the class list has it, or else as its name says. */
  private Optional<Student> student(Path submission) {
    MailTitle title = MailTitle.parse(submission.getFileName().toString());
    return roster
        .flatMap(list -> list.match(title).student())
        .or(title::student)
        .map(student -> new Student(student.section(), student.number(), student.name()));
  }
}
