/**
 * Targets that this program runs itself: starts one, waits until it serves, keeps the end of its
 * output, says how it ended, starts it anew, and stops all of its processes. Read {@link
 * simul.ci.launch.LaunchedTarget} first. Depends on {@code conformance} and {@code spec}; knows
 * nothing of the command line.
 */
package simul.ci.launch;
