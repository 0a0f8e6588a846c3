/**
 * Reads the C++ sources of a program, most often a student's server, for what it calls: every call
 * with the shape of its arguments, and which functions an entry point reaches. By parsing, so that
 * comments, strings and {@code #if 0} say nothing. Read {@link simul.spec.source.SourceProgram}
 * first. Knows Eclipse CDT, and none of its public types shows it; of Simul it may depend on {@code
 * spec.header}, which decodes files and has the prelude.
 */
package simul.spec.source;
