package simul.conformance.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simul.conformance.script.Gathering;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.ProcessExit;
import simul.conformance.verdict.Stimulus;

/** What the state of the target's process says about what its clients met. Pure. */
public final class Autopsy {
  private static final String CLIENT = Script.letter(0);

  private Autopsy() {}

  /** Whether the target may be gone after this, so that looking twice is worth its time. */
  public static boolean isDoubtful(Outcome outcome) {
    if (outcome instanceof Outcome.Broke broke) {
      return looksGone(broke.finding().actual());
    }
    return !(outcome instanceof Outcome.Held || outcome instanceof Outcome.NotApplicable);
  }

  private static boolean looksGone(Observation actual) {
    return actual instanceof Observation.Closed
        || actual instanceof Observation.Unreachable
        || actual instanceof Observation.Silence silence
            && silence.life() != Observation.Life.SERVES_OTHERS;
  }

  /** Whether the check has not even begun, so that what it met is not its own doing. */
  public static boolean neverBegan(Outcome outcome) {
    return outcome instanceof Outcome.Prevented || outcome instanceof Outcome.Unreachable;
  }

  /** What a check met that has not begun, as a finding of its own. */
  public static Outcome.Prevented preventedBy(Outcome outcome, TargetHost.State state) {
    Outcome.Prevented met =
        outcome instanceof Outcome.Prevented prevented ? prevented : Gathering.gone();
    return new Outcome.Prevented(met.ruleId(), explained(met.finding(), state), met.transcript());
  }

  /** An outcome, its finding told as what it was. */
  public static Outcome explained(Outcome outcome, TargetHost.State state) {
    return outcome instanceof Outcome.Broke broke
        ? new Outcome.Broke(explained(broke.finding(), state), broke.script(), broke.transcript())
        : outcome;
  }

  /**
   * The same finding, but told as what it was: clients saw a connection end or fall silent because
   * the process had ended. A guess at the mistake went by what they saw, and is dropped.
   */
  private static Finding explained(Finding finding, TargetHost.State state) {
    if (!(state instanceof TargetHost.Ended end) || !looksGone(finding.actual())) {
      return finding;
    }
    return new Finding(
        finding.sent(),
        finding.expected(),
        new Observation.Exited(finding.actual().client(), end.exit()),
        finding.received(),
        Optional.empty(),
        finding.replay());
  }

  /**
   * Whether a check that has found nothing itself must have ended the process: it was the only one
   * that did anything.
   */
  public static boolean isToBlame(Outcome outcome) {
    return outcome instanceof Outcome.Held || outcome instanceof Outcome.Undecided;
  }

  /** The finding that the process ended though its clients met nothing amiss. */
  public static Finding unexpected(ProcessExit exit) {
    return finding(new Expectation.KeepsRunning(), new Observation.Exited(CLIENT, exit));
  }

  /**
   * What a target has done that was lost while no check ran.
   *
   * @param patience how long it was given to serve
   */
  static Outcome.Prevented lost(TargetHost.State state, Duration patience) {
    Observation actual =
        state instanceof TargetHost.Ended end
            ? new Observation.Exited(CLIENT, end.exit())
            : new Observation.Silence(CLIENT, patience.toMillis(), Observation.Life.ADMITS_NOBODY);
    return new Outcome.Prevented("FULL-002", finding(new Expectation.Admission(), actual));
  }

  private static Finding finding(Expectation expected, Observation actual) {
    return new Finding(
        new Stimulus(List.of(), Evidence.PROVEN),
        expected,
        actual,
        new byte[0],
        Optional.empty(),
        Optional.empty());
  }
}
