/**
 * Faulty servers: the reference server with one part replaced by a plausible mistake. Read {@link
 * simul.conformance.mutant.Mutants} first. They test the tester, and show students what a finding
 * looks like. Depends on {@code spec} only. What a mutant keeps is bounded, and whatever it does,
 * its server can be closed.
 */
package simul.conformance.mutant;
