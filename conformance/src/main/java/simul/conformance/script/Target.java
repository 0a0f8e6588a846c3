package simul.conformance.script;

import java.net.InetSocketAddress;
import java.time.Duration;
import simul.spec.meaning.Protocol;

/**
 * The server under test, and how long its answers may take.
 *
 * @param patience a ceiling: what is there is never waited for, what is absent is waited for once
 */
public record Target(Protocol protocol, InetSocketAddress address, Duration patience) {

  /** The same at another address. */
  public Target withAddress(InetSocketAddress other) {
    return new Target(protocol, other, patience);
  }

  /** The same with another patience. */
  public Target withPatience(Duration other) {
    return new Target(protocol, address, other);
  }
}
