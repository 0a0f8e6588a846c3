package simul.bots.swarm;

import java.util.List;

/** Whose turn it is when. */
interface Turns {

  /** Gives the first bot its turn, if that is due. */
  void begin();

  /** More bots have turns from now on; those who had them already are not counted twice. */
  void add(List<Bot> bots);

  /** Each bot makes so many moves a second from now on. */
  void changeRate(double movesPerSecond);

  /** Called every few milliseconds. */
  void tick(long nowNanos);

  /** Whether no turn of the play time is left over when that has passed. */
  boolean isDone();
}
