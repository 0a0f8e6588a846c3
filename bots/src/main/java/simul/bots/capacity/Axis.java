package simul.bots.capacity;

import java.time.Duration;
import simul.bots.swarm.Load;

/** What a search makes larger. */
public enum Axis {
  /** Moves a second of all bots together; their number stays. */
  RATE,
  /** The number of bots; the rate of each stays. */
  CLIENTS;

  /** As the course's own stress test begins: one move a second of each. */
  private static final double FIRST_MOVES_PER_SECOND = 1;

  private static final int FIRST_CLIENTS = 10;

  /** What is played before each step is measured: sockets and code are warm then. */
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  /** The word on the command line and in files. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Where a search begins. */
  double first(Load load, int mostClients) {
    return this == RATE
        ? load.clients() * FIRST_MOVES_PER_SECOND
        : Math.min(FIRST_CLIENTS, mostClients);
  }

  /** Where it ends at the latest. */
  double most(Load load, int mostClients) {
    return this == RATE ? (double) load.clients() * Load.MOST_MOVES_PER_SECOND : mostClients;
  }

  /** The load of one step. */
  Load load(Load base, double size) {
    int clients = this == RATE ? base.clients() : (int) size;
    double rate = this == RATE ? size / base.clients() : base.movesPerSecond();
    Duration warmUp = base.warmUp().isZero() ? WARM_UP : base.warmUp();
    return new Load(clients, base.joinsPerSecond(), rate, base.mix(), warmUp, base.playTime());
  }
}
