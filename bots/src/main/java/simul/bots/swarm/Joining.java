package simul.bots.swarm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import simul.bots.connection.Ending;

/**
 * The bots connect and wait to be let in. Over when each has its ID or was turned away, and
 * everybody knows everybody. While fewer are in than the limit allows, those turned away try again
 * until patience is over: a slot may still be held by somebody who has just left. With a ramp they
 * connect by the clock, otherwise a few at a time.
 */
final class Joining implements Phase {
  /** Small student servers listen with a backlog of 5 to 10. */
  private static final int MOST_ENTERING = 5;

  /** A server that has not answered by then no longer holds up the next bots. */
  private static final long WAIT_FOR_TURN_NANOS = 100_000_000;

  static final long RETRY_NANOS = 100_000_000;

  /** With the time for each bot, the hard end: a target may always have news and never be done. */
  private static final int MOST_PATIENCES = 5;

  private static final long SLOWEST_JOIN_NANOS = 50_000_000;

  private static final String ACCEPTED = "the connection was accepted, but ";

  private final Run run;
  private final Acquaintance acquaintance;
  private final Load load;
  private final long startNanos;
  private final long patienceNanos;
  private final long hardEndNanos;
  private final Set<Bot> entering = new LinkedHashSet<>();
  private int opened;
  private long lastNewsNanos;
  private long lastRetryNanos;
  private long lastNews;

  Joining(Run run, long nowNanos) {
    this.run = run;
    this.acquaintance = new Acquaintance(run);
    this.load = run.plan().load();
    this.startNanos = nowNanos;
    this.patienceNanos = run.plan().patience().toNanos();
    this.hardEndNanos =
        nowNanos
            + load.joinNanos(load.clients())
            + MOST_PATIENCES * patienceNanos
            + SLOWEST_JOIN_NANOS * load.clients();
    this.lastNewsNanos = nowNanos;
    this.lastRetryNanos = nowNanos;
  }

  @Override
  public void tick(long nowNanos) {
    noteNews(nowNanos);
    entering.removeIf(bot -> bot.state() != Bot.State.ENTERING);
    giveUpOnUnanswered(nowNanos);
    openWhileThereIsRoom(nowNanos);
    if (mayRetry() && nowNanos - lastRetryNanos >= RETRY_NANOS) {
      lastRetryNanos = nowNanos;
      retryable().stream().limit(vacancies()).forEach(bot -> retry(bot, nowNanos));
    }
  }

  private void openWhileThereIsRoom(long nowNanos) {
    while (!load.isRamped() && opened < load.clients() && hasRoom(entering.stream(), nowNanos)) {
      openNext(nowNanos, nowNanos);
    }
  }

  /** Its place is the next one's, at once: thousands join within a second or two. */
  @Override
  public void admitted(Bot bot) {
    entering.remove(bot);
    if (!run.isStopping()) {
      openWhileThereIsRoom(System.nanoTime());
    }
  }

  /** Lets every bot connect whose time has come, then sleeps until the next one's has. */
  void openAllDue() {
    long now = System.nanoTime();
    while (isRamping() && nextDueNanos() - now <= 0) {
      openNext(nextDueNanos(), now);
    }
    if (isRamping()) {
      run.schedule(this::openAllDue, Math.max(0, nextDueNanos() - System.nanoTime()));
    }
  }

  private boolean isRamping() {
    return load.isRamped() && opened < load.clients() && !run.isStopping();
  }

  private long nextDueNanos() {
    return startNanos + load.joinNanos(opened);
  }

  private void openNext(long dueNanos, long nowNanos) {
    Bot bot = run.roster().bots().get(opened++);
    entering.add(bot);
    bot.open(dueNanos, nowNanos);
  }

  private void retry(Bot bot, long nowNanos) {
    entering.add(bot);
    bot.retry(nowNanos);
  }

  /** Whether one more may connect beside those who are on their way in. */
  static boolean hasRoom(Stream<Bot> entering, long nowNanos) {
    return entering.filter(bot -> nowNanos - bot.openedNanos() < WAIT_FOR_TURN_NANOS).count()
        < MOST_ENTERING;
  }

  private void noteNews(long nowNanos) {
    if (run.news() != lastNews) {
      lastNews = run.news();
      lastNewsNanos = nowNanos;
    }
  }

  private void giveUpOnUnanswered(long nowNanos) {
    for (Bot bot : entering) {
      if (nowNanos - Math.max(bot.openedNanos(), lastNewsNanos) > patienceNanos) {
        bot.giveUp(unanswered(patienceNanos));
      }
    }
  }

  /** Patience is over. */
  static Ending unanswered(long patienceNanos) {
    return new Ending(
        Ending.Kind.UNANSWERED,
        "the server did not tell the client its own ID within "
            + patienceNanos / 1_000_000
            + " ms");
  }

  private int vacancies() {
    int limit = run.roster().limit();
    return Math.min(run.roster().bots().size(), limit) - run.roster().inGame().size();
  }

  private List<Bot> retryable() {
    return run.roster().bots().stream()
        .filter(bot -> bot.state() == Bot.State.TURNED_AWAY)
        .filter(bot -> bot.ending().orElseThrow().kind() != Ending.Kind.UNANSWERED)
        .toList();
  }

  /** With nobody in, a port that nobody listens on is final; a door that is shut may open again. */
  private boolean mayRetry() {
    boolean allTried = opened == load.clients() && entering.isEmpty();
    boolean listening =
        !run.roster().inGame().isEmpty()
            || retryable().stream()
                .anyMatch(bot -> bot.ending().orElseThrow().kind() != Ending.Kind.NOT_CONNECTED);
    return allTried && listening && vacancies() > 0 && !retryable().isEmpty();
  }

  @Override
  public boolean isOver(long nowNanos) {
    if (run.isStopping() || nowNanos - hardEndNanos > 0) {
      return true;
    }
    if (opened < load.clients() || !entering.isEmpty()) {
      // Of thousands, most have yet to knock at a door that has not opened once.
      return !load.isRamped() && nowNanos - lastNewsNanos > 2 * patienceNanos;
    }
    boolean settled = !mayRetry() && acquaintance.isComplete();
    return settled || nowNanos - lastNewsNanos > patienceNanos;
  }

  @Override
  public Optional<Phase> conclude(long nowNanos) throws NobodyAnswers {
    if (run.isStopping()) {
      return Optional.empty();
    }
    if (run.roster().inGame().isEmpty()) {
      return nobodyIsIn();
    }
    judgeAdmissions();
    acquaintance.judge();
    return Optional.of(run.beginPlay());
  }

  private Optional<Phase> nobodyIsIn() throws NobodyAnswers {
    if (run.umpire().violations().total() > 0) {
      return Optional.empty();
    }
    Ending ending =
        run.roster().bots().stream()
            .flatMap(bot -> bot.ending().stream())
            .findFirst()
            .orElseThrow();
    throw new NobodyAnswers(
        switch (ending.kind()) {
          case NOT_CONNECTED, TIMEOUT, TOOL -> ending.text();
          case UNANSWERED -> ACCEPTED + ending.text();
          case CLOSED, RESET -> ACCEPTED + ending.text() + " before it told the client its own ID";
        });
  }

  private void judgeAdmissions() {
    int limit = run.roster().limit();
    List<Bot> in = run.roster().inGame();
    if (in.size() > limit) {
      Bot extra = in.get(in.size() - 1);
      run.umpire()
          .missed(
              extra, "FULL-001", in.size() - limit, "was admitted beyond the limit of " + limit);
    }
    int places =
        Math.min(run.roster().bots().size(), Math.max(0, limit - run.roster().strangers()));
    run.roster().bots().stream()
        .filter(bot -> bot.state() == Bot.State.TURNED_AWAY)
        .filter(bot -> bot.ending().orElseThrow().kind() != Ending.Kind.TOOL)
        .limit(Math.max(0, places - in.size()))
        .forEach(
            bot ->
                run.umpire()
                    .missed(
                        bot,
                        "FULL-002",
                        1,
                        notAdmitted(
                            limit,
                            in.size() + run.roster().strangers(),
                            bot.ending().orElseThrow())));
  }

  /** What there is to say against a target that did not let somebody in. */
  static String notAdmitted(int limit, int in, Ending ending) {
    return String.format(
        "was not admitted, though the limit is %d and only %d are in: %s",
        limit, in, ending.text());
  }
}
