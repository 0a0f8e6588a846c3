package simul.bots.behavior;

import java.time.Duration;
import java.util.random.RandomGenerator;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Walks at random, now and then goes, and comes back as a new client. */
final class Churner implements Behavior {
  /** Of so many turns one is a leave, on average: often, and yet with something to lose. */
  private static final int TURNS = 10;

  private static final int LEAST_AWAY_MILLIS = 50;

  /** Well within the handout's two seconds, so that it meets servers that are slow to notice. */
  private static final int MOST_AWAY_MILLIS = 500;

  private final Turn.Farewell farewell;

  Churner(Turn.Farewell farewell) {
    this.farewell = farewell;
  }

  @Override
  public boolean comesBack() {
    return true;
  }

  @Override
  public Turn next(Board board, Cell cell, RandomGenerator random) {
    if (random.nextInt(TURNS) == 0) {
      int away = random.nextInt(LEAST_AWAY_MILLIS, MOST_AWAY_MILLIS);
      return new Turn.Leave(farewell, Duration.ofMillis(away));
    }
    return Turn.Walk.of(Steps.atRandom(board, cell, random));
  }
}
