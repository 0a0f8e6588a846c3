/**
 * The checks, one class for each section of the handout. Read {@link
 * simul.conformance.suite.Checks} first. Depends on {@code check}, {@code script}, {@code property}
 * and {@code spec}.
 */
package simul.conformance.suite;
