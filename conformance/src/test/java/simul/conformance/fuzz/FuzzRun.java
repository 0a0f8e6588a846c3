package simul.conformance.fuzz;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import simul.conformance.check.TargetHost;
import simul.conformance.odd.Servers;
import simul.conformance.probe.TargetUnreachable;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

/** A run of the fuzzer against a server of this program, and what its listener was told. */
final class FuzzRun implements Fuzzer.Listener {
  /** What does not come is waited for once; what comes takes a moment. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  static final Duration SHRINKING = Duration.ofSeconds(2);

  private final List<Sample> held = new ArrayList<>();
  private final List<Discovery> saved = new ArrayList<>();
  private FuzzResult result;

  /** Until time is over, or as much was tried. */
  static FuzzRun of(
      Protocol protocol, UnaryOperator<Parts> change, long seed, Duration time, long tries) {
    return of(protocol, change, seed, time, tries, false);
  }

  /** Until something is found. */
  static FuzzRun untilFirst(
      Protocol protocol, UnaryOperator<Parts> change, long seed, Duration time) {
    return of(protocol, change, seed, time, Long.MAX_VALUE, true);
  }

  private static FuzzRun of(
      Protocol protocol,
      UnaryOperator<Parts> change,
      long seed,
      Duration time,
      long tries,
      boolean stopOnFirst) {
    try (ReferenceServer server = Servers.of(protocol, change)) {
      InetSocketAddress address = server.address();
      return of(
          new Fuzzer.Plan(
              protocol,
              address,
              seed,
              Optional.of(PATIENCE),
              time,
              tries,
              stopOnFirst,
              SHRINKING,
              List.of()));
    }
  }

  static FuzzRun of(Fuzzer.Plan plan) {
    FuzzRun run = new FuzzRun();
    try {
      run.result = new Fuzzer(plan, TargetHost.elsewhere(plan.target()), run).run();
    } catch (TargetUnreachable e) {
      throw new IllegalStateException(e);
    }
    return run;
  }

  FuzzResult result() {
    return result;
  }

  /** The scripts that were stood. */
  List<Sample> held() {
    return held;
  }

  /** What was found, in the order in which it was. */
  List<Discovery> saved() {
    return saved;
  }

  @Override
  public void started(Duration patience) {}

  @Override
  public void tried(Sample sample, boolean stood, FuzzResult soFar) {
    if (stood) {
      held.add(sample);
    }
  }

  @Override
  public void met(Harm harm) {}

  @Override
  public Optional<String> save(int number, Discovery found) {
    saved.add(found);
    return Optional.of("fuzz-" + number + ".trace");
  }
}
