package simul.ci.report;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.ci.launch.LaunchRecord;
import simul.conformance.fuzz.Discovery;
import simul.conformance.fuzz.FuzzResult;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/**
 * All that there is to report of a run of the fuzzer.
 *
 * @param result what is known
 * @param finished whether the run has come to its end, so that this is all there will be
 * @param version of this program
 * @param begun when the run began
 * @param launch what became of the target, when this program has started it
 */
public record FuzzReport(
    FuzzResult result,
    boolean finished,
    Protocol protocol,
    InetSocketAddress target,
    String version,
    OffsetDateTime begun,
    Optional<LaunchRecord> launch) {
  /** What a target has kept that has stood everything. */
  private static final String ALL = "MODEL-002";

  /** How the run ended; as long as it has not, only a failure is certain. */
  public Verdict verdict() {
    Verdict verdict = result.verdict();
    return finished || verdict == Verdict.FAIL ? verdict : Verdict.INCONCLUSIVE;
  }

  /** The same as a run of checks, each of which has found one thing; of one check else. */
  public ConformReport asChecks() {
    List<CheckResult> checks = result.discoveries().stream().map(FuzzReport::check).toList();
    SuiteResult suite =
        new SuiteResult(
            result.spec(),
            result.target(),
            result.seed(),
            result.patience(),
            result.duration(),
            checks.isEmpty() ? List.of(nothingFound()) : checks);
    return new ConformReport(suite, finished, protocol, target, version, begun, Map.of(), launch);
  }

  private static CheckResult check(Discovery found) {
    Rule rule = RuleCatalogue.get(found.ruleId());
    Duration after = found.after();
    CheckResult check =
        found.confirmed()
            ? CheckResult.fail(rule, after, found.finding())
            : CheckResult.undecided(
                rule, Verdict.INCONCLUSIVE, after, "it was seen once, and not again");
    return found.transcript().map(check::withTranscript).orElse(check);
  }

  private CheckResult nothingFound() {
    Rule rule = RuleCatalogue.get(ALL);
    return verdict() == Verdict.PASS
        ? CheckResult.pass(rule, result.duration(), Evidence.ASSUMED)
        : CheckResult.undecided(rule, Verdict.INCONCLUSIVE, result.duration(), undecided());
  }

  private String undecided() {
    return result.reason().isEmpty() ? "the run has not come to its end" : result.reason();
  }
}
