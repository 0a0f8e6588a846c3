/**
 * Servers that keep every rule of the handout in a way that nobody would have thought of: none may
 * fail. Read {@link simul.conformance.odd.OddServers} first. Each is the reference server with
 * parts replaced, most often its I/O model by {@link simul.conformance.odd.BlockingSockets}.
 * Depends on {@code spec} only.
 */
package simul.conformance.odd;
