/**
 * Faulty servers: the reference server with one part replaced by a plausible mistake. Read {@link
 * simul.conformance.mutant.Mutants} first. They test the tester, and show students what a finding
 * looks like. Depends on {@code spec} only.
 */
package simul.conformance.mutant;
