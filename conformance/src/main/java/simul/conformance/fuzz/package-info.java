/**
 * Streams of bytes against a live target, valid ones cut and joined and such with something wrong
 * in them, and the smallest one that it fails. Read {@link simul.conformance.fuzz.Fuzzer} first.
 * Depends on {@code check} (whoever runs the target), {@code script}, {@code kernel}, {@code
 * verdict} and {@code spec}; judges nothing itself.
 */
package simul.conformance.fuzz;
