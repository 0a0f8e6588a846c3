package simul.ci.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import simul.ci.grade.Rubric;
import simul.ci.launch.CommandWords;
import simul.ci.sandbox.Bubblewrap;
import simul.conformance.explain.Language;
import simul.conformance.script.Effort;

/**
 * How submissions are graded.
 *
 * @param spec the protocol, by name or file, for all of them; empty where each may bring its own
 *     and else the rubric's counts
 * @param strategy the only way of building to be tried
 * @param command starts a server that needs no build
 * @param patience how long an answer may take; measured when empty
 * @param deadline after which a submission is late, by the time of its file
 * @param sandbox what builds and servers are confined by; empty where they are trusted
 * @param mostRuns how often a check that is undecided is run at most
 * @param version of this program
 */
public record GradingPlan(
    Rubric rubric,
    Optional<String> spec,
    Optional<String> strategy,
    Optional<CommandWords> command,
    Optional<Duration> patience,
    Effort effort,
    Optional<Instant> deadline,
    Optional<Bubblewrap> sandbox,
    Language language,
    long seed,
    int mostRuns,
    String version) {
  /** How long all attempts at building one submission may take. */
  static final Duration BUILD_LIMIT = Duration.ofMinutes(4);

  /** Room for a virtual machine, or Wine, on a busy computer. */
  static final Duration START_LIMIT = Duration.ofSeconds(60);
}
