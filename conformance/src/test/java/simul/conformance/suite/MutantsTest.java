package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
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

/** The tester's own test: every mistake is found by the check of the rule that it breaks. */
@Tag("whole")
@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {
  /** Silence is the usual symptom; it is believed in soon. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** Some mistakes show only when two things meet in one moment. */
  private static final int MOST_RUNS = 8;

  /** Where it shows what a server keeps, nothing else may run in this program. */
  private static final List<String> MEASURED = List.of("BAD-013", "LIFE-003");

  /** Those that need no luck to meet, in the wide layout; the self-check runs all in the other. */
  static Stream<Arguments> mutants() {
    return Stream.of("homework3-wide")
        .flatMap(
            spec ->
                Mutants.all().stream()
                    .filter(mutant -> !mutant.subtle())
                    .filter(mutant -> !MEASURED.contains(mutant.ruleId()))
                    .filter(mutant -> mutant.isPossibleIn(Servers.protocol(spec).spec()))
                    .map(mutant -> Arguments.of(spec, mutant)));
  }

  private static List<Check> checksOf(Mutant mutant) {
    return Checks.all().stream().filter(check -> check.ruleId().equals(mutant.ruleId())).toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mutants")
  void mutantIsKilledByTheRuleThatItBreaks(String spec, Mutant mutant) {
    SuiteRun run = run(spec, mutant);
    for (int i = 1; i < MOST_RUNS && run.rules(Verdict.FAIL).isEmpty(); i++) {
      run = run(spec, mutant);
    }

    assertThat(run.rules(Verdict.FAIL)).isNotEmpty();
    assertThat(run.defects()).isEmpty();
    assertThat(run.threadsLeft()).isEmpty();
  }

  private static SuiteRun run(String spec, Mutant mutant) {
    Protocol protocol = Servers.protocol(spec);
    try (ReferenceServer server = Servers.of(protocol, mutant.infect())) {
      return SuiteRun.of(protocol, server.address(), checksOf(mutant), PATIENCE);
    }
  }
}
