package simul.conformance.script;

import java.net.InetSocketAddress;
import java.time.Duration;
import simul.conformance.probe.Probes;
import simul.conformance.probe.Recorder;
import simul.spec.meaning.Protocol;

/**
 * The server under test, and how it is tested.
 *
 * @param patience a ceiling: what is there is never waited for, what is absent is waited for once
 * @param recorder hears of all that its probes do
 * @param effort how much its checks do
 * @param alone whether no other servers run in this program, if it does itself
 */
public record Target(
    Protocol protocol,
    InetSocketAddress address,
    Duration patience,
    Recorder recorder,
    Effort effort,
    boolean alone) {

  /** A target whose probes nobody listens to. */
  public Target(Protocol protocol, InetSocketAddress address, Duration patience) {
    this(protocol, address, patience, Recorder.NONE, Effort.NORMAL, false);
  }

  /** The same at another address. */
  public Target withAddress(InetSocketAddress other) {
    return new Target(protocol, other, patience, recorder, effort, alone);
  }

  /** The same with another patience. */
  public Target withPatience(Duration other) {
    return new Target(protocol, address, other, recorder, effort, alone);
  }

  /** The same with another effort. */
  public Target withEffort(Effort other) {
    return new Target(protocol, address, patience, recorder, other, alone);
  }

  /** The same, known to be alone in this program, or not. */
  public Target alone(boolean other) {
    return new Target(protocol, address, patience, recorder, effort, other);
  }

  /** The same, with one more that hears of everything. */
  public Target recordedBy(Recorder more) {
    return new Target(protocol, address, patience, recorder.and(more), effort, alone);
  }

  /** Fresh connections to it, none opened yet; the caller closes them. */
  public Probes probes() {
    return new Probes(protocol, address, recorder);
  }
}
