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
import simul.conformance.script.Gathering;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Stimulus;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.model.Roles;
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
  private final List<Direction> moves = new ArrayList<>();

  /**
   * A handshake to come.
   *
   * @param patience what the caller wants it to be, else it is measured
   */
  Handshake(Target target, Optional<Duration> patience) {
    this.target = target;
    this.patience = patience;
  }

  /**
   * What the first client met.
   *
   * @param patience to go on with
   * @param finding a rule that the target broke already
   * @param admitted whether it was let in, so that others can be
   */
  record Result(Duration patience, Optional<Outcome.Prevented> finding, boolean admitted) {}

  /**
   * Joins, and measures.
   *
   * @throws TargetUnreachable when nobody listens, or the target accepts but says nothing or closes
   */
  Result run() throws TargetUnreachable {
    try (Probes probes = target.probes()) {
      Probe probe = new Admission(target, probes).join(Script.letter(0));
      Duration measured = measure(probes, probe);
      Optional<Outcome.Prevented> finding =
          probe.isDead() ? Optional.of(Gathering.dead(probe, sent())) : Optional.empty();
      return new Result(patience.orElse(measured), finding, true);
    } catch (Admission.NotAdmitted e) {
      if (Gathering.isMisled(e.probe())) {
        return new Result(target.patience(), Optional.of(Gathering.misled(e.probe())), false);
      }
      throw new TargetUnreachable(
          Probes.describe(target.address()) + " accepted the connection, but " + e.getMessage());
    }
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
      moves.add(open.get());
      probes.await(() -> !probe.heard().isEmpty() || probe.isDead(), LEAST_PATIENCE);
      if (probe.heard().isEmpty()) {
        // No answer is for the checks to judge.
        break;
      }
      nanos.add(System.nanoTime() - sent);
    }
    long slowest = nanos.isEmpty() ? 0 : Collections.max(nanos);
    Duration fitting = Duration.ofNanos(SLACK * slowest);
    return fitting.compareTo(LEAST_PATIENCE) > 0 ? fitting : LEAST_PATIENCE;
  }

  private Stimulus sent() {
    Roles roles = target.protocol().spec().roles();
    List<String> packets =
        moves.stream()
            .map(direction -> roles.moves().get(direction).packet() + " " + direction.word())
            .toList();
    List<Integer> segments =
        moves.stream()
            .map(direction -> target.protocol().requestEncoder().move(direction).length)
            .toList();
    return new Stimulus(
        List.of(new Stimulus.Sent(Script.letter(0), packets, segments, false, false)),
        Evidence.PROVEN);
  }
}
