package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.check.Suite;
import simul.conformance.odd.FastCut;
import simul.conformance.odd.Recorder;
import simul.conformance.odd.Servers;
import simul.conformance.odd.SuiteRun;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.reference.ReferenceServer;

/** The server that keeps every rule, and the same bytes for it at every run. */
class ReferenceServerTest {
  static final List<String> SPECS = List.of("homework3");

  /** Checks with little to look up in the kernel's tables, the random ones among them. */
  private static final List<Check> QUICK = only("FRAME-001", "FRAME-005", "FRAME-008", "FRAME-010");

  /** The only check that neither layout of the handout has a packet for. */
  private static final String GOODBYE = "LEAVE-013";

  private static List<String> whole;

  @BeforeAll
  static void runAll() {
    whole = streams(QUICK, 42);
  }

  private static List<Check> only(String... patterns) {
    return new Selection(List.of(patterns), List.of()).of(Checks.all());
  }

  @ParameterizedTest
  @FieldSource("SPECS")
  void passesEveryFastCheckWithProof(String spec) {
    Protocol protocol = Servers.protocol(spec);
    SuiteRun run;
    List<String> unproven;
    try (ReferenceServer server = Servers.right(protocol)) {

      run = SuiteRun.of(protocol, server.address(), FastCut.CHECKS);
      unproven = unproven(run);
      // A proof that a busy machine is late with is given up: that may happen, but not each time.
      for (int i = 0; i < 3 && !unproven.isEmpty(); i++) {
        List<Check> again = only(unproven.toArray(String[]::new));
        unproven = unproven(SuiteRun.of(protocol, server.address(), again));
      }
    }

    assertThat(run.rules(Verdict.PASS))
        .hasSizeGreaterThanOrEqualTo(60)
        .containsExactlyElementsOf(
            FastCut.CHECKS.stream().map(Check::ruleId).filter(id -> !GOODBYE.equals(id)).toList());
    assertThat(run.result().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
    assertThat(run.threadsLeft()).isEmpty();
    Assumptions.assumeTrue(
        Files.isReadable(Path.of("/proc/net/tcp")),
        "no /proc/net/tcp: how a segment is read cannot be proven here");
    assertThat(unproven).isEmpty();
  }

  private static List<String> unproven(SuiteRun run) {
    return run.heard().stream()
        .filter(check -> check.verdict() == Verdict.PASS)
        .filter(check -> check.evidence() != Evidence.PROVEN)
        .map(check -> check.rule().id())
        .toList();
  }

  @Test
  void sameSeedMeetsSameBytes() {
    List<String> again = streams(QUICK, 42);

    assertThat(again).hasSizeGreaterThan(20).isEqualTo(whole);
  }

  @Test
  void suitesSideBySideMeetTheSameBytes() {
    List<CompletableFuture<List<String>>> runs =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> streams(QUICK, 42)))
            .limit(3)
            .toList();

    assertThat(runs.stream().map(CompletableFuture::join)).hasSize(3).allMatch(whole::equals);
  }

  @Test
  void otherSeedMeetsOtherBytes() {
    List<String> other = streams(only("FRAME-005"), 43);

    assertThat(other).hasSize(2);
    assertThat(whole).doesNotContain(other.get(0));
  }

  @Test
  void onlySomeChecksMeetTheBytesOfTheWholeRun() {
    List<String> coalesced = streams(only("FRAME-005"), 42);

    assertThat(coalesced).hasSize(2);
    assertThat(Collections.indexOfSubList(whole, coalesced)).isPositive();
  }

  /**
   * What came on each connection but the first, which measures as many answers as there is time.
   */
  private static List<String> streams(List<Check> checks, long seed) {
    try (Recorder recorder = Recorder.start(Servers.HOMEWORK3)) {
      SuiteRun run =
          SuiteRun.of(
              new Suite.Plan(
                  Servers.HOMEWORK3,
                  recorder.server().address(),
                  checks,
                  seed,
                  Optional.of(Duration.ofSeconds(5))));
      assertThat(run.rules(Verdict.PASS)).hasSameSizeAs(checks);
      return recorder.streams().subList(1, recorder.streams().size());
    }
  }
}
