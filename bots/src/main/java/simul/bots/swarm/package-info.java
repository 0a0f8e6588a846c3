/**
 * A run of many bots against one target: they join, play by an open schedule, wait for what is
 * still due, and leave. Read {@link simul.bots.swarm.Swarm} first, then {@link
 * simul.bots.swarm.Run}. Everything but {@code Swarm} lives on one event loop. Depends on {@code
 * connection}, {@code behavior}, {@code measure} and {@code spec}.
 */
package simul.bots.swarm;
