package simul.conformance.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Admission;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * The first client: shows that the target serves at all, and how fast, so that patience fits it.
 * Ready means that a client was let in, not that a port was open.
 */
final class Handshake {
  /**
   * No answer is missed before this, however fast the target is: it may be at a garbage collection.
   */
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(2);

  /** How much slower than its slowest answer so far a target may be. */
  private static final int SLACK = 20;

  private static final int MOST_FENCES = 30;

  /** Measuring ends after this, so that a slow target is measured with few answers. */
  private static final Duration MEASURING = Duration.ofMillis(500);

  private final Target target;
  private final Optional<Duration> patience;

  /**
   * A handshake to come.
   *
   * @param patience what the caller wants it to be, else it is measured
   */
  Handshake(Target target, Optional<Duration> patience) {
    this.target = target;
    this.patience = patience;
  }

  /** What the first client met: a patience to go on with, or the reason why not to. */
  record Result(Duration patience, Optional<Finding> finding) {}

  /**
   * Joins, and measures.
   *
   * @throws TargetUnreachable when nobody listens, or the target accepts but says nothing or closes
   */
  Result run() throws TargetUnreachable {
    try (Probes probes = new Probes(target.protocol(), target.address())) {
      Probe probe = new Admission(target, probes).join(Script.letter(0));
      return new Result(patience.orElseGet(() -> measure(probes, probe)), Optional.empty());
    } catch (Admission.NotAdmitted e) {
      Probe probe = e.probe();
      if (probe.fault().isEmpty() && !probe.isFlooded()) {
        throw new TargetUnreachable(
            Probes.describe(target.address()) + " accepted the connection, but " + e.getMessage());
      }
      return new Result(target.patience(), Optional.of(finding(probe)));
    }
  }

  private static Finding finding(Probe probe) {
    Observation actual =
        probe.fault().isPresent()
            ? new Observation.BrokenFrame(probe.name(), probe.fault().get())
            : new Observation.Flood(probe.name(), probe.receivedBytes());
    return new Finding(
        new Stimulus(List.of(), Evidence.PROVEN),
        new Expectation.WholePackets(),
        actual,
        probe.receivedFrom(probe.decodedBytes()),
        Optional.empty(),
        Optional.empty());
  }

  private Duration measure(Probes probes, Probe probe) {
    Protocol protocol = target.protocol();
    Board board = Board.of(protocol.spec().world());
    List<Long> nanos = new ArrayList<>();
    long started = System.nanoTime();
    while (nanos.size() < MOST_FENCES && System.nanoTime() - started < MEASURING.toNanos()) {
      Cell cell = probe.view().cell(probe.id().getAsInt()).orElseThrow();
      Optional<Direction> open = board.openDirections(cell).stream().findFirst();
      if (open.isEmpty()) {
        break;
      }
      long sent = System.nanoTime();
      probe.heard().clear();
      probes.send(probe, protocol.requestEncoder().move(open.get()));
      if (!probes.await(() -> !probe.heard().isEmpty() || probe.isDead(), LEAST_PATIENCE)) {
        break;
      }
      nanos.add(System.nanoTime() - sent);
    }
    long slowest = nanos.isEmpty() ? 0 : Collections.max(nanos);
    Duration fitting = Duration.ofNanos(SLACK * slowest);
    return fitting.compareTo(LEAST_PATIENCE) > 0 ? fitting : LEAST_PATIENCE;
  }
}
