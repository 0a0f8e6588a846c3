package simul.bots.swarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import simul.bots.connection.Ending;
import simul.bots.measure.SwarmResult;

/**
 * How many bots play, where that is changed while they do. Newcomers connect as at the start: by
 * the clock where there is a ramp, a few at a time otherwise. Whoever is one too many closes its
 * connection, and may be asked in again later. Newcomers beyond the limit are refused as expected;
 * while fewer are in, they try again until patience is over.
 */
final class Headcount {
  private final Run run;
  private final long patienceNanos;
  private final Deque<Arrival> waiting = new ArrayDeque<>();
  private final List<Bot> entering = new ArrayList<>();
  private final Set<Bot> newcomers = new HashSet<>();
  private final Set<Bot> retired = new HashSet<>();
  private final Set<Bot> accused = new HashSet<>();
  private long lastDueNanos;
  private long alarm;
  private boolean changed;
  private boolean over;
  private SwarmResult.Clients most;

  /** Somebody who is asked in, and when; without a ramp as soon as there is room. */
  private record Arrival(Bot bot, long dueNanos) {}

  Headcount(Run run) {
    this.run = run;
    this.patienceNanos = run.plan().patience().toNanos();
  }

  /** Play begins with these. */
  void begin(SwarmResult.Clients clients) {
    most = clients;
  }

  /** So many bots are to play from now on. */
  void change(int clients, long nowNanos) {
    changed = true;
    List<Bot> wanted = wanted();
    if (clients < wanted.size()) {
      wanted.stream()
          .sorted(Comparator.comparing(Headcount::rank).thenComparing(Bot::number).reversed())
          .limit(wanted.size() - clients)
          .forEach(this::dismiss);
    } else {
      invite(clients - wanted.size(), nowNanos);
    }
  }

  /** Everybody who plays, is to play or would if the target let it. */
  private List<Bot> wanted() {
    return run.roster().bots().stream()
        .filter(bot -> bot.state() != Bot.State.LOST && !retired.contains(bot))
        .toList();
  }

  /** Whoever is of least use goes first: it has the highest rank. */
  private static int rank(Bot bot) {
    return switch (bot.state()) {
      case IDLE -> 3;
      case ENTERING -> 2;
      case TURNED_AWAY -> 1;
      default -> 0;
    };
  }

  private void dismiss(Bot bot) {
    waiting.removeIf(arrival -> arrival.bot() == bot);
    entering.remove(bot);
    newcomers.remove(bot);
    accused.remove(bot);
    run.absences().forget(bot);
    retired.add(bot);
    boolean played = bot.state() == Bot.State.IN_GAME;
    bot.dismiss();
    if (played) {
      run.departed(bot);
    }
  }

  private void invite(int count, long nowNanos) {
    List<Bot> again =
        retired.stream()
            .filter(bot -> !run.absences().isAway(bot))
            .sorted(Comparator.comparing(Bot::number))
            .limit(count)
            .toList();
    again.forEach(retired::remove);
    List<Bot> invited =
        Stream.concat(again.stream(), run.enlist(count - again.size()).stream()).toList();
    Load load = run.plan().load();
    long firstNanos =
        waiting.isEmpty() ? nowNanos : Math.max(nowNanos, lastDueNanos + load.joinNanos(1));
    for (int i = 0; i < count; i++) {
      lastDueNanos = firstNanos + load.joinNanos(i);
      waiting.add(new Arrival(invited.get(i), lastDueNanos));
    }
    run.takeTurns(invited);
    if (load.isRamped()) {
      openAllDue();
    }
  }

  /** Lets every newcomer connect whose time has come, then sleeps until the next one's has. */
  private void openAllDue() {
    long now = System.nanoTime();
    while (mayOpen() && waiting.element().dueNanos() - now <= 0) {
      open(waiting.remove(), now);
    }
    if (mayOpen()) {
      long mine = ++alarm;
      run.schedule(
          () -> {
            if (mine == alarm) {
              openAllDue();
            }
          },
          Math.max(0, waiting.element().dueNanos() - System.nanoTime()));
    }
  }

  private boolean mayOpen() {
    return !waiting.isEmpty() && !over && !run.isStopping();
  }

  private void open(Arrival arrival, long nowNanos) {
    Bot bot = arrival.bot();
    entering.add(bot);
    newcomers.add(bot);
    run.sightings().expect(bot.number());
    bot.comeBack(run.plan().load().isRamped() ? arrival.dueNanos() : nowNanos, nowNanos);
  }

  /** Somebody has been let in; whether it is a newcomer. */
  boolean admitted(Bot bot) {
    return newcomers.remove(bot);
  }

  /** Looks after those who are on their way. */
  void tick(long nowNanos) {
    if (!isArriving()) {
      return;
    }
    while (!run.plan().load().isRamped()
        && mayOpen()
        && Joining.hasRoom(entering.stream(), nowNanos)) {
      open(waiting.remove(), nowNanos);
    }
    int vacancies = vacancies();
    Iterator<Bot> bots = entering.iterator();
    while (bots.hasNext()) {
      Bot bot = bots.next();
      if (bot.state() == Bot.State.ENTERING && nowNanos - bot.openedNanos() > patienceNanos) {
        bot.giveUp(Joining.unanswered(patienceNanos));
      }
      if (bot.state() == Bot.State.TURNED_AWAY && staysAtTheDoor(bot, vacancies, nowNanos)) {
        vacancies--;
      } else if (bot.state() != Bot.State.ENTERING) {
        bots.remove();
      }
    }
    noteCrowd();
  }

  /** How many more the target should let in than have knocked in vain. */
  private int vacancies() {
    accused.removeIf(bot -> bot.state() != Bot.State.TURNED_AWAY);
    return run.roster().limit() - run.roster().inGame().size() - accused.size();
  }

  /** Whether a newcomer who was turned away tries again; judges it when it does not. */
  private boolean staysAtTheDoor(Bot bot, int vacancies, long nowNanos) {
    boolean patient = nowNanos - bot.dueNanos() <= patienceNanos;
    if (vacancies <= 0) {
      boolean full = run.roster().inGame().size() >= run.roster().limit();
      return patient && !full;
    }
    Ending ending = bot.ending().orElseThrow();
    if (!patient || ending.kind() == Ending.Kind.UNANSWERED) {
      judge(bot, ending);
      return false;
    }
    if (nowNanos - bot.openedNanos() > Joining.RETRY_NANOS) {
      run.sightings().expect(bot.number());
      bot.retry(nowNanos);
    }
    return true;
  }

  private void judge(Bot bot, Ending ending) {
    int limit = run.roster().limit();
    int in = run.roster().inGame().size() + run.roster().strangers();
    if (in + accused.size() < limit && ending.kind() != Ending.Kind.TOOL) {
      accused.add(bot);
      run.umpire().missed(bot, "FULL-002", 1, Joining.notAdmitted(limit, in, ending));
    }
  }

  /** The largest crowd is what the result tells of. */
  private void noteCrowd() {
    List<Bot> wanted = wanted();
    if (!isArriving() && wanted.size() >= most.asked()) {
      int refused = (int) wanted.stream().filter(b -> b.state() == Bot.State.TURNED_AWAY).count();
      most =
          new SwarmResult.Clients(
              wanted.size(),
              wanted.size() - refused,
              refused,
              run.roster().strangers(),
              run.roster().limit());
    }
  }

  /** Whether a bot was dismissed, and not asked in again. */
  boolean isRetired(Bot bot) {
    return retired.contains(bot);
  }

  /** Whether newcomers are still to come, or on their way in. */
  boolean isArriving() {
    return !waiting.isEmpty() || !entering.isEmpty();
  }

  /** Whether anybody came or went because people wished it. */
  boolean hasChanged() {
    return changed;
  }

  /** Play is over: whoever has not connected stays away. */
  void end() {
    over = true;
    waiting.clear();
  }

  /** Who got in of the largest crowd that was asked for. */
  SwarmResult.Clients clients() {
    return most;
  }
}
