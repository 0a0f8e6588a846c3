package simul.bots.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import simul.bots.behavior.Behavior;
import simul.bots.connection.BotConnection;
import simul.bots.connection.MachineLimits;
import simul.bots.connection.SourceAddresses;
import simul.bots.connection.Transport;
import simul.bots.measure.GeneratorHealth;
import simul.bots.measure.Progress;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Tally;
import simul.spec.model.WorldRules;
import simul.spec.world.Cell;

/**
 * The bots of one run and all that is known of them, from the first connection to the result.
 * Everything here happens on the transport's event loop, so nothing is locked.
 */
final class Run {
  /** Fine enough that a phase ends when it should, and costs nothing. */
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final SwarmPlan plan;
  private final Transport transport;
  private final Controls controls;
  private final CompletableFuture<SwarmResult> done;
  private final SplittableRandom seeds;
  private SourceAddresses sources;
  private final Roster roster;
  private final Tally tally = new Tally();
  private final Punctuality punctuality = new Punctuality();
  private final Sightings sightings;
  private final Umpire umpire;
  private final Absences absences;
  private final Headcount headcount;
  private final Steering steering;
  private final Chronicle chronicle;
  private final long startNanos = System.nanoTime();
  private Phase phase;
  private Playing playing;
  private long playedNanos;
  private SwarmResult result;
  private GeneratorHealth health = new GeneratorHealth(0, 0, 0);
  private long news;

  /**
   * A run to begin.
   *
   * @param controls what people wish meanwhile
   * @param done gets the result, or why there is none
   */
  Run(SwarmPlan plan, Transport transport, Controls controls, CompletableFuture<SwarmResult> done) {
    this.plan = plan;
    this.controls = controls;
    this.transport = transport;
    this.done = done;
    WorldRules rules = plan.protocol().spec().world();
    boolean limited = rules.slots().full() != WorldRules.Full.ADMIT;
    this.roster = new Roster(limited ? rules.maxClients() : Integer.MAX_VALUE, tellsOfOthers());
    this.sightings = new Sightings(rules, plan.observers(), tally);
    this.umpire = new Umpire(roster, sightings);
    this.seeds = new SplittableRandom(plan.seed());
    List<Bot> ignored = enlist(plan.load().clients());
    this.absences = new Absences(this);
    this.headcount = new Headcount(this);
    this.steering = new Steering(this, controls);
    this.chronicle = new Chronicle(this);
  }

  /** So many more bots are there, who have yet to connect. */
  final List<Bot> enlist(int count) {
    int before = roster.bots().size();
    int all = before + count;
    sources = SourceAddresses.of(plan.target(), all, MachineLimits.current().ports());
    sightings.makeRoom(all);
    List<Bot> enlisted = new ArrayList<>();
    for (Behavior behavior : plan.load().mix().behaviors(all).subList(before, all)) {
      int number = before + enlisted.size();
      boolean observes = plan.observers().observes(number);
      Bot bot = new Bot(number, this, behavior, observes, seeds.split());
      roster.add(bot);
      enlisted.add(bot);
      if (!behavior.reads()) {
        sightings.doNotTime(bot.number());
      }
    }
    return enlisted;
  }

  /** Begins; the result, or why there is none, comes with the future. */
  void begin() {
    Joining joining = new Joining(this, System.nanoTime());
    phase = joining;
    schedule(joining::openAllDue, 0);
    schedule(() -> tick(System.nanoTime()), 0);
  }

  private void tick(long dueNanos) {
    long now = System.nanoTime();
    punctuality.doing(dueNanos, now);
    phase.tick(now);
    if (phase.isOver(now)) {
      conclude(now);
    }
    long next = System.nanoTime() + TICK_NANOS;
    schedule(() -> tick(next), TICK_NANOS);
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

  /** Does something on the event loop as soon as that is free, unless the run is over by then. */
  void execute(Runnable task) {
    transport
        .loop()
        .execute(
            () -> {
              if (!done.isDone()) {
                guarded(task);
              }
            });
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
    return controls.isStopping();
  }

  BotConnection connect(Bot bot) {
    return BotConnection.open(
        transport,
        plan.protocol(),
        bot.number(),
        plan.target(),
        sources.of(bot.number()),
        plan.patience(),
        bot);
  }

  /** Whether every client is told of all that happens. */
  boolean seesEverything() {
    return audience() == WorldRules.Audience.ALL;
  }

  /** Whether every client is told of every leave, by a packet that says so. */
  boolean tellsLeaves() {
    return tellsOfOthers() && plan.protocol().spec().roles().snapshots().isEmpty();
  }

  /** Whether every client is told of every other. */
  boolean tellsOfOthers() {
    return audience() == WorldRules.Audience.ALL || audience() == WorldRules.Audience.OTHERS;
  }

  /** Whether a mover is told of its own moves. */
  boolean tellsMover() {
    return audience() != WorldRules.Audience.OTHERS;
  }

  private WorldRules.Audience audience() {
    return plan.protocol().spec().world().telling().audience();
  }

  /** A bot has been told its own ID. */
  void admitted(Bot bot, int id) {
    noteNews();
    tally.joined(System.nanoTime() - bot.dueNanos());
    if (bot.isBack() && !headcount.admitted(bot)) {
      absences.returned(bot);
    }
    Optional<Bot> before = roster.admitted(bot, id);
    if (before.isPresent()) {
      String text = "was given ID " + id + ", which bot " + before.get().number() + " has";
      umpire.violated(bot, "JOIN-004", text);
    } else if (!(phase instanceof Joining) && roster.inGame().size() > roster.limit()) {
      umpire.violated(bot, "FULL-001", "was admitted beyond the limit of " + roster.limit());
    }
    phase.admitted(bot);
  }

  /** A bot that came in the middle of the game has been told where its piece is. */
  void placed(Bot bot, Cell cell) {
    if (bot.isBack() && !sightings.isPlaying(bot.number())) {
      sightings.join(bot.number(), cell);
    }
  }

  /** A bot has left of its own will. */
  void departed(Bot bot) {
    sightings.drop(bot.number());
    roster.departed(bot);
  }

  /** A bot in the game is in it no longer, and not of its own will. */
  void lost(Bot bot) {
    sightings.drop(bot.number());
    roster.lost(bot);
  }

  /** Everybody who is in plays from now on. */
  Playing beginPlay() {
    for (Bot bot : roster.identified()) {
      bot.view()
          .cell(bot.view().self().orElseThrow())
          .ifPresent(cell -> sightings.join(bot.number(), cell));
    }
    sightings.meetAll();
    // What has just been done for thousands of bots takes time, which is no bot's lateness.
    long nowNanos = System.nanoTime();
    headcount.begin(roster.clients());
    tally.begin(nowNanos, plan.load().warmUp().toNanos());
    punctuality.begin(nowNanos);
    playing = new Playing(this, nowNanos);
    chronicle.begin(nowNanos);
    playing.begin();
    return playing;
  }

  /** These have turns from now on. */
  void takeTurns(List<Bot> bots) {
    playing.add(bots);
  }

  /** Whether there is anybody to play, or to come back and play. */
  boolean anybodyPlays() {
    return sightings.players() > 0 || absences.any() || headcount.isArriving();
  }

  /** No move is made any more. */
  void endPlay(long elapsedNanos, GeneratorHealth howTheBotsDid) {
    playedNanos = elapsedNanos;
    health = howTheBotsDid;
  }

  SwarmPlan plan() {
    return plan;
  }

  Roster roster() {
    return roster;
  }

  Absences absences() {
    return absences;
  }

  Headcount headcount() {
    return headcount;
  }

  Steering steering() {
    return steering;
  }

  Umpire umpire() {
    return umpire;
  }

  /** The bots that play, in the order in which they got in. */
  List<Bot> players() {
    return roster.identified().stream().filter(bot -> sightings.isPlaying(bot.number())).toList();
  }

  Sightings sightings() {
    return sightings;
  }

  Tally tally() {
    return tally;
  }

  Punctuality punctuality() {
    return punctuality;
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
    SwarmResult.Moves moves = tally.moves();
    Duration elapsed =
        playing == null
            ? Duration.ZERO
            : Duration.ofNanos(System.nanoTime() - playing.startNanos());
    return new Progress(
        elapsed,
        roster.inGame().size(),
        moves.sent() + moves.warmUp(),
        tally.answers(),
        sightings.sights().reach(),
        tally.response(),
        umpire.violations().total());
  }

  /** How it is now; of the finished seconds, those from the first that is named on. */
  Snapshot snapshot(int firstSecond) {
    return new Observatory(this).snapshot(stage(), firstSecond, chronicle.seconds());
  }

  private Snapshot.Stage stage() {
    if (playing == null) {
      return Snapshot.Stage.JOINING;
    }
    if (result != null) {
      return Snapshot.Stage.LEAVING;
    }
    return phase == playing ? Snapshot.Stage.PLAYING : Snapshot.Stage.SETTLING;
  }

  /** All is judged; the bots may leave. */
  Leaving leave(long nowNanos) {
    chronicle.end();
    result = measure();
    return new Leaving(this, nowNanos);
  }

  private SwarmResult measure() {
    Duration played = Duration.ofNanos(playedNanos);
    Duration warmUp = plan.load().warmUp().compareTo(played) < 0 ? plan.load().warmUp() : played;
    return new SwarmResult(
        transport.name(),
        plan.seed(),
        Duration.ofNanos(System.nanoTime() - startNanos),
        warmUp,
        played.minus(warmUp),
        playing == null ? roster.clients() : headcount.clients(),
        absences.counts(),
        tally.moves(),
        sightings.sights(),
        tally.times(),
        umpire.violations().total(),
        umpire.violations().first(),
        roster.errors(),
        new GeneratorHealth(health.cpuPercent(), health.maxLagMillis(), chronicle.lateSeconds()),
        chronicle.seconds(),
        steering.changes(),
        tally.curves());
  }
}
