package simul.conformance.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;

/**
 * Clients that connect at the same time, in the middle of a trial. Where there is room for all, one
 * that is refused tries again, for the target may not have noticed a departure yet.
 */
final class Arrivals {
  /** Between two attempts; shorter than in {@link Admission}, for a trial has begun. */
  static final Duration PAUSE = Duration.ofMillis(20);

  private final Target target;
  private final Probes probes;
  private final boolean narrow;
  private final Supplier<Set<Integer>> others;
  private final Map<Integer, Probe> arriving = new TreeMap<>();

  /**
   * Nobody yet.
   *
   * @param narrow whether their receive buffers are as small as can be
   * @param others the IDs of whoever plays already, at any time
   */
  Arrivals(Target target, Probes probes, boolean narrow, Supplier<Set<Integer>> others) {
    this.target = target;
    this.probes = probes;
    this.narrow = narrow;
    this.others = others;
  }

  /** The connection of each, by number. */
  Map<Integer, Probe> probes() {
    return arriving;
  }

  /** Those that are in the game, in the order of their numbers. */
  List<Integer> admitted() {
    return arriving.keySet().stream().filter(n -> arriving.get(n).view().joined()).toList();
  }

  /** Whether a client has been told that it is in the game, or so much that it must think so. */
  static boolean isAdmitted(Probe probe, Target target) {
    return switch (target.protocol().spec().roles().identity()) {
      case TOLD -> probe.id().isPresent();
      case CHOSEN, LAST -> probe.view().joined();
      case NEVER -> !probe.view().pieces().isEmpty();
    };
  }

  /**
   * Connects them all, and waits until all are let in, or it is certain that one is not.
   *
   * @param meanwhile what others do when all have connected
   */
  void joinAll(List<Integer> numbers, Runnable meanwhile) throws TargetUnreachable {
    connectInTurn(numbers);
    meanwhile.run();
    long start = System.nanoTime();
    long longest = target.patience().plus(Admission.DEPARTURE).toNanos();
    boolean waiting = true;
    while (waiting) {
      boolean decided = probes.await(this::allDecided, target.patience());
      List<Integer> refused = arriving.keySet().stream().filter(this::isRefused).toList();
      waiting = decided && !refused.isEmpty() && System.nanoTime() - start < longest;
      if (waiting) {
        probes.pause(PAUSE);
        connectInTurn(refused);
      }
    }
  }

  /**
   * Connects them all, and waits until so many are let in, or all others are refused, or patience
   * is over.
   *
   * @param room how many may be let in
   * @param undecided how long to wait for the others to be refused
   */
  void joinSome(List<Integer> numbers, int room, Duration undecided) throws TargetUnreachable {
    connectInTurn(numbers);
    boolean ignored =
        probes.await(
            () -> admitted().size() >= Math.max(1, room) || allDecided(),
            room > 0 ? target.patience() : Duration.ZERO);
    // Whoever is let in beyond that is met by the fences that follow.
    ignored = probes.await(this::allDecided, undecided);
  }

  /** Whether some are neither let in nor refused. */
  boolean anyUndecided() {
    return !allDecided();
  }

  /** At the same time, unless nothing would tell them which piece is whose. */
  private void connectInTurn(List<Integer> numbers) throws TargetUnreachable {
    if (!Identification.isNeeded(target)) {
      connect(numbers);
      return;
    }
    Identification identification = new Identification(target, probes, this::present);
    for (int number : numbers) {
      connect(List.of(number));
      identification.await(arriving.get(number));
    }
  }

  private void connect(List<Integer> numbers) throws TargetUnreachable {
    List<Probe> connected = new ArrayList<>();
    for (int number : numbers) {
      Probe probe = probes.connect(Script.letter(number), number, target.patience(), narrow);
      arriving.put(number, probe);
      connected.add(probe);
    }
    connected.forEach(probes::greet);
  }

  private Set<Integer> present() {
    Set<Integer> ids = new HashSet<>(others.get());
    arriving.values().forEach(probe -> probe.id().ifPresent(ids::add));
    return ids;
  }

  private boolean allDecided() {
    return arriving.values().stream().allMatch(Admission::isDecided);
  }

  private boolean isRefused(int number) {
    return Admission.isRefused(arriving.get(number));
  }
}
