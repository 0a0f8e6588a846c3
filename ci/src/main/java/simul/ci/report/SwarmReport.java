package simul.ci.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import simul.bots.measure.Judgement;
import simul.bots.measure.SwarmResult;
import simul.bots.swarm.SwarmPlan;

/**
 * Everything that a report of a {@code swarm} tells of.
 *
 * @param again the command that does the same once more
 */
public record SwarmReport(
    SwarmPlan plan, Judgement judgement, Instant begun, String version, String again) {

  SwarmResult result() {
    return judgement.result();
  }

  OffsetDateTime begunAt() {
    return begun.atZone(ZoneId.systemDefault()).toOffsetDateTime();
  }
}
