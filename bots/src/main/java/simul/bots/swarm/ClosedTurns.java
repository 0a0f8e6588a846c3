package simul.bots.swarm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A turn for each bot as soon as all its moves have been answered: how much the target can do, not
 * how it bears a given load. A bot whose answer does not come goes on when patience is over, and
 * one that sat its turn out has the next one a tick later.
 */
final class ClosedTurns implements Turns {
  private final Run run;
  private final Conduct conduct;
  private final long endNanos;
  private final Map<Integer, Player> players = new HashMap<>();
  private final Deque<Player> ready = new ArrayDeque<>();
  private boolean handingOut;

  private static final class Player {
    private final Bot bot;
    private boolean queued;
    private long lastTurnNanos;

    Player(Bot bot) {
      this.bot = bot;
    }
  }

  ClosedTurns(Run run, List<Bot> bots, Conduct conduct, long endNanos) {
    this.run = run;
    this.conduct = conduct;
    this.endNanos = endNanos;
    add(bots);
  }

  @Override
  public void add(List<Bot> bots) {
    bots.forEach(bot -> players.putIfAbsent(bot.number(), new Player(bot)));
  }

  @Override
  public void changeRate(double movesPerSecond) {
    throw new IllegalStateException("answers set the rate, not " + movesPerSecond + " a second");
  }

  @Override
  public void begin() {
    run.sightings().onAnswer(this::answered);
    players.values().forEach(this::queue);
  }

  private void answered(int mover) {
    Player player = players.get(mover);
    if (player != null && run.sightings().unanswered(mover) == 0) {
      queue(player);
    }
  }

  private void queue(Player player) {
    if (!player.queued) {
      player.queued = true;
      ready.add(player);
      if (!handingOut) {
        handingOut = true;
        // Not from within the answer, which is still being entered into the books.
        run.execute(this::handOut);
      }
    }
  }

  private void handOut() {
    handingOut = false;
    for (int left = ready.size(); left > 0; left--) {
      Player player = ready.remove();
      player.queued = false;
      long now = System.nanoTime();
      if (now - endNanos < 0 && !run.isStopping()) {
        player.lastTurnNanos = now;
        conduct.takeTurn(player.bot, now);
      }
    }
  }

  @Override
  public void tick(long nowNanos) {
    long patienceNanos = run.plan().patience().toNanos();
    for (Player player : players.values()) {
      int number = player.bot.number();
      boolean waits = run.sightings().isPlaying(number) && run.sightings().unanswered(number) > 0;
      boolean impatient = nowNanos - player.lastTurnNanos > patienceNanos;
      if (run.sightings().isPlaying(number) && (!waits || impatient)) {
        queue(player);
      }
    }
  }

  @Override
  public boolean isDone() {
    return true;
  }
}
