package simul.conformance.fuzz;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CancellationException;
import simul.conformance.check.Handshake;
import simul.conformance.check.Runner;
import simul.conformance.check.TargetHost;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Outcome;
import simul.conformance.script.Target;
import simul.conformance.verdict.Expectation;
import simul.spec.meaning.Protocol;

/**
 * One run of random streams against one target, until time or tries are over. What breaks the
 * target is seen once more, made small, and kept once for each symptom. One thread runs it, any
 * other may stop it; it ends by itself even where the target answers for ever.
 */
public final class Fuzzer {
  /** Until the target has been measured: the least patience that it gets anyway. */
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(2);

  /** A try that runs when time is over gets so much more before it is cut short. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** What is met when time is over is made smaller all the same, for so long. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  /** What some hundreds of streams leave behind is more than a heap's own noise. */
  private static final int LOOK = 250;

  private static final String GROWTH_RULE = "BAD-013";

  private final Plan plan;
  private final TargetHost host;
  private final Listener listener;
  private final Runner runner = new Runner();
  private final Grammar grammar;
  private final Coverage coverage;
  private final Generator generator;
  private final Discoveries discoveries;
  private final Growth growth = new Growth();
  private final long start = System.nanoTime();
  private Duration patience = FIRST_PATIENCE;
  private FuzzResult.End end = FuzzResult.End.NOT_YET;
  private String reason = "";
  private long tries;
  private long undecided;

  /** A run against a target that its host can start anew. */
  public Fuzzer(Plan plan, TargetHost host, Listener listener) {
    this.plan = plan;
    this.host = host;
    this.listener = listener;
    this.grammar = Grammar.of(plan.protocol);
    this.coverage = new Coverage(grammar);
    this.generator = new Generator(grammar, coverage, plan.seed);
    this.discoveries = new Discoveries(listener);
  }

  /**
   * What to do.
   *
   * @param patience how long an answer may take; measured when empty
   * @param time how long to go on
   * @param tries how many scripts to try, at most
   * @param stopOnFirst whether the first finding is enough
   * @param shrinking how long one finding may be made smaller
   * @param corpus scripts that are tried before any new ones
   */
  public record Plan(
      Protocol protocol,
      InetSocketAddress target,
      long seed,
      Optional<Duration> patience,
      Duration time,
      long tries,
      boolean stopOnFirst,
      Duration shrinking,
      List<Sample> corpus) {
    public Plan {
      corpus = List.copyOf(corpus);
    }
  }

  /** Hears of a run as it goes on. */
  public interface Listener {

    /** The target serves; patience is known. */
    void started(Duration patience);

    /** A script has been tried. */
    void tried(Sample sample, boolean held, FuzzResult soFar);

    /** Something was found, and is to be made smaller. */
    void met(Harm harm);

    /**
     * What was found is as small as it could be made.
     *
     * @param number from 1
     * @return the file that holds the script, if it was saved
     */
    Optional<String> save(int number, Discovery found);
  }

  /**
   * Runs to its end.
   *
   * @throws TargetUnreachable when not even one client can join
   */
  public FuzzResult run() throws TargetUnreachable {
    runner.begin();
    Timer timer = new Timer("fuzzing ends", true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            runner.stop();
          }
        },
        plan.time.plus(GRACE).toMillis());
    try {
      tryAll(handshake());
    } catch (CancellationException e) {
      // A wait was interrupted.
      runner.stop();
    } catch (TargetUnreachable e) {
      if (!runner.isStopped() && tries == 0) {
        throw e;
      }
      ended(FuzzResult.End.TARGET_GONE, e.getMessage());
    } finally {
      timer.cancel();
      runner.end();
    }
    if (runner.isStopped()) {
      end = isTimeOver() ? FuzzResult.End.TIME : FuzzResult.End.INTERRUPTED;
    }
    return resultSoFar();
  }

  /** Ends the run soon. Any thread. */
  public void stop() {
    runner.stop();
  }

  /** What is known. For the thread that runs it. */
  public FuzzResult resultSoFar() {
    return new FuzzResult(
        plan.protocol.spec().name(),
        Probes.describe(plan.target),
        plan.seed,
        patience,
        elapsed(),
        end,
        reason,
        tries,
        undecided,
        discoveries.worstFirst(),
        coverage);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** As long as a finding may be made smaller, where the time that is left allows it. */
  private Duration shrinkTime() {
    Duration left = plan.time.minus(elapsed()).plus(LAST_WORDS);
    return left.compareTo(plan.shrinking) < 0 ? left : plan.shrinking;
  }

  private boolean isTimeOver() {
    return elapsed().compareTo(plan.time) >= 0;
  }

  private void ended(FuzzResult.End how, String why) {
    end = how;
    reason = why;
  }

  private Bench handshake() throws TargetUnreachable {
    Target target = new Target(plan.protocol, plan.target, plan.patience.orElse(FIRST_PATIENCE));
    Handshake.Result result = new Handshake(target, plan.patience).run();
    patience = result.patience();
    listener.started(patience);
    return new Bench(target.withPatience(patience), host);
  }

  private void tryAll(Bench bench) throws TargetUnreachable {
    while (end == FuzzResult.End.NOT_YET && !runner.isStopped()) {
      if (isTimeOver()) {
        ended(FuzzResult.End.TIME, "");
      } else if (tries >= plan.tries) {
        ended(FuzzResult.End.TRIES, "");
      } else {
        attempt(bench, next());
      }
    }
  }

  private Sample next() {
    return tries < plan.corpus.size() ? plan.corpus.get((int) tries) : generator.next();
  }

  private void attempt(Bench bench, Sample sample) throws TargetUnreachable {
    Outcome outcome = bench.run(sample.ruleId(), sample.script());
    tries++;
    coverage.add(sample.points());
    if (outcome instanceof Outcome.Broke broke) {
      found(bench, sample, broke);
    } else if (outcome instanceof Outcome.Prevented) {
      prevented(bench, sample, outcome);
    } else if (outcome instanceof Outcome.Unreachable unreachable) {
      throw new TargetUnreachable(unreachable.reason());
    } else if (!(outcome instanceof Outcome.Held)) {
      undecided++;
    }
    look(bench, sample);
    listener.tried(sample, outcome instanceof Outcome.Held, resultSoFar());
  }

  /** Looks from time to time at how much the target's process takes. */
  private void look(Bench bench, Sample sample) {
    if (bench.hasLostTarget()) {
      growth.restart();
    }
    OptionalLong taken = tries % LOOK == 0 ? bench.footprint() : OptionalLong.empty();
    if (taken.isPresent()) {
      growth
          .look(taken.getAsLong())
          .ifPresent(
              finding -> {
                growth.restart();
                discoveries.add(
                    new Discovery(
                        Harm.GROWING,
                        GROWTH_RULE,
                        sample.mutation(),
                        finding,
                        sample.script(),
                        tries,
                        elapsed(),
                        true,
                        1,
                        Optional.empty()));
              });
    }
  }

  /** The clients could not even come together, for what streams before have done. */
  private void prevented(Bench bench, Sample sample, Outcome first) throws TargetUnreachable {
    // Whoever has it started anew knows that it was lost; else it may just have been slow.
    boolean lost = bench.hasLostTarget();
    Outcome second = lost ? first : bench.run(sample.ruleId(), sample.script());
    if (second instanceof Outcome.Prevented prevented) {
      discoveries.add(leftBehind(sample, prevented));
      if (plan.stopOnFirst) {
        ended(FuzzResult.End.FOUND, "");
      } else if (!lost) {
        ended(FuzzResult.End.TARGET_GONE, "no clients can come together any more");
      }
    } else if (second instanceof Outcome.Broke broke) {
      found(bench, sample, broke);
    } else {
      undecided++;
    }
  }

  /** What several scripts have done together, shown with the last of them. */
  private Discovery leftBehind(Sample sample, Outcome.Prevented prevented) {
    boolean notIn = prevented.finding().expected() instanceof Expectation.Admission;
    return new Discovery(
        notIn ? Harm.STUCK : Harm.of(prevented.finding().actual()),
        prevented.ruleId(),
        sample.mutation(),
        prevented.finding(),
        sample.script(),
        tries,
        elapsed(),
        true,
        1,
        prevented.transcript());
  }

  private void found(Bench bench, Sample sample, Outcome.Broke broke) throws TargetUnreachable {
    if (discoveries.isKnown(broke, sample.mutation())) {
      return;
    }
    Duration met = elapsed();
    Harm harm = Harm.of(broke.finding().actual());
    listener.met(harm);
    Search search = new Search(sample, broke, bench.hasLostTarget());
    try {
      search.run(bench, grammar.mostPlayers(), this::shrinkTime, runner::isStopped);
    } finally {
      // Whatever ended the search: what it has found is kept.
      discoveries.add(search.discovery(tries, met));
    }
    if (plan.stopOnFirst && search.isConfirmed()) {
      ended(FuzzResult.End.FOUND, "");
    } else if (search.isTargetGone()) {
      ended(FuzzResult.End.TARGET_GONE, "it lets no clients in any more");
    } else if (discoveries.isFull()) {
      ended(FuzzResult.End.FOUND, "as much is wrong as is worth listing");
    }
  }
}
