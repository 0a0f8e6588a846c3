/**
 * What a swarm has measured and found wrong, as plain values: latencies, violations, progress, the
 * result. Read {@link simul.bots.measure.SwarmResult} first. Depends on {@code spec} and
 * HdrHistogram; knows nothing of sockets.
 */
package simul.bots.measure;
