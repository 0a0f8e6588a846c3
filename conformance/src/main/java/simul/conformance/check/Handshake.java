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
import simul.spec.model.WorldRules;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * The first client: shows that the target serves at all, and how fast, so that patience fits it.
 * Ready means that a client was let in, not that a port was open.
 */
public final class Handshake {
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
  public Handshake(Target target, Optional<Duration> patience) {
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
  public record Result(Duration patience, Optional<Outcome.Prevented> finding, boolean admitted) {}

  /**
   * Joins, and measures.
   *
   * @throws TargetUnreachable when nobody listens, or the target accepts but says nothing or closes
   */
  public Result run() throws TargetUnreachable {
    try (Probes probes = target.probes()) {
      return join(probes);
    }
  }

  private Result join(Probes probes) throws TargetUnreachable {
    Probe probe;
    try {
      probe = new Admission(target, probes).join(0);
    } catch (Admission.NotAdmitted e) {
      return notAdmitted(e);
    }
    Duration measured = measure(probes, probe);
    Optional<Outcome.Prevented> finding =
        probe.isDead() ? Optional.of(Gathering.dead(probe, sent())) : Optional.empty();
    return new Result(patience.orElse(measured), finding, true);
  }

  /** Whoever has sent whole packets of the protocol is there, and has broken a rule. */
  private Result notAdmitted(Admission.NotAdmitted refusal) throws TargetUnreachable {
    Probe probe = refusal.probe();
    boolean misled = Gathering.isMisled(probe);
    if (!misled && probe.decodedBytes() == 0) {
      throw new TargetUnreachable(
          Probes.describe(target.address())
              + " accepted the connection, but "
              + refusal.getMessage());
    }
    Outcome.Prevented finding = misled ? Gathering.misled(probe) : Gathering.refused(probe, target);
    return new Result(target.patience(), Optional.of(finding), false);
  }

  private Duration measure(Probes probes, Probe probe) {
    Protocol protocol = target.protocol();
    Board board = Board.of(protocol.spec().world());
    List<Long> nanos = new ArrayList<>();
    long started = System.nanoTime();
    boolean answered = protocol.spec().world().telling().audience() != WorldRules.Audience.OTHERS;
    while (answered
        && nanos.size() < MOST_FENCES
        && System.nanoTime() - started < MEASURING.toNanos()) {
      // A target may take back that the client is in the game, or put its piece off the board.
      Optional<Cell> cell = probe.view().cell(probe.id().getAsInt());
      Optional<Direction> open =
          cell.flatMap(from -> board.openDirections(from).stream().findFirst());
      if (open.isEmpty()) {
        break;
      }
      long sent = System.nanoTime();
      probe.heard().clear();
      Cell to = board.step(cell.get(), open.get());
      probes.send(probe, protocol.requestEncoder().move(open.get(), probe.asker(), to));
      moves.add(open.get());
      probes.await(() -> hasPosition(probe) || probe.isDead(), target.patience());
      if (!hasPosition(probe)) {
        // No answer is for the checks to judge.
        break;
      }
      nanos.add(System.nanoTime() - sent);
    }
    long slowest = nanos.isEmpty() ? 0 : Collections.max(nanos);
    Duration fitting = Duration.ofNanos(SLACK * slowest);
    return fitting.compareTo(LEAST_PATIENCE) > 0 ? fitting : LEAST_PATIENCE;
  }

  private static boolean hasPosition(Probe probe) {
    return probe.heard().stream().anyMatch(heard -> heard.told().isPosition());
  }

  private Stimulus sent() {
    List<String> packets = moves.stream().map(target.protocol()::moveName).toList();
    List<Integer> segments =
        moves.stream()
            .map(direction -> target.protocol().requestEncoder().moveBytes(direction))
            .toList();
    return new Stimulus(
        List.of(new Stimulus.Sent(Script.letter(0), packets, segments, false, false)),
        Evidence.PROVEN);
  }
}
