/**
 * Checks, their selection, and the run that turns them into results. Read {@link
 * simul.conformance.check.Suite} first. Depends on {@code script}, {@code verdict} and {@code
 * spec}; the checks themselves are in {@code suite}.
 */
package simul.conformance.check;
