package simul.conformance.script;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;

/**
 * Gets clients into the game. A server learns of departures when it gets to them, so a refusal is
 * no answer until patience is over: another attempt follows.
 */
public final class Admission {
  /** Between two attempts: a server that is full needs to get to its other sockets meanwhile. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** How long a server may take to notice that somebody has left (handout, section 3). */
  static final Duration DEPARTURE = Duration.ofSeconds(2);

  /** How long a server may take from a newcomer's own news to that of others. */
  static final Duration INTRODUCTIONS = Duration.ofMillis(5);

  private final Target target;
  private final Probes probes;
  private final Identification identification;

  /** Of clients that play among nobody else. */
  public Admission(Target target, Probes probes) {
    this(target, probes, Set::of);
  }

  /**
   * Of clients that play among others.
   *
   * @param others the IDs of whoever plays, at any time
   */
  Admission(Target target, Probes probes, Supplier<Set<Integer>> others) {
    this.target = target;
    this.probes = probes;
    this.identification = new Identification(target, probes, others);
  }

  /** Nobody was let in. */
  public static final class NotAdmitted extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Probe probe;

    NotAdmitted(Probe probe, String message) {
      super(message);
      this.probe = probe;
    }

    /** The last connection that was tried. */
    public Probe probe() {
      return probe;
    }
  }

  /**
   * Connects until a client is told its ID and its cell.
   *
   * @param number the client's, from 0; another than everybody's who is connected
   * @throws TargetUnreachable when the target does not even accept the connection
   * @throws NotAdmitted when it does, but lets nobody in: it is silent until patience is over, or
   *     refuses for longer than a departure may go unnoticed
   */
  public Probe join(int number) throws TargetUnreachable, NotAdmitted {
    long start = System.nanoTime();
    long longest = target.patience().plus(DEPARTURE).toNanos();
    while (true) {
      Probe probe = probes.connect(Script.letter(number), number, target.patience());
      probes.greet(probe);
      identification.await(probe);
      if (probe.view().joined()) {
        return probe;
      }
      if (!isRefused(probe) || System.nanoTime() - start > longest) {
        throw new NotAdmitted(probe, describe(probe));
      }
      probes.pause(PAUSE);
    }
  }

  /**
   * The same for the first client of a trial. It may meet a server that is still full of whoever
   * played before, and that leaves it unanswered for good: silence is asked about once more.
   */
  public Probe joinFirst(int number) throws TargetUnreachable, NotAdmitted {
    try {
      return join(number);
    } catch (NotAdmitted e) {
      if (!isUnanswered(e.probe())) {
        throw e;
      }
      return join(number);
    }
  }

  /** Whether a client has been told nothing at all, and has not been turned away either. */
  static boolean isUnanswered(Probe probe) {
    return probe.receivedBytes() == 0 && !probe.isClosed();
  }

  /**
   * Waits until whoever played before has been told to have left, for so long as that may take: a
   * slot or an ID that comes free later would be taken for something else. Others may go on
   * playing, and are then left alone.
   *
   * @param only the one client that has joined
   */
  public void awaitDepartures(Probe only) {
    // Who else is there is told after the client itself.
    probes.pause(INTRODUCTIONS);
    boolean asks = target.protocol().spec().roles().poke().isPresent();
    long start = System.nanoTime();
    boolean alone = probes.await(() -> isAlone(only), PAUSE);
    while (!alone && System.nanoTime() - start < DEPARTURE.toNanos()) {
      if (asks) {
        probes.poke(only);
      }
      alone = probes.await(() -> isAlone(only), PAUSE);
    }
  }

  /** Whether a client knows whether it is in the game. */
  static boolean isDecided(Probe probe) {
    return probe.view().joined() || probe.view().isRefused() || probe.isDead();
  }

  /** Whether it is not, by the protocol. */
  static boolean isRefused(Probe probe) {
    return !probe.view().joined()
        && (probe.isClosed() || probe.view().isRefused())
        && probe.fault().isEmpty();
  }

  private static boolean isAlone(Probe probe) {
    return probe.view().pieces().size() <= 1 || probe.isDead();
  }

  private String describe(Probe probe) {
    if (probe.fault().isPresent()) {
      return "sent what is no packet: " + probe.fault().get().message();
    }
    if (probe.isFlooded()) {
      return "flooded the client with " + probe.receivedBytes() + " bytes";
    }
    int pieces = probe.view().pieces().size();
    if (Identification.isNeeded(target) && pieces > 0) {
      return "showed the client " + pieces + " pieces, of which not one alone can be its own";
    }
    String lacking = probe.id().isPresent() ? "where its piece is" : "its own ID";
    return probe.isClosed()
        ? "closed it before the client was told " + lacking
        : "did not tell the client "
            + lacking
            + " within "
            + target.patience().toMillis()
            + " ms ("
            + (probe.receivedBytes() == 1 ? "1 byte" : probe.receivedBytes() + " bytes")
            + " came)";
  }
}
