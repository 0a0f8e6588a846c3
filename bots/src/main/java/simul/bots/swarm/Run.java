package simul.bots.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import simul.bots.behavior.Behavior;
import simul.bots.connection.BotConnection;
import simul.bots.connection.Ending;
import simul.bots.connection.Transport;
import simul.bots.measure.Errors;
import simul.bots.measure.GeneratorHealth;
import simul.bots.measure.Progress;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Violation;
import simul.bots.measure.Violations;
import simul.spec.world.Anomaly;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * The bots of one run and all that is known of them, from the first connection to the result.
 * Everything here happens on the transport's event loop, so nothing is locked.
 */
final class Run {
  static final byte[] NO_BYTES = {};

  /** Fine enough that a phase ends when it should, and costs nothing. */
  private static final long TICK_MILLIS = 10;

  private final SwarmPlan plan;
  private final Transport transport;
  private final BooleanSupplier stopping;
  private final CompletableFuture<SwarmResult> done;
  private final List<Bot> bots = new ArrayList<>();
  private final Map<Integer, Bot> byId = new LinkedHashMap<>();
  private final Violations violations = new Violations();
  private final Sightings sightings;
  private final long startNanos = System.nanoTime();
  private Phase phase;
  private Playing playing;
  private long playedNanos;
  private SwarmResult.Clients clients;
  private SwarmResult result;
  private GeneratorHealth health = new GeneratorHealth(0, 0, 0);
  private long news;
  private int reset;
  private int closed;

  /**
   * A run to begin.
   *
   * @param stopping whether it is to come to an early end
   * @param done gets the result, or why there is none
   */
  Run(
      SwarmPlan plan,
      Transport transport,
      BooleanSupplier stopping,
      CompletableFuture<SwarmResult> done) {
    this.plan = plan;
    this.stopping = stopping;
    this.transport = transport;
    this.done = done;
    this.sightings = new Sightings(Board.of(plan.protocol().spec().world()), plan.clients());
    SplittableRandom seeds = new SplittableRandom(plan.seed());
    for (int number = 0; number < plan.clients(); number++) {
      bots.add(new Bot(number, this, Behavior.wanderer(), seeds.split()));
    }
  }

  /** Begins; the result, or why there is none, comes with the future. */
  void begin() {
    phase = new Joining(this, System.nanoTime());
    schedule(this::tick, 0);
  }

  private void tick() {
    long now = System.nanoTime();
    phase.tick(now);
    if (phase.isOver(now)) {
      conclude(now);
    }
    schedule(this::tick, TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
  }

  private void conclude(long nowNanos) {
    try {
      Optional<Phase> next = phase.conclude(nowNanos);
      if (next.isPresent()) {
        phase = next.get();
      } else {
        done.complete(result == null ? measure() : result);
      }
    } catch (NobodyAnswers e) {
      done.completeExceptionally(e);
    }
  }

  /** Does something later on the event loop, unless the run is over by then. */
  void schedule(Runnable task, long delayNanos) {
    Future<?> ignored =
        transport
            .loop()
            .schedule(
                () -> {
                  if (!done.isDone()) {
                    guarded(task);
                  }
                },
                delayNanos,
                TimeUnit.NANOSECONDS);
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error defect) {
      fail(defect);
    }
  }

  /** Ends the run through our own defect. */
  void fail(Throwable defect) {
    done.completeExceptionally(defect);
  }

  boolean isStopping() {
    return stopping.getAsBoolean();
  }

  BotConnection connect(Bot bot) {
    return BotConnection.open(transport, plan.protocol(), plan.target(), plan.patience(), bot);
  }

  /** A bot has been told its own ID. */
  void admitted(Bot bot, int id) {
    Bot before = byId.putIfAbsent(id, bot);
    if (before != null) {
      String text = "was given ID " + id + ", which bot " + before.number() + " has";
      violated(bot, "JOIN-004", text);
    } else if (!(phase instanceof Joining) && inGame().size() > limit()) {
      violated(bot, "FULL-001", "was admitted beyond the limit of " + limit());
    }
  }

  /** A bot in the game is in it no longer. */
  void lost(Bot bot) {
    sightings.drop(bot.number());
    bot.view().self().ifPresent(id -> byId.remove(id, bot));
    bot.ending()
        .ifPresent(
            ending -> {
              reset += ending.kind() == Ending.Kind.RESET ? 1 : 0;
              closed += ending.kind() == Ending.Kind.CLOSED ? 1 : 0;
            });
  }

  /** A bot has been told where a piece is. */
  void sighted(Bot observer, int id, Cell cell) {
    Bot mover = byId.get(id);
    Sightings.Sight sight =
        playing == null || mover == null
            ? Sightings.Sight.UNJUDGED
            : sightings.see(observer.number(), mover.number(), cell, System.nanoTime());
    if (sight == Sightings.Sight.LATER) {
      lostBefore(observer, id, cell);
    } else if (observer.jump().isPresent()) {
      Anomaly jump = observer.jump().get();
      violated(observer, jump.kind().ruleId(), jump.text());
    } else if (!observer.isAnomalous()) {
      judge(sight, observer, id, cell);
    }
  }

  private void lostBefore(Bot observer, int id, Cell cell) {
    int lost = sightings.skipped();
    String text =
        String.format(
            "was told that ID %d is at %s, but not of its %d moves before", id, cell, lost);
    violations.add(
        "MOVE-002",
        lost,
        () -> violation(observer, "MOVE-002", text, observer.connection().frame()));
  }

  private void judge(Sightings.Sight sight, Bot observer, int id, Cell cell) {
    String told = "was told that ID " + id + " is at " + cell;
    switch (sight) {
      case REPEATED -> violated(observer, "MOVE-002", told + " once more; it has not moved since");
      case ELSEWHERE -> violated(observer, "MOVE-001", told + ", where its moves do not lead");
      default -> {}
    }
  }

  /** A packet has shown that a rule is broken. */
  void violated(Bot bot, String ruleId, String text) {
    violated(bot, ruleId, text, bot.connection().frame());
  }

  /** Bytes have shown that a rule is broken. */
  void violated(Bot bot, String ruleId, String text, byte[] bytes) {
    violations.add(ruleId, 1, () -> violation(bot, ruleId, text, bytes));
  }

  /** So many packets that did not come, or should not have, show that a rule is broken. */
  void missed(Bot bot, String ruleId, long count, String text) {
    violations.add(ruleId, count, () -> violation(bot, ruleId, text, NO_BYTES));
  }

  private Violation violation(Bot bot, String ruleId, String text, byte[] bytes) {
    return new Violation(millis(System.nanoTime()), bot.number(), ruleId, text, bytes);
  }

  /** From the start of the run, in milliseconds. */
  long millis(long atNanos) {
    return (atNanos - startNanos) / 1_000_000;
  }

  /** Everybody who is in plays from now on. */
  Playing beginPlay(long nowNanos) {
    for (Bot bot : byId.values()) {
      bot.view()
          .cell(bot.view().self().orElseThrow())
          .ifPresent(cell -> sightings.join(bot.number(), cell));
    }
    countClients();
    playing = new Playing(this, nowNanos);
    playing.sendAllDue();
    return playing;
  }

  private void countClients() {
    long in = bots.stream().filter(Bot::wasAdmitted).count();
    long away = bots.stream().filter(bot -> bot.state() == Bot.State.TURNED_AWAY).count();
    clients = new SwarmResult.Clients(bots.size(), (int) in, (int) away, strangers(), limit());
  }

  /** No move is made any more. */
  void endPlay(long elapsedNanos, GeneratorHealth howTheBotsDid) {
    playedNanos = elapsedNanos;
    health = howTheBotsDid;
  }

  SwarmPlan plan() {
    return plan;
  }

  List<Bot> bots() {
    return bots;
  }

  /** The bots with an ID, whether or not another has it too. */
  List<Bot> inGame() {
    return bots.stream().filter(bot -> bot.state() == Bot.State.IN_GAME).toList();
  }

  /** The IDs that bots have. */
  Set<Integer> idsInGame() {
    return byId.keySet();
  }

  /** The bot with that ID. */
  Optional<Bot> byId(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The bots that play, in the order in which they got in. */
  List<Bot> players() {
    return byId.values().stream().filter(bot -> sightings.isPlaying(bot.number())).toList();
  }

  /** How many are in the game that are no bots of this run. */
  int strangers() {
    return byId.values().stream()
        .findFirst()
        .map(bot -> (int) bot.view().pieces().keySet().stream().filter(this::isStranger).count())
        .orElse(0);
  }

  private boolean isStranger(int id) {
    return !byId.containsKey(id);
  }

  private int limit() {
    return plan.protocol().spec().world().maxClients();
  }

  Sightings sightings() {
    return sightings;
  }

  boolean hasViolations() {
    return violations.total() > 0;
  }

  /** A bot was told something that it did not know. */
  void noteNews() {
    news++;
  }

  /** Changes whenever a bot is told something new. */
  long news() {
    return news;
  }

  /** How it is going. */
  Progress progress() {
    Duration elapsed =
        playing == null
            ? Duration.ZERO
            : Duration.ofNanos(System.nanoTime() - playing.startNanos());
    return new Progress(
        elapsed,
        inGame().size(),
        sightings.sent(),
        sightings.answered(),
        sightings.sights().reach(),
        sightings.response().percentiles(),
        violations.total());
  }

  /** All is judged; the bots may leave. */
  Leaving leave(long nowNanos) {
    result = measure();
    return new Leaving(this, nowNanos);
  }

  private SwarmResult measure() {
    if (clients == null) {
      countClients();
    }
    return new SwarmResult(
        transport.name(),
        plan.seed(),
        Duration.ofNanos(System.nanoTime() - startNanos),
        Duration.ofNanos(playedNanos),
        clients,
        new SwarmResult.Moves(
            playing == null ? 0 : playing.asked(), sightings.sent(), sightings.answered()),
        sightings.sights(),
        sightings.response().percentiles(),
        sightings.service().percentiles(),
        sightings.propagation().percentiles(),
        violations.total(),
        violations.first(),
        errors(),
        health);
  }

  private Errors errors() {
    return new Errors(
        endings(Ending.Kind.NOT_CONNECTED),
        reset,
        closed,
        endings(Ending.Kind.TIMEOUT) + endings(Ending.Kind.UNANSWERED),
        endings(Ending.Kind.TOOL));
  }

  private int endings(Ending.Kind kind) {
    return (int)
        bots.stream()
            .filter(bot -> bot.state() == Bot.State.TURNED_AWAY)
            .filter(bot -> bot.ending().filter(ending -> ending.kind() == kind).isPresent())
            .count();
  }
}
