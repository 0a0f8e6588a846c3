/**
 * What the operating system knows of connections and processes, and what it can be asked for, that
 * the JDK has no words for: how many bytes wait in a socket's queues ({@link
 * simul.conformance.kernel.SocketTable}), how large a peer's segments may be, how much memory a
 * server takes. All of it is for Linux; elsewhere the answers are empty. Depends on nothing of
 * Simul.
 */
package simul.conformance.kernel;
