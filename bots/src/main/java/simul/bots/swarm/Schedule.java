package simul.bots.swarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When whose move is due: every bot moves at the same rate, each with its own random phase. Open:
 * nothing that the target does delays it. Times are nanoseconds from the start of play.
 */
final class Schedule {
  private final RandomGenerator random;
  private List<Place> places;
  private double periodNanos;
  private long baseNanos;
  private long next;

  /**
   * When a bot's moves are due.
   *
   * @param phaseNanos when the first one is, from the base on; less than a period
   */
  private record Place(int bot, long phaseNanos) {}

  /**
   * A schedule in which no two moves of a bot are closer than its period.
   *
   * @param bots how many, numbered by their phase
   * @param movesPerSecond of each bot
   */
  Schedule(int bots, double movesPerSecond, RandomGenerator random) {
    this.random = random;
    this.periodNanos = 1e9 / movesPerSecond;
    long[] phases = new long[bots];
    Arrays.setAll(phases, bot -> (long) (random.nextDouble() * periodNanos));
    Arrays.sort(phases);
    this.places = new ArrayList<>(bots);
    for (int bot = 0; bot < bots; bot++) {
      places.add(new Place(bot, phases[bot]));
    }
  }

  /** When the next move is due; never, when there is no bot. */
  long nextNanos() {
    return places.isEmpty() ? Long.MAX_VALUE : dueNanos(next);
  }

  private long dueNanos(long turn) {
    int bots = places.size();
    return baseNanos
        + places.get((int) (turn % bots)).phaseNanos()
        + Math.round(turn / bots * periodNanos);
  }

  /** Whose move that is. */
  int nextBot() {
    return places.get((int) (next % places.size())).bot();
  }

  /** Goes on to the move after it. */
  void advance() {
    next++;
  }

  /**
   * Every bot moves at that rate from now on. As much of its period as each has waited for its next
   * move, it need not wait again.
   */
  void changeRate(double movesPerSecond, long nowNanos) {
    double before = periodNanos;
    double after = 1e9 / movesPerSecond;
    List<Place> scaled = new ArrayList<>(places.size());
    for (Place place : placesFrom(nowNanos)) {
      scaled.add(new Place(place.bot(), (long) (place.phaseNanos() / before * after)));
    }
    periodNanos = after;
    beginAnew(scaled, nowNanos);
  }

  /** More bots move, each with a random phase from now on; they have the next numbers. */
  void add(int bots, long nowNanos) {
    List<Place> all = placesFrom(nowNanos);
    for (int bot = places.size(); bot < places.size() + bots; bot++) {
      all.add(new Place(bot, (long) (random.nextDouble() * periodNanos)));
    }
    all.sort(Comparator.comparingLong(Place::phaseNanos));
    beginAnew(all, nowNanos);
  }

  /** All places in the order of their turns, as if the schedule began now. */
  private List<Place> placesFrom(long nowNanos) {
    List<Place> from = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      int bot = places.get((int) ((next + i) % places.size())).bot();
      from.add(new Place(bot, Math.max(0, dueNanos(next + i) - nowNanos)));
    }
    return from;
  }

  private void beginAnew(List<Place> fresh, long nowNanos) {
    places = fresh;
    baseNanos = nowNanos;
    next = 0;
  }
}
