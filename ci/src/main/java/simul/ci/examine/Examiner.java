package simul.ci.examine;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simul.ci.grade.Findings;
import simul.ci.grade.Rubric;
import simul.ci.launch.LaunchFailed;
import simul.ci.launch.LaunchPlan;
import simul.ci.launch.LaunchRecord;
import simul.ci.launch.LaunchedTarget;
import simul.ci.launch.LetsClientIn;
import simul.ci.launch.Restart;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.suite.Checks;
import simul.conformance.verdict.SuiteResult;

/**
 * Runs a submission through all that a rubric asks for: the checks on a server that is started anew
 * for each group of them, then bots, then random streams, each on a fresh server. Checks that are
 * undecided are run again. One thread runs it, any may stop it.
 */
public final class Examiner {
  /** What a server printed before it ended may be a page. */
  private static final int MOST_CHARACTERS = 600;

  private final ExaminationPlan plan;
  private final List<Findings.Checked> checked = new ArrayList<>();
  private Optional<InetSocketAddress> address = Optional.empty();
  private Optional<SuiteResult> result = Optional.empty();
  private Optional<LaunchRecord> launch = Optional.empty();
  private volatile boolean stopped;
  private volatile Runnable stopping = () -> {};

  /** An examination to come. */
  public Examiner(ExaminationPlan plan) {
    this.plan = plan;
  }

  /** How a run on a launched server goes. */
  @FunctionalInterface
  private interface Session<R> {
    R on(LaunchedTarget server);
  }

  /**
   * Runs it to its end.
   *
   * @throws CancellationException when it was stopped
   */
  public Examination run() {
    long started = System.nanoTime();
    Optional<String> served = Optional.empty();
    Optional<Findings.Outcome> load = Optional.empty();
    Optional<Findings.Outcome> streams = Optional.empty();
    try {
      if (!checks().isEmpty()) {
        runChecks();
      }
      load = bots();
      streams = streams();
    } catch (LaunchFailed e) {
      served = address.isPresent() ? Optional.empty() : Optional.of(inOneLine(e.getMessage()));
    }
    if (stopped) {
      throw new CancellationException("the examination was stopped");
    }
    return new Examination(
        served,
        address,
        checked,
        result,
        launch,
        load,
        streams,
        Duration.ofNanos(System.nanoTime() - started));
  }

  private static String inOneLine(String message) {
    String line = message.lines().map(String::strip).collect(Collectors.joining(" | "));
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + " ...";
  }

  /** Brings it to an early end, which {@link #run} says by an exception. */
  public void stop() {
    stopped = true;
    stopping.run();
  }

  /** The checks that some requirement of the rubric is about. */
  private List<Check> checks() {
    List<String> patterns =
        Stream.concat(
                plan.rubric().required().stream(),
                plan.rubric().parts().stream()
                    .map(Rubric.Part::measure)
                    .filter(Rubric.Requirements.class::isInstance)
                    .flatMap(measure -> ((Rubric.Requirements) measure).requirements().stream()))
            .toList();
    return patterns.isEmpty() ? List.of() : new Selection(patterns, List.of()).of(Checks.all());
  }

  private void runChecks() throws LaunchFailed {
    CheckRounds rounds = new CheckRounds(plan, checks());
    stopping = rounds::stop;
    boolean again = true;
    for (int run = 1; again && run <= plan.mostRuns() && !stopped; run++) {
      int number = run;
      again =
          onServer(
              Restart.GROUP,
              server -> {
                rounds.run(server, number);
                launch = Optional.of(server.record());
                return rounds.anyUndecided();
              });
    }
    checked.addAll(rounds.checked());
    result = rounds.result();
  }

  private Optional<Findings.Outcome> bots() throws LaunchFailed {
    Optional<Rubric.Load> wanted = measure(Rubric.Load.class);
    if (wanted.isEmpty() || stopped) {
      return Optional.empty();
    }
    BotsOnServer bots = new BotsOnServer(plan, wanted.get());
    stopping = bots::stop;
    return Optional.of(onServer(Restart.NEVER, server -> bots.play(server.address())));
  }

  private Optional<Findings.Outcome> streams() throws LaunchFailed {
    Optional<Rubric.Streams> wanted = measure(Rubric.Streams.class);
    if (wanted.isEmpty() || stopped) {
      return Optional.empty();
    }
    StreamsOnServer streams = new StreamsOnServer(plan, wanted.get());
    stopping = streams::stop;
    return Optional.of(onServer(Restart.WHEN_LOST, streams::run));
  }

  private <M extends Rubric.Measure> Optional<M> measure(Class<M> kind) {
    return plan.rubric().parts().stream()
        .map(Rubric.Part::measure)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private <R> R onServer(Restart restart, Session<R> session) throws LaunchFailed {
    LaunchPlan how =
        plan.command().namesPort()
            ? new LaunchPlan(
                plan.command(), plan.folder(), OptionalInt.empty(), plan.startTimeout())
            : LaunchPlan.findingPort(plan.command(), plan.folder(), plan.startTimeout());
    try (LaunchedTarget server =
        LaunchedTarget.launch(how, new LetsClientIn(plan.protocol()), restart)) {
      address = Optional.of(server.address());
      return session.on(server);
    }
  }
}
