package simul.ci.launch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;
import simul.spec.meaning.Protocol;

/**
 * Ready when a client is let in: an open port is not enough, for a connection may be accepted long
 * before somebody plays. The client leaves again, and waits a little for the target to close its
 * end, so that it does not take a slot from those who come next.
 *
 * @param protocol what the target is meant to speak
 */
public record LetsClientIn(Protocol protocol) implements Readiness {

  @Override
  public Optional<String> lacking(InetSocketAddress target, Duration patience) {
    long start = System.nanoTime();
    try (Probes probes = new Probes(protocol, target)) {
      Probe probe = probes.connect("a", 0, patience);
      probes.greet(probe);
      Duration left = patience.minusNanos(System.nanoTime() - start);
      probes.await(() -> probe.view().joined() || probe.isDead(), left);
      return probe.view().joined() ? Optional.empty() : Optional.of(describe(target, probe));
    } catch (TargetUnreachable e) {
      return Optional.of(e.getMessage());
    }
  }

  private static String describe(InetSocketAddress target, Probe probe) {
    String accepted = Probes.describe(target) + " accepted a connection, but ";
    if (probe.fault().isPresent()) {
      return accepted + "sent what is no packet: " + probe.fault().get().message();
    }
    String lacking = probe.id().isPresent() ? "where its piece is" : "its own ID";
    return probe.isClosed()
        ? accepted + "closed it before the client was told " + lacking
        : accepted + "did not tell the client " + lacking;
  }
}
