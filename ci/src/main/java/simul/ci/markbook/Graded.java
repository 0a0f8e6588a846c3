package simul.ci.markbook;

import java.util.List;
import java.util.Optional;
import simul.ci.grade.Bilingual;
import simul.ci.grade.Findings;
import simul.ci.grade.Marks;
import simul.ci.grade.Rubric;
import simul.ci.report.ConformReport;

/**
 * One submission, graded: all that there is to show of it.
 *
 * @param file its name, as it was handed in
 * @param marks those for the rubric and the findings
 * @param report the last run of the checks, if they were run; findings and pictures come from here
 * @param runs how often the checks were run
 * @param port what is to be said of the port that it listens on
 * @param notes what else is, one sentence each: how it was made to run, what was left out
 * @param buildErrors what the build said was wrong, line by line
 * @param replays command lines that play again what no check has found, such as a random stream
 * @param spec what {@code --spec} has to be given at home, where it is not the usual one
 * @param version of this program
 */
public record Graded(
    String file,
    Optional<Student> student,
    Rubric rubric,
    Findings findings,
    Marks marks,
    Optional<ConformReport> report,
    int runs,
    Optional<Bilingual> port,
    List<Bilingual> notes,
    List<String> buildErrors,
    List<String> replays,
    Optional<String> spec,
    String version) {
  public Graded {
    notes = List.copyOf(notes);
    buildErrors = List.copyOf(buildErrors);
    replays = List.copyOf(replays);
  }

  /** The whole of it in one line: who, or else what. */
  String who() {
    return student
        .map(s -> String.join(" ", s.section(), s.number(), s.name()).strip().replaceAll(" +", " "))
        .filter(text -> !text.isEmpty())
        .orElse(file);
  }
}
