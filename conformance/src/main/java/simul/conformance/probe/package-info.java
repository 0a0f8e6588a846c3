/**
 * Adversarial client connections: any bytes in any segmentation, everything that comes back with
 * its time, and what the kernel knows of both ends. Read {@link simul.conformance.probe.Probes}
 * first. No threads: whoever waits also serves the sockets. A {@link
 * simul.conformance.probe.Recorder} that is passed in hears of every write and read. Depends on
 * {@code spec} and {@code verdict}.
 */
package simul.conformance.probe;
