/**
 * Marks for people and for other programs: a page and a text for each student, a table for the
 * class, and the files that graders and build servers read. Pure: what was graded in, text out.
 * Read {@link simul.ci.markbook.Graded} first. Depends on {@code grade}, {@code report}, {@code
 * conformance} and {@code spec}.
 */
package simul.ci.markbook;
