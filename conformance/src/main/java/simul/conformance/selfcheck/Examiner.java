package simul.conformance.selfcheck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simul.conformance.check.Check;
import simul.conformance.check.Suite;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Script;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.rule.Rule;

/**
 * One run of checks against one server of this process, on a port of its own. One thread runs it,
 * any other may stop it.
 */
final class Examiner implements Suite.Listener {
  private static final String THREAD = "examiner-";

  private final Protocol protocol;
  private final Subject subject;
  private final Task task;
  private final Explanation english;
  private final Map<String, Verdict> verdicts = new TreeMap<>();
  private final Map<String, String> reasons = new HashMap<>();
  private final List<String> crashes = Collections.synchronizedList(new ArrayList<>());
  private final List<String> defects = new ArrayList<>();
  private Suite suite;
  private boolean stopped;
  private boolean sure;

  /**
   * A run to come.
   *
   * @param untilSure whether it may end as soon as the rule that a mutant breaks has failed
   * @param alone whether nothing else runs in this program
   */
  record Task(
      List<Check> checks,
      long seed,
      Optional<Duration> patience,
      boolean untilSure,
      boolean alone) {}

  Examiner(Protocol protocol, Subject subject, Task task) {
    this.protocol = protocol;
    this.subject = subject;
    this.task = task;
    this.english = new Explanation(protocol, Language.ENGLISH);
  }

  /** Runs it; an interruption of the thread stops it. */
  Examination run() {
    long start = System.nanoTime();
    Thread thread = new Thread(new Group(), this::examine, THREAD + subject.name());
    thread.setDaemon(true);
    thread.start();
    await(thread);
    return new Examination(
        subject,
        new TreeMap<>(verdicts),
        reasons,
        List.copyOf(crashes),
        defects,
        Duration.ofNanos(System.nanoTime() - start),
        !isStopped());
  }

  private void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        stop();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has it end soon, whether it has begun or not. Any thread. */
  synchronized void stop() {
    stopped = true;
    if (suite != null) {
      suite.stop();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized void begin(Suite next) {
    suite = next;
    if (stopped) {
      suite.stop();
    }
  }

  /** The server's threads are of this group as well, so that what ends them is known. */
  private final class Group extends ThreadGroup {
    Group() {
      super(subject.name());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable crash) {
      boolean ours = thread.getName().startsWith(THREAD);
      (ours ? defects : crashes).add(thread.getName() + ": " + crash);
    }
  }

  private void examine() {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Parts parts = subject.change().apply(Parts.of(protocol));
    try (ReferenceServer server = ReferenceServer.start(free, parts)) {
      Suite.Plan plan =
          new Suite.Plan(protocol, server.address(), task.checks(), task.seed(), task.patience());
      begin(new Suite(task.alone() ? plan.aloneInProgram() : plan, this));
      SuiteResult heardAlready = suite.run();
      assert !heardAlready.checks().isEmpty();
    } catch (TargetUnreachable e) {
      note(Suite.HANDSHAKE, Verdict.FAIL, e.getMessage());
    } catch (IOException e) {
      defects.add("no server could be started: " + e.getMessage());
    }
  }

  @Override
  public void started(Duration patience) {}

  @Override
  public void ended(CheckResult result) {
    if (sure || isStopped()) {
      // What has not run is called undecided; it is neither.
      return;
    }
    note(result);
    if (task.untilSure()
        && result.verdict() == Verdict.FAIL
        && subject.ruleId().equals(Optional.of(result.rule().id()))) {
      sure = true;
      suite.stop();
    }
  }

  private void note(CheckResult result) {
    String reason =
        result
            .finding()
            .map(
                finding ->
                    "expected "
                        + english.expected(finding.expected())
                        + ", but was "
                        + english.actual(finding.actual()))
            .or(result::reason)
            .orElse("");
    note(result.rule().id(), result.verdict(), reason);
  }

  private void note(String id, Verdict verdict, String reason) {
    Verdict known = verdicts.get(id);
    if (known == null || gravity(verdict) > gravity(known)) {
      verdicts.put(id, verdict);
      reasons.put(id, reason);
    }
  }

  /** A rule can have a result of its own and one that was met on the way: the worse counts. */
  private static int gravity(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 3;
      case INCONCLUSIVE -> 2;
      case PASS -> 1;
      case SKIPPED -> 0;
    };
  }

  @Override
  public Optional<String> save(Rule rule, Script script) {
    return Optional.empty();
  }

  @Override
  public void defect(Rule rule, RuntimeException defect) {
    defects.add(rule.id() + ": " + defect);
  }
}
