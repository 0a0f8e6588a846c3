/**
 * Results for people and for other programs: console text and JSON. Pure: results in, text out.
 * Depends on {@code launch}, {@code conformance}, {@code bots} and {@code spec}.
 */
package simul.ci.report;
