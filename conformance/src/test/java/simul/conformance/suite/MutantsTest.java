package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.check.Check;
import simul.conformance.mutant.Mutant;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.Servers;
import simul.conformance.odd.SuiteRun;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.reference.ReferenceServer;

/** The tester's own test: every mistake is found, by the check of the rule that it breaks. */
class MutantsTest {
  /** Silence is the usual symptom; it is believed in soon. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  static Stream<Arguments> mutantsInBothLayouts() {
    return Stream.of("homework3", "homework3-wide")
        .flatMap(
            spec ->
                Mutants.all().stream()
                    .filter(mutant -> !checksOf(mutant).isEmpty())
                    .filter(mutant -> mutant.isPossibleIn(Servers.protocol(spec).spec()))
                    .map(mutant -> Arguments.of(spec, mutant)));
  }

  private static List<Check> checksOf(Mutant mutant) {
    return Checks.all().stream().filter(check -> check.ruleId().equals(mutant.ruleId())).toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mutantsInBothLayouts")
  void mutantIsKilledByTheRuleThatItBreaks(String spec, Mutant mutant) {
    Protocol protocol = Servers.protocol(spec);
    List<Check> own = checksOf(mutant);
    SuiteRun run;
    try (ReferenceServer server = Servers.of(protocol, mutant.infect())) {

      run = SuiteRun.of(protocol, server.address(), own, PATIENCE);
    }

    assertThat(run.rules(Verdict.FAIL)).containsExactly(mutant.ruleId());
    assertThat(run.scripts()).hasSize(own.size());
    assertThat(run.defects()).isEmpty();
  }
}
