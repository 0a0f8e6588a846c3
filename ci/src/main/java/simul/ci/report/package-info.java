/**
 * Results for people and for other programs: console text, JSON, JUnit XML, HTML. Pure: results in,
 * text out; only {@link simul.ci.report.TrafficCapture} writes a file, for it is written while the
 * run goes on. Read {@link simul.ci.report.ConformReport} first. Depends on {@code launch}, {@code
 * compare}, {@code conformance}, {@code bots} and {@code spec}.
 */
package simul.ci.report;
