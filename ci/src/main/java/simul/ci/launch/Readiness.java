package simul.ci.launch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** Decides whether a target serves. */
@FunctionalInterface
public interface Readiness {

  /**
   * What is still lacking, in one clause; empty when it serves.
   *
   * @param patience how long it may take to find out
   */
  Optional<String> lacking(InetSocketAddress target, Duration patience);
}
