package simul.bots.live;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import simul.bots.measure.Errors;
import simul.bots.measure.Percentiles;
import simul.bots.measure.Progress;
import simul.bots.measure.Second;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Violation;
import simul.bots.swarm.Dots;
import simul.bots.swarm.Load;
import simul.bots.swarm.Snapshot;
import simul.bots.swarm.SwarmPlan;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** Moments of swarms that never were. */
final class Snapshots {
  private static final Percentiles RESPONSE = new Percentiles(90, 0.5, 1, 2, 3, 4);

  private Snapshots() {}

  static Protocol protocol(String spec) {
    try {
      return Protocol.of(SpecLoader.load(spec));
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }

  static SwarmPlan plan(String spec) {
    return new SwarmPlan(
        protocol(spec),
        new InetSocketAddress("127.0.0.1", 9000),
        Load.of(11, 10, Duration.ofSeconds(10)),
        7,
        SwarmPlan.DEFAULT_PATIENCE);
  }

  static Snapshot of(double rate, Dots dots) {
    return new Snapshot(
        Snapshot.Stage.PLAYING,
        new Progress(Duration.ofMillis(1500), 9, 150, 149, 0.9999, RESPONSE, 2),
        11,
        rate,
        1,
        new SwarmResult.Sights(1500, 1499),
        new Errors(0, 1, 2, 3, 4),
        List.of(new Violation(12, 3, "MOVE-002", "told \"twice\" <b>", new byte[] {5, 1})),
        List.of(
            new Second(0, Second.Part.PLAY, 9, 100, 90, RESPONSE, 2),
            new Second(1, Second.Part.PLAY, 9, 10, 0, new Percentiles(0, 0, 0, 0, 0, 0), 0)),
        dots);
  }
}
