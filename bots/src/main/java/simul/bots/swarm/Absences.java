package simul.bots.swarm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import simul.bots.behavior.Turn;
import simul.bots.connection.Ending;
import simul.bots.measure.SwarmResult;

/**
 * The bots that have left of their own will, until each is in the game again. A slot may still be
 * held when they come back (handout, section 3), so those turned away try again until patience is
 * over.
 */
final class Absences {
  private static final long RETRY_NANOS = 100_000_000;

  private final Run run;
  private final long patienceNanos;
  private final List<Bot> returning = new ArrayList<>();
  private final Set<Bot> away = new HashSet<>();
  private boolean over;
  private long left;
  private long returned;

  Absences(Run run) {
    this.run = run;
    this.patienceNanos = run.plan().patience().toNanos();
  }

  /** A bot goes, and will come back. */
  void begin(Bot bot, Turn.Leave leave) {
    left++;
    away.add(bot);
    bot.depart(leave.farewell());
    run.departed(bot);
    long dueNanos = System.nanoTime() + leave.away().toNanos();
    run.schedule(() -> comeBack(bot, dueNanos), leave.away().toNanos());
  }

  private void comeBack(Bot bot, long dueNanos) {
    away.remove(bot);
    if (over || run.headcount().isRetired(bot)) {
      return;
    }
    run.sightings().expect(bot.number());
    bot.comeBack(dueNanos, System.nanoTime());
    returning.add(bot);
  }

  /** Somebody has been let in again. */
  void returned(Bot bot) {
    returned++;
    returning.remove(bot);
  }

  /** Somebody is not wanted any more, and will not come back. */
  void forget(Bot bot) {
    returning.remove(bot);
  }

  /** Whether a bot has left and is not on the way back yet. */
  boolean isAway(Bot bot) {
    return away.contains(bot);
  }

  /** Looks after those who are on their way back. */
  void tick(long nowNanos) {
    Iterator<Bot> bots = returning.iterator();
    while (bots.hasNext()) {
      Bot bot = bots.next();
      if (bot.state() == Bot.State.ENTERING && nowNanos - bot.openedNanos() > patienceNanos) {
        bot.giveUp(
            new Ending(Ending.Kind.UNANSWERED, "the server did not tell the client its own ID"));
      }
      switch (bot.state()) {
        case ENTERING -> {}
        case TURNED_AWAY -> {
          if (nowNanos - bot.dueNanos() > patienceNanos) {
            judge(bot);
            bots.remove();
          } else if (nowNanos - bot.openedNanos() > RETRY_NANOS) {
            run.sightings().expect(bot.number());
            bot.retry(nowNanos);
          }
        }
        default -> bots.remove();
      }
    }
  }

  private void judge(Bot bot) {
    int in = run.roster().inGame().size() + run.roster().strangers();
    Ending ending = bot.ending().orElseThrow();
    if (in < run.roster().limit() && ending.kind() != Ending.Kind.TOOL) {
      run.umpire()
          .missed(
              bot,
              "FULL-002",
              1,
              String.format(
                  "was not admitted within %d ms after it had left, though only %d are in: %s",
                  patienceNanos / 1_000_000, in, ending.text()));
    }
  }

  /** Play is over: whoever is away stays away. */
  void end() {
    over = true;
  }

  /** Whether anybody is away or on the way back. */
  boolean any() {
    return !away.isEmpty() || !returning.isEmpty();
  }

  /** Whether anybody is on the way back. */
  boolean anyReturning() {
    return !returning.isEmpty();
  }

  /** How often bots left, and came back. */
  SwarmResult.Absences counts() {
    return new SwarmResult.Absences(left, returned);
  }
}
