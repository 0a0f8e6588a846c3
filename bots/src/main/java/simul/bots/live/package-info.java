/**
 * A page to watch a running swarm on, and to change it from, served by this program itself; and its
 * numbers for monitoring systems. Read {@link simul.bots.live.LiveServer} first. It runs on a
 * thread of its own and only asks the bots' loop for snapshots, so that no viewer, however slow,
 * holds up a bot. Depends on {@code swarm}, {@code measure} and {@code spec}; the page itself is in
 * the resources of this package.
 */
package simul.bots.live;
