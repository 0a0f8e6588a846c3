package simul.bots.behavior;

import java.time.Duration;
import java.util.random.RandomGenerator;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Walks at random, and now and then reads nothing for a while. */
final class SlowReader implements Behavior {
  private static final int TURNS = 10;

  /** Longer than any buffer lasts at full load, and shorter than the patience of a run. */
  private static final Duration PAUSE = Duration.ofMillis(700);

  @Override
  public Turn next(Board board, Cell cell, RandomGenerator random) {
    Turn.Walk walk = Turn.Walk.of(Steps.atRandom(board, cell, random));
    return random.nextInt(TURNS) == 0 ? new Turn.StopReading(walk, PAUSE) : walk;
  }

  @Override
  public boolean reads() {
    return false;
  }
}
