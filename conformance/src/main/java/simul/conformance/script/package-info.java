/**
 * A stimulus as data, and its judgement: which client sends which bytes in which segments, and
 * whether the target then did what the pure world does. Read {@link
 * simul.conformance.script.Script} and {@link simul.conformance.script.Trial} first. The oracle
 * decodes the script's own bytes, so a script needs no expectations and can be replayed from a
 * file. Depends on {@code probe}, {@code verdict} and {@code spec}.
 */
package simul.conformance.script;
