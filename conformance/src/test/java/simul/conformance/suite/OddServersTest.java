package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.odd.OddServers;
import simul.conformance.odd.Servers;
import simul.conformance.odd.SuiteRun;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.reference.ReferenceServer;

/**
 * Servers that look strange and keep every rule: none may fail. Left out are the property, for
 * jqwik has one session at a time, and two checks that are others of these again with more cuts.
 */
@Execution(ExecutionMode.CONCURRENT)
class OddServersTest {
  private static final Protocol PROTOCOL = Servers.HOMEWORK3;

  private static final List<Check> CHECKS =
      new Selection(List.of(), List.of("FRAME-002", "FRAME-004", "FRAME-010")).of(Checks.all());

  private static void passes(ReferenceServer odd) {
    SuiteRun run;
    try (odd) {

      run = SuiteRun.of(PROTOCOL, odd.address(), CHECKS);
    }

    assertThat(run.rules(Verdict.PASS))
        .containsExactlyElementsOf(CHECKS.stream().map(Check::ruleId).toList());
    assertThat(run.result().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void singleByteWritesPass() {
    passes(OddServers.writingSingleBytes(PROTOCOL));
  }

  @Test
  void outputInBatchesPasses() {
    passes(OddServers.batchingOutput(PROTOCOL));
  }

  @Test
  void startCellsAnywherePass() {
    passes(OddServers.startingAnywhere(PROTOCOL, new SplittableRandom(4)));
  }

  @Test
  void idsInAnyOrderPass() {
    passes(OddServers.givingAnyId(PROTOCOL, new SplittableRandom(4)));
  }

  @Test
  void silenceAtTheEdgePasses() {
    passes(OddServers.silentAtTheEdge());
  }
}
