package simul.conformance.script;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.spec.model.Roles;

/**
 * Finds out which piece is a client's own where the protocol never says so: the only one that is
 * none of the others'. That takes clients that come one after another, and nobody there but them.
 */
final class Identification {
  private final Target target;
  private final Probes probes;
  private final Supplier<Set<Integer>> others;

  /**
   * Nobody came yet.
   *
   * @param others the IDs of whoever plays, at any time
   */
  Identification(Target target, Probes probes, Supplier<Set<Integer>> others) {
    this.target = target;
    this.probes = probes;
    this.others = others;
  }

  /** Whether nothing tells a client its own ID. */
  static boolean isNeeded(Target target) {
    return target.protocol().spec().roles().identity() == Roles.Identity.NEVER;
  }

  /** Waits until a client that has connected is let in or refused, or patience is over. */
  void await(Probe newcomer) {
    Duration patience = target.patience();
    if (!isNeeded(target)) {
      boolean ignored = probes.await(() -> Admission.isDecided(newcomer), patience);
      return;
    }
    boolean shown =
        probes.await(() -> Admission.isDecided(newcomer) || isShown(newcomer), patience);
    if (shown && others.get().isEmpty()) {
      // Whoever played before may be shown first; alone is who is alone when all was said.
      probes.pause(Admission.INTRODUCTIONS);
    }
    boolean ignored =
        probes.await(() -> Admission.isDecided(newcomer) || isFound(newcomer), patience);
  }

  private static boolean isShown(Probe newcomer) {
    return !newcomer.view().pieces().isEmpty();
  }

  private boolean isFound(Probe newcomer) {
    newcomer.view().onlyOther(others.get()).ifPresent(newcomer::identify);
    return newcomer.view().joined();
  }
}
