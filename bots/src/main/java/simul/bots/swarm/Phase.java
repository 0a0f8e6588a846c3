package simul.bots.swarm;

import java.util.Optional;

/** A part of a run. Every phase has a hard end, whatever the target does. */
interface Phase {

  /** Does what is due; called every few milliseconds. */
  void tick(long nowNanos);

  /** A bot has been let in. */
  default void admitted(Bot bot) {}

  /** Whether it has come to its end. */
  boolean isOver(long nowNanos);

  /** Judges what it has shown, once it is over; the phase after it, or empty at the run's end. */
  Optional<Phase> conclude(long nowNanos) throws NobodyAnswers;
}
