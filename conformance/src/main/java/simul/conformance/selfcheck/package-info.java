/**
 * The tester is tested: every mutant, every odd server and the reference server against the suite,
 * and what the results say of the suite. Read {@link simul.conformance.selfcheck.SelfCheck} first,
 * which runs them, then {@link simul.conformance.selfcheck.Matrix}, which is pure. Depends on all
 * of {@code conformance}; nothing there depends on it.
 */
package simul.conformance.selfcheck;
