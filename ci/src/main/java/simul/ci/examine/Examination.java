package simul.ci.examine;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simul.ci.grade.Findings;
import simul.ci.launch.LaunchRecord;
import simul.conformance.verdict.SuiteResult;

/**
 * What a submission did.
 *
 * @param served why it could not be run, in one clause; empty when it served
 * @param address where it listened, if it did
 * @param checks each check that was run, with what counts of it
 * @param result the checks with their findings, if any were run
 * @param launch what became of the server while they were
 * @param load what came of the bots
 * @param streams what came of random streams
 * @param duration of all of it
 */
public record Examination(
    Optional<String> served,
    Optional<InetSocketAddress> address,
    List<Findings.Checked> checks,
    Optional<SuiteResult> result,
    Optional<LaunchRecord> launch,
    Optional<Findings.Outcome> load,
    Optional<Findings.Outcome> streams,
    Duration duration) {
  public Examination {
    checks = List.copyOf(checks);
  }
}
