package simul.conformance.odd;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simul.conformance.check.Check;
import simul.conformance.check.Suite;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Script;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;

/**
 * A suite that has run in a thread of its own, and all that came of it: the threads that it may
 * have left are those that are still in that thread's group.
 */
public final class SuiteRun implements Suite.Listener {
  /** A suite that is not over by then never will be. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Suite.Plan plan;
  private final List<CheckResult> heard = new ArrayList<>();
  private final List<Script> scripts = new ArrayList<>();
  private final List<RuntimeException> defects = new ArrayList<>();
  private SuiteResult result;
  private String unreachable;
  private Throwable crash;
  private Duration took;
  private List<String> threadsLeft;

  private SuiteRun(Suite.Plan plan) {
    this.plan = plan;
  }

  /** Runs these checks with the patience that is measured. */
  public static SuiteRun of(Protocol protocol, InetSocketAddress target, List<Check> checks) {
    return of(new Suite.Plan(protocol, target, checks, 1, Optional.empty()));
  }

  /** Runs these checks with a patience. */
  public static SuiteRun of(
      Protocol protocol, InetSocketAddress target, List<Check> checks, Duration patience) {
    return of(new Suite.Plan(protocol, target, checks, 1, Optional.of(patience)));
  }

  /** Runs a plan. */
  public static SuiteRun of(Suite.Plan plan) {
    SuiteRun run = new SuiteRun(plan);
    ThreadGroup group = new ThreadGroup("suite");
    Thread thread = new Thread(group, run::run, "suite");
    thread.setDaemon(true);
    long start = System.nanoTime();
    thread.start();
    try {
      thread.join(LONGEST.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    run.took = Duration.ofNanos(System.nanoTime() - start);
    run.threadsLeft = threads(group);
    return run;
  }

  /** The names of the threads of a group, but for the one that JNA has for the whole process. */
  public static List<String> threads(ThreadGroup group) {
    Thread[] left = new Thread[100];
    int count = group.enumerate(left);
    return Stream.of(left)
        .limit(count)
        .map(Thread::getName)
        .filter(name -> !name.equals("JNA Cleaner"))
        .toList();
  }

  private void run() {
    try {
      result = new Suite(plan, this).run();
    } catch (TargetUnreachable e) {
      unreachable = e.getMessage();
    } catch (RuntimeException | Error e) {
      crash = e;
    }
  }

  @Override
  public void started(Duration patience) {}

  @Override
  public void ended(CheckResult check) {
    heard.add(check);
  }

  @Override
  public Optional<String> save(Rule rule, Script script) {
    scripts.add(script);
    return Optional.of(rule.id() + ".trace");
  }

  @Override
  public void defect(Rule rule, RuntimeException defect) {
    defects.add(defect);
  }

  /** The result, if the run had one. */
  public Optional<SuiteResult> result() {
    return Optional.ofNullable(result);
  }

  /** Why the target could not be reached, if it could not. */
  public Optional<String> unreachable() {
    return Optional.ofNullable(unreachable);
  }

  /** What ended the run that should not have. */
  public Optional<Throwable> crash() {
    return Optional.ofNullable(crash);
  }

  /** How long it took. */
  public Duration took() {
    return took;
  }

  /** The names of the threads that outlived it. */
  public List<String> threadsLeft() {
    return threadsLeft;
  }

  /** What its listener was told of defects of the program's own. */
  public List<RuntimeException> defects() {
    return defects;
  }

  /** The scripts of the checks that failed. */
  public List<Script> scripts() {
    return scripts;
  }

  /** The results as the listener heard of them. */
  public List<CheckResult> heard() {
    return heard;
  }

  /** The IDs of the rules that ended so. */
  public List<String> rules(Verdict verdict) {
    return heard.stream()
        .filter(check -> check.verdict() == verdict)
        .map(check -> check.rule().id())
        .toList();
  }
}
