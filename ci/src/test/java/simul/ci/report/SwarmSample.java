package simul.ci.report;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import simul.bots.behavior.Mix;
import simul.bots.measure.Change;
import simul.bots.measure.Curve;
import simul.bots.measure.Curves;
import simul.bots.measure.Errors;
import simul.bots.measure.GeneratorHealth;
import simul.bots.measure.Judgement;
import simul.bots.measure.Percentiles;
import simul.bots.measure.Second;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.measure.Times;
import simul.bots.measure.Violation;
import simul.bots.swarm.Load;
import simul.bots.swarm.SwarmPlan;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** Swarms that never were, for pages about them. */
final class SwarmSample {
  static final Percentiles RESPONSE = new Percentiles(998, 0.1, 0.25, 1.5, 10.125, 123.456);
  private static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0, 0);

  private SwarmSample() {}

  private static Protocol protocol() {
    try {
      return Protocol.of(SpecLoader.load("homework3"));
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SwarmPlan plan() {
    return new SwarmPlan(
        protocol(),
        new InetSocketAddress("127.0.0.1", 9000),
        Load.of(11, 10, Duration.ofSeconds(10)).withMix(Mix.parse("wander=10,churn=1")),
        123,
        SwarmPlan.DEFAULT_PATIENCE);
  }

  /** So many seconds, of which the third has no answer. */
  static List<Second> seconds(int count) {
    List<Second> seconds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Second.Part part = i < 2 ? Second.Part.WARMUP : Second.Part.PLAY;
      Percentiles response = i == 2 ? NONE : new Percentiles(90, 0.1 + i, 1 + i, 2.5 + i, 3, 4 + i);
      seconds.add(new Second(i, part, 10, 100, i == 2 ? 0 : 90, response, i == 3 ? 2 : 0));
    }
    return seconds;
  }

  private static Curve curve() {
    return new Curve(
        List.of(
            new Curve.Point(0, 0.05),
            new Curve.Point(50, 0.1),
            new Curve.Point(99, 1.5),
            new Curve.Point(100, 123.456)));
  }

  /** A result of which the violations and seconds are these. */
  static SwarmResult result(List<Violation> violations, List<Second> seconds) {
    return new SwarmResult(
        "epoll",
        123,
        Duration.ofMillis(10_212),
        Duration.ofSeconds(2),
        Duration.ofSeconds(Math.max(1, seconds.size() - 2)),
        new SwarmResult.Clients(11, 10, 1, 0, 10),
        new SwarmResult.Absences(3, 2),
        new SwarmResult.Moves(1000, 999, 998, 200),
        new SwarmResult.Sights(9990, 9989),
        new Times(new Percentiles(10, 0.5, 0.75, 1, 1, 1), RESPONSE, RESPONSE, NONE),
        violations.size(),
        violations,
        new Errors(0, 1, 0, 0, 0),
        new GeneratorHealth(12.54, 11.1, 1),
        seconds,
        List.of(
            new Change(Duration.ofMillis(1234), Change.What.CLIENTS, 5, 11),
            new Change(Duration.ofMillis(9999), Change.What.STOP, 0, 0)),
        new Curves(curve(), curve(), Curve.EMPTY));
  }

  /** A report on that. */
  static SwarmReport report(SwarmResult result, String... thresholds) {
    return new SwarmReport(
        plan(),
        Judgement.of(result, java.util.stream.Stream.of(thresholds).map(Threshold::parse).toList()),
        Instant.parse("2026-01-02T03:04:05.678Z"),
        "1.0",
        "bin/swarm --port 9000 --fail-if 'reach < 1' --seed 123");
  }

  /** A swarm in which one thing was wrong. */
  static SwarmReport failed() {
    Violation violation =
        new Violation(12, 3, "MOVE-002", "was told a thing twice", new byte[] {5, 1, 3, 7, 7});
    return report(result(List.of(violation), seconds(12)), "response.p99 > 50ms", "reach < 1");
  }
}
