package simul.bots.swarm;

/** Whose turn it is when. */
interface Turns {

  /** Gives the first bot its turn, if that is due. */
  void begin();

  /** Called every few milliseconds. */
  void tick(long nowNanos);

  /** Whether no turn of the play time is left over when that has passed. */
  boolean isDone();
}
