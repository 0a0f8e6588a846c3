/**
 * Which of the lecture's I/O models a server is written with, told from its parsed sources, and
 * whether that is the one that the homework demands: Overlapped I/O with completion callbacks.
 * Pure: sources in, report out. Read {@link simul.ci.iomodel.IoModelReport} first, then {@link
 * simul.ci.iomodel.IoModelDetector}. Depends on {@code spec.source}, {@code spec.header}, {@code
 * spec.text} and the languages of {@code conformance.explain}.
 */
package simul.ci.iomodel;
