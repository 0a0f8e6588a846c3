package simul.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.check.TargetHost;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.OddServers;
import simul.conformance.odd.Servers;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.conformance.verdict.Verdict;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

/** Runs against live servers: faulty ones are found out, right ones are not. */
@Execution(ExecutionMode.CONCURRENT)
class FuzzerTest {
  /** No mistake of these takes so long, on however busy a machine. */
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static UnaryOperator<Parts> mutant(String name) {
    return Mutants.find(name).orElseThrow().infect();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drops-second-coalesced-frame",
        "takes-lone-byte-for-packet",
        "shares-buffer-among-connections",
        "merges-equal-moves",
        "acts-on-half-packet",
        "repeats-packet-that-was-cut",
        "disconnects-neighbour-of-bad-client"
      })
  void findsSmallStreamThatMistakeShowsIn(String name) {
    FuzzRun run = FuzzRun.untilFirst(Servers.HOMEWORK3, mutant(name), 1, LONG);

    assertThat(run.result().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(run.result().end()).isEqualTo(FuzzResult.End.FOUND);
    Discovery found = run.result().discoveries().get(0);
    assertThat(found.confirmed()).isTrue();
    assertThat(found.packets()).isLessThanOrEqualTo(3);
    assertThat(found.finding().replay()).isPresent();
    assertThat(outcome(mutant(name), found.script())).isInstanceOf(Outcome.Broke.class);
    assertThat(outcome(UnaryOperator.identity(), found.script())).isInstanceOf(Outcome.Held.class);
  }

  private static Outcome outcome(UnaryOperator<Parts> change, Script script) {
    try (ReferenceServer server = Servers.of(Servers.HOMEWORK3, change)) {
      return Trial.run(new Target(Servers.HOMEWORK3, server.address(), PATIENCE), script);
    }
  }

  @Test
  void referenceServerStandsEverything() {
    FuzzRun run = FuzzRun.of(Servers.HOMEWORK3, UnaryOperator.identity(), 2, LONG, 60);

    assertStands(run, 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"skips-bad-frames", "has-tiny-receive-buffer"})
  void oddServerStandsEverything(String name) {
    UnaryOperator<Parts> odd = OddServers.find(name).orElseThrow().alter();

    assertStands(FuzzRun.of(Servers.HOMEWORK3, odd, 3, LONG, 40), 40);
  }

  private static void assertStands(FuzzRun run, int tries) {
    assertThat(run.result().discoveries()).isEmpty();
    assertThat(run.result().verdict()).isEqualTo(Verdict.PASS);
    assertThat(run.result().end()).isEqualTo(FuzzResult.End.TRIES);
    assertThat(run.result().tries()).isEqualTo(tries);
    assertThat(run.held()).hasSize(tries);
  }

  @Test
  void findingsAreToldOnceAndTheWorstFirst() {
    FuzzRun run =
        FuzzRun.of(
            Servers.HOMEWORK3, mutant("drops-tail-of-receive"), 4, Duration.ofSeconds(2), 20);

    List<Discovery> found = run.result().discoveries();
    assertThat(found).isNotEmpty().isSortedAccordingTo(Discovery.WORST_FIRST);
    assertThat(found).hasSameSizeAs(run.saved());
    assertThat(found.stream().map(d -> Symptom.of(d.finding(), d.script(), d.mutation())).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void runEndsWhenTimeIsOver() {
    FuzzRun run =
        FuzzRun.of(
            Servers.HOMEWORK3, UnaryOperator.identity(), 5, Duration.ofMillis(300), Long.MAX_VALUE);

    assertThat(run.result().end()).isEqualTo(FuzzResult.End.TIME);
    assertThat(run.result().duration()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
  }

  @Test
  void stopEndsRun() throws Exception {
    try (ReferenceServer server = Servers.right(Servers.HOMEWORK3)) {
      Fuzzer[] fuzzer = new Fuzzer[1];
      FuzzRun stopping = new FuzzRun();
      fuzzer[0] =
          new Fuzzer(
              plan(server.address(), List.of()),
              TargetHost.elsewhere(server.address()),
              new Stopping(stopping, () -> fuzzer[0].stop()));

      FuzzResult result = fuzzer[0].run();

      assertThat(result.end()).isEqualTo(FuzzResult.End.INTERRUPTED);
      assertThat(result.tries()).isBetween(1L, 2L);
      assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  /** Has a run stopped once something was tried. */
  private record Stopping(Fuzzer.Listener listener, Runnable stop) implements Fuzzer.Listener {
    @Override
    public void started(Duration patience) {
      listener.started(patience);
    }

    @Override
    public void tried(Sample sample, boolean held, FuzzResult soFar) {
      stop.run();
    }

    @Override
    public void met(Harm harm) {
      listener.met(harm);
    }

    @Override
    public Optional<String> save(int number, Discovery found) {
      return listener.save(number, found);
    }
  }

  private static Fuzzer.Plan plan(InetSocketAddress target, List<Sample> corpus) {
    return new Fuzzer.Plan(
        Servers.HOMEWORK3,
        target,
        6,
        Optional.of(PATIENCE),
        LONG,
        Math.max(corpus.size(), 1000),
        false,
        Duration.ofSeconds(1),
        corpus);
  }

  @Test
  void corpusIsTriedBeforeAnythingElse() {
    Sample first =
        new Sample(new Script(2, List.of()), java.util.Set.of(), "FRAME-001", Mutation.NONE);
    try (ReferenceServer server = Servers.right(Servers.HOMEWORK3)) {
      Fuzzer.Plan plan =
          new Fuzzer.Plan(
              Servers.HOMEWORK3,
              server.address(),
              6,
              Optional.of(PATIENCE),
              LONG,
              3,
              false,
              Duration.ofSeconds(1),
              List.of(first, first));

      FuzzRun run = FuzzRun.of(plan);

      assertThat(run.held().subList(0, 2)).containsExactly(first, first);
      assertThat(run.held())
          .hasSize(3)
          .doesNotContain(first, org.assertj.core.api.Assertions.atIndex(2));
    }
  }

  @Test
  void serverThatNeverAnswersIsNoTarget() throws Exception {
    try (ServerSocket mute = new ServerSocket()) {
      mute.bind(Servers.anyPort());
      InetSocketAddress address = (InetSocketAddress) mute.getLocalSocketAddress();
      Fuzzer fuzzer =
          new Fuzzer(plan(address, List.of()), TargetHost.elsewhere(address), new FuzzRun());

      assertThatThrownBy(fuzzer::run).isInstanceOf(TargetUnreachable.class);
      assertThat(fuzzer.resultSoFar().tries()).isZero();
    }
  }

  @Test
  void serverThatVanishesIsFound() {
    FuzzRun run =
        FuzzRun.of(Servers.HOMEWORK3, mutant("crashes-on-unknown-type"), 7, LONG, Long.MAX_VALUE);

    assertThat(run.result().end()).isEqualTo(FuzzResult.End.TARGET_GONE);
    assertThat(run.result().verdict()).isEqualTo(Verdict.FAIL);
  }
}
