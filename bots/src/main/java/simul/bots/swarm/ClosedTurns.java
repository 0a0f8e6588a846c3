package simul.bots.swarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A turn for each bot as soon as all its moves have been answered: how much the target can do, not
 * how it bears a given load. A bot whose answer does not come goes on when patience is over, and
 * one that sat its turn out has the next one a tick or a few later.
 */
final class ClosedTurns implements Turns {
  /**
   * In one tick: of thousands each has its turn a few ticks later, for less than a 50th of a core.
   */
  private static final int MOST_LOOKED_AFTER = 1_000;

  private final Run run;
  private final Conduct conduct;
  private final long endNanos;
  private final List<Player> players = new ArrayList<>();
  private Player[] byNumber = {};
  private final Deque<Player> ready = new ArrayDeque<>();
  private int looked;
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
    byNumber = Arrays.copyOf(byNumber, run.roster().bots().size());
    for (Bot bot : bots) {
      if (byNumber[bot.number()] == null) {
        byNumber[bot.number()] = new Player(bot);
        players.add(byNumber[bot.number()]);
      }
    }
  }

  @Override
  public void changeRate(double movesPerSecond) {
    throw new IllegalStateException("answers set the rate, not " + movesPerSecond + " a second");
  }

  @Override
  public void begin() {
    run.sightings().onAnswer(this::answered);
    players.forEach(this::queue);
  }

  private void answered(int mover) {
    Player player = mover < byNumber.length ? byNumber[mover] : null;
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
    for (int left = Math.min(players.size(), MOST_LOOKED_AFTER); left > 0; left--) {
      looked = (looked + 1) % players.size();
      Player player = players.get(looked);
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
