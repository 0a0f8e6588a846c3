package simul.conformance.selfcheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import simul.conformance.check.Check;
import simul.conformance.suite.GrowthChecks;
import simul.spec.meaning.Protocol;

/**
 * One run of the suite against each of many servers of which is known whether they are right, some
 * at a time. Each has a port, threads and connections of its own. One thread runs it, any other may
 * stop it.
 */
public final class SelfCheck {
  private final Plan plan;
  private final Listener listener;
  private final Queue<Run> waiting = new ConcurrentLinkedQueue<>();
  private final Map<Run, Examination> ended = new LinkedHashMap<>();
  private final Set<Examiner> running = new HashSet<>();
  private final List<Run> runs = new ArrayList<>();
  private boolean stopped;

  /** A run to come. */
  public SelfCheck(Plan plan, Listener listener) {
    this.plan = plan;
    this.listener = listener;
    for (int round = 0; round < plan.repeat(); round++) {
      for (Subject subject : plan.subjects()) {
        if (round == 0 || subject.isRight()) {
          runs.add(new Run(subject, round));
        }
      }
    }
  }

  /**
   * What to run.
   *
   * @param quick whether a mutant meets only the checks of the rule that it breaks, and a right
   *     server the first check of each area
   * @param repeat how often each right server is examined
   * @param patience with the reference server and with mutants; measured when empty, and always
   *     with odd servers, some of which are slow
   * @param jobs how many servers at a time
   */
  public record Plan(
      Protocol protocol,
      List<Subject> subjects,
      List<Check> checks,
      boolean quick,
      int repeat,
      long seed,
      Optional<Duration> patience,
      int jobs) {
    public Plan {
      subjects = List.copyOf(subjects);
      checks = List.copyOf(checks);
    }
  }

  /** Hears of each examination as it ends; of one at a time. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A server has been examined.
     *
     * @param done how many have been, of all
     */
    void examined(Examination examination, int done, int all);
  }

  private record Run(Subject subject, int round) {}

  /**
   * Examines all, or as many as there are until it is stopped; in the order of the plan. Mutants
   * that show in what a server keeps come last, each by itself.
   */
  public List<Examination> run() {
    runs.stream().filter(run -> !isMeasured(run)).forEach(waiting::add);
    work(plan.jobs());
    runs.stream().filter(SelfCheck::isMeasured).forEach(waiting::add);
    work(1);
    synchronized (this) {
      return runs.stream().filter(ended::containsKey).map(ended::get).toList();
    }
  }

  private static boolean isMeasured(Run run) {
    return run.subject().ruleId().filter(GrowthChecks.RULES::contains).isPresent();
  }

  private void work(int jobs) {
    List<Thread> workers =
        IntStream.range(0, jobs).mapToObj(i -> new Thread(this::work, "self-check-" + i)).toList();
    workers.forEach(worker -> worker.setDaemon(true));
    workers.forEach(Thread::start);
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the run soon: what has not been examined by now is not. Any thread. */
  public synchronized void stop() {
    stopped = true;
    running.forEach(Examiner::stop);
  }

  /** Whether it was stopped. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  private void work() {
    for (Run run = waiting.poll(); run != null && !isStopped(); run = waiting.poll()) {
      Examiner examiner = new Examiner(plan.protocol(), run.subject(), task(run));
      begin(examiner);
      Examination examination = examiner.run();
      end(run, examiner, examination);
    }
  }

  private synchronized void begin(Examiner examiner) {
    running.add(examiner);
    if (stopped) {
      examiner.stop();
    }
  }

  private synchronized void end(Run run, Examiner examiner, Examination examination) {
    running.remove(examiner);
    ended.put(run, examination);
    listener.examined(examination, ended.size(), runs.size());
  }

  private Examiner.Task task(Run run) {
    Subject subject = run.subject();
    Optional<Duration> patience =
        subject.kind() == Subject.Kind.ODD ? Optional.empty() : plan.patience();
    // The same bytes again would only show again what the first round has shown.
    long seed = plan.seed() + run.round();
    boolean untilSure = plan.quick() && !subject.isRight();
    return new Examiner.Task(checks(subject), seed, patience, untilSure, isMeasured(run));
  }

  private List<Check> checks(Subject subject) {
    if (!plan.quick()) {
      return plan.checks();
    }
    if (subject.isRight()) {
      Map<String, Check> firsts = new LinkedHashMap<>();
      plan.checks().stream()
          .sorted(Comparator.comparing(Check::ruleId))
          .forEach(check -> firsts.putIfAbsent(check.rule().area(), check));
      return List.copyOf(firsts.values());
    }
    String broken = subject.ruleId().orElseThrow();
    List<Check> own =
        plan.checks().stream().filter(check -> check.ruleId().equals(broken)).toList();
    // A rule without a check of its own is met on the way to any other.
    return own.isEmpty() ? plan.checks() : own;
  }
}
