package simul.bots.swarm;

import java.util.List;
import simul.bots.measure.Second;
import simul.spec.world.Cell;

/** Takes snapshots of a run, on the bots' loop. */
final class Observatory {
  private final Run run;

  Observatory(Run run) {
    this.run = run;
  }

  /**
   * How it is now.
   *
   * @param firstSecond the first of the finished seconds that are wanted
   */
  Snapshot snapshot(Snapshot.Stage stage, int firstSecond, List<Second> seconds) {
    return new Snapshot(
        stage,
        run.progress(),
        run.steering().clients(),
        run.steering().rate(),
        run.roster().turnedAway().size(),
        run.sightings().sights(),
        run.roster().errors(),
        run.umpire().violations().first(),
        seconds.subList(Math.min(firstSecond, seconds.size()), seconds.size()),
        dots());
  }

  private Dots dots() {
    List<Bot> bots = run.roster().bots();
    int[] x = new int[bots.size()];
    int[] y = new int[bots.size()];
    byte[] states = new byte[bots.size()];
    for (int i = 0; i < states.length; i++) {
      Cell cell = place(bots.get(i));
      if (cell != null) {
        x[i] = cell.x();
        y[i] = cell.y();
        states[i] = state(bots.get(i));
      }
    }
    return new Dots(x, y, states);
  }

  /** Where a mover is not told of its own moves, it is where they lead. */
  private Cell place(Bot bot) {
    Cell told = bot.place();
    return told == null || run.tellsMover() || !run.sightings().isPlaying(bot.number())
        ? told
        : run.sightings().log(bot.number()).lastCell();
  }

  private static byte state(Bot bot) {
    return switch (bot.state()) {
      case IN_GAME -> Dots.PLAYS;
      case LOST -> Dots.LOST;
      default -> Dots.ABSENT;
    };
  }
}
