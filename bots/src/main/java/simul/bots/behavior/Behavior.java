package simul.bots.behavior;

import java.util.Optional;
import java.util.random.RandomGenerator;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** How one bot plays. One thread at a time. */
@FunctionalInterface
public interface Behavior {

  /**
   * The next move, which is due now.
   *
   * @param cell where the bot's piece will be once all its earlier moves have been made
   * @return a direction that leads to another cell, or empty to sit this one out
   */
  Optional<Direction> next(Board board, Cell cell, RandomGenerator random);

  /** Walks at random; every way that is open is as likely. */
  static Behavior wanderer() {
    return (board, cell, random) -> {
      Direction[] open = board.openDirections(cell).toArray(Direction[]::new);
      return open.length == 0 ? Optional.empty() : Optional.of(open[random.nextInt(open.length)]);
    };
  }
}
