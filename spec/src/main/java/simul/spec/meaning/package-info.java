/**
 * Both directions of a protocol in terms of the game: requests that clients make, events that a
 * server announces, to bytes and back. Read {@link simul.spec.meaning.Protocol} first: it is what
 * every user of a spec asks, so that none of them knows a packet by name. Depends on {@code model},
 * {@code wire} and {@code world}.
 */
package simul.spec.meaning;
