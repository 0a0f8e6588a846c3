package simul.conformance.check;

import java.net.InetSocketAddress;
import java.time.Duration;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.verdict.ProcessExit;
import simul.spec.rule.Rule;

/**
 * Whoever runs the target, as far as a suite has to know: how the target is, and that a lost one is
 * started anew. One thread.
 */
public interface TargetHost {

  /**
   * Has a target ready for a check: the same as before, or a fresh one.
   *
   * @return where it listens
   * @throws TargetUnreachable when there is none any more; the message is one clause
   */
  InetSocketAddress readyFor(Rule next) throws TargetUnreachable;

  /**
   * How the target is now.
   *
   * @param patience how long it gets to serve or to end, when it is not certain that it serves: it
   *     may be writing its core. Zero asks only whether it has ended.
   */
  State state(Duration patience);

  /** How a target is. */
  sealed interface State {
    /** Whether the next check needs another one. */
    default boolean isLost() {
      return !(this instanceof Serving);
    }
  }

  /** It serves, as far as can be known. */
  record Serving() implements State {}

  /** It runs, but serves nobody any more. */
  record Hung() implements State {}

  /** Its process has ended. */
  record Ended(ProcessExit exit) implements State {}

  /** The host of a target that others have started, and of which nothing is known. */
  static TargetHost elsewhere(InetSocketAddress address) {
    return new TargetHost() {
      @Override
      public InetSocketAddress readyFor(Rule next) {
        return address;
      }

      @Override
      public State state(Duration patience) {
        return new Serving();
      }
    };
  }
}
