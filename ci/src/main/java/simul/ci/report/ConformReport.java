package simul.ci.report;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import simul.ci.launch.LaunchRecord;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;

/**
 * All that there is to report of a run of checks; every writer takes what it shows from here.
 *
 * @param result what is known
 * @param finished whether the run has come to its end, so that this is all there will be
 * @param version of this program
 * @param begun when the run began
 * @param defects of this program, by the ID of the rule whose check met them
 * @param launch what became of the target, when this program has started it
 */
public record ConformReport(
    SuiteResult result,
    boolean finished,
    Protocol protocol,
    InetSocketAddress target,
    String version,
    OffsetDateTime begun,
    Map<String, RuntimeException> defects,
    Optional<LaunchRecord> launch) {
  public ConformReport {
    defects = Map.copyOf(defects);
  }

  /** The report of a run against a target that others have started. */
  public ConformReport(
      SuiteResult result,
      boolean finished,
      Protocol protocol,
      InetSocketAddress target,
      String version,
      OffsetDateTime begun,
      Map<String, RuntimeException> defects) {
    this(result, finished, protocol, target, version, begun, defects, Optional.empty());
  }

  /** How the run ended; as long as it has not, only a failure is certain. */
  public Verdict verdict() {
    Verdict verdict = result.verdict();
    return finished || verdict == Verdict.FAIL ? verdict : Verdict.INCONCLUSIVE;
  }

  /** The command that runs a saved failure again. */
  public String replayCommand(String file) {
    return replayCommand(file, target);
  }

  static String replayCommand(String file, InetSocketAddress target) {
    InetAddress address = target.getAddress();
    String host = address.isLoopbackAddress() ? "" : " --host " + address.getHostAddress();
    return "bin/simul replay " + file + host + " --port " + target.getPort();
  }
}
