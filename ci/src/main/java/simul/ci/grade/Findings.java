package simul.ci.grade;

import java.util.List;
import java.util.Optional;
import simul.conformance.verdict.Verdict;

/**
 * All that was found out about one submission and that its marks depend on.
 *
 * @param build how it was built, or why not
 * @param served why it could not be run, in one clause; empty when it served
 * @param checks the checks that were run; where they were run several times, what counts
 * @param load what came of the swarm, if there was one
 * @param streams what came of random streams, if there were any
 * @param model the I/O model that its sources use, if they were looked at
 * @param daysLate begun days after the deadline
 */
public record Findings(
    Build build,
    Optional<String> served,
    List<Checked> checks,
    Optional<Outcome> load,
    Optional<Outcome> streams,
    Optional<ModelFound> model,
    int daysLate) {
  public Findings {
    checks = List.copyOf(checks);
  }

  /**
   * How it was built.
   *
   * @param strategy the word for the way that worked, or that came furthest
   * @param firstError one line; empty when it was built
   */
  public record Build(String strategy, Optional<String> firstError) {
    boolean succeeded() {
      return firstError.isEmpty();
    }
  }

  /**
   * One check.
   *
   * @param runs how often it was run until it was decided
   * @param reason why it was left out or undecided, in one clause
   */
  public record Checked(String id, Verdict verdict, int runs, Optional<String> reason) {}

  /**
   * What came of a part that is decided as a whole.
   *
   * @param words what was seen, in one line
   */
  public record Outcome(Verdict verdict, String words) {}

  /**
   * The I/O model that the sources use.
   *
   * @param name the word for it, as in {@code serve --io-model}; empty when none was found
   * @param complete whether everything that the model needs is there
   * @param evidence what it was known by: file, line and call, one line each
   */
  public record ModelFound(Optional<String> name, boolean complete, List<String> evidence) {
    public ModelFound {
      evidence = List.copyOf(evidence);
    }
  }

  /** Whether anything could be run at all. */
  boolean ran() {
    return build.succeeded() && served.isEmpty();
  }
}
