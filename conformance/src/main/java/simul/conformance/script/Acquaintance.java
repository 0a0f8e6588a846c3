package simul.conformance.script;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What trials have shown of a target that later ones need not wait to see again. Trials of one
 * target may share it between threads.
 */
public final class Acquaintance {
  private final AtomicBoolean leavesUnanswered = new AtomicBoolean();

  /** Whether the target lets those wait, beyond all patience, whom it does not let in. */
  boolean leavesUnanswered() {
    return leavesUnanswered.get();
  }

  /** The target has left somebody unanswered until patience was over. */
  void leftUnanswered() {
    leavesUnanswered.set(true);
  }
}
