/**
 * Findings in words, English or Korean. Read {@link simul.conformance.explain.Explanation} first.
 * The texts are in the resource bundle beside it. Depends on {@code verdict} and {@code spec}.
 */
package simul.conformance.explain;
