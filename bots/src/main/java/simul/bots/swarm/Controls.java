package simul.bots.swarm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Where wishes wait until the bots play and get to them. Whoever wishes hears at once what cannot
 * be. Any thread may wish; the bots' loop takes.
 */
final class Controls {
  private final SwarmPlan plan;
  private final IntFunction<Optional<String>> shortage;
  private final Deque<Wish> wishes = new ArrayDeque<>();
  private int clients;
  private boolean late;
  private volatile boolean stopping;

  /**
   * Nothing is wished for yet.
   *
   * @param shortage what this machine lacks for so many more bots
   */
  Controls(SwarmPlan plan, IntFunction<Optional<String>> shortage) {
    this.plan = plan;
    this.shortage = shortage;
    this.clients = plan.load().clients();
  }

  /**
   * Asks for something.
   *
   * @throws IllegalArgumentException when it cannot be; the message says why
   */
  synchronized void ask(Wish wish) {
    if (wish instanceof Wish.Stop) {
      stopping = true;
      return;
    }
    if (late) {
      throw new IllegalArgumentException("the last moves have been made; nothing can be changed");
    }
    if (wish instanceof Wish.Rate && plan.load().isClosed()) {
      throw new IllegalArgumentException(
          "rate is for --think open: with closed the answers set the rate");
    }
    if (wish instanceof Wish.Clients more) {
      int added = more.clients() - clients;
      Optional<String> lack = added > 0 ? shortage.apply(added) : Optional.empty();
      if (lack.isPresent()) {
        throw new IllegalArgumentException("clients " + more.clients() + ": " + lack.get());
      }
      clients = more.clients();
    }
    // Only the last one of a kind counts, so that nobody can pile them up.
    wishes.removeIf(older -> older.getClass() == wish.getClass());
    wishes.add(wish);
  }

  /** The oldest wish that waits, which is then taken. */
  synchronized Optional<Wish> next() {
    return Optional.ofNullable(wishes.poll());
  }

  /** Whether the run is to come to an early end. */
  boolean isStopping() {
    return stopping;
  }

  /** From now on it is too late to change anything. */
  synchronized void close() {
    late = true;
    wishes.clear();
  }
}
