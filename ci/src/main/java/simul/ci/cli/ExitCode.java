package simul.ci.cli;

import simul.conformance.verdict.Verdict;

/** What every command's exit code means; other programs go by it. */
final class ExitCode {
  /** It holds. */
  static final int HOLDS = 0;

  /** The target broke a rule or a threshold. */
  static final int BROKEN = 1;

  /** The command was not used as it is meant to be. */
  static final int USAGE = 2;

  /** The target could not be started or reached. */
  static final int UNREACHABLE = 3;

  /** No verdict could be reached. */
  static final int INCONCLUSIVE = 4;

  /** Our own defect. */
  static final int DEFECT = 5;

  private ExitCode() {}

  /** What a verdict on a target comes to. */
  static int of(Verdict verdict) {
    return switch (verdict) {
      case PASS, SKIPPED -> HOLDS;
      case FAIL -> BROKEN;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }
}
