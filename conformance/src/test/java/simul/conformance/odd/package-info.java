/**
 * Servers to try the tester on, beside the mutants: odd ones that keep every rule and must pass,
 * and bad ones that keep none and must not bring it down. Read {@link
 * simul.conformance.odd.OddServers} and {@link simul.conformance.odd.BadServer} first.
 */
package simul.conformance.odd;
