/**
 * Adversarial client connections: any bytes in any segmentation, everything that comes back with
 * its time, and whether the other end has read it. Read {@link simul.conformance.probe.Probes}
 * first; {@link simul.conformance.probe.Surveyor} is for a target of unknown protocol and only
 * listens. No threads: whoever waits also serves the sockets. A {@link
 * simul.conformance.probe.Recorder} that is passed in hears of every write and read. Depends on
 * {@code spec}, {@code kernel}, {@code verdict} and {@code survey}.
 */
package simul.conformance.probe;
