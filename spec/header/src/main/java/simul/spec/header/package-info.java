/**
 * Reads a student's C++ header: its integer constants, its enumerations, its structs with the
 * offset and size of every member on Windows, and a list of what cannot be imported, with line and
 * reason; takes what the header tells of itself in comments ({@link
 * simul.spec.header.Annotations}), and guesses the rest from names. Read {@link
 * simul.spec.header.HeaderReader} first, then {@link simul.spec.header.Guess}. With {@code
 * spec.source} the only package that knows Eclipse CDT, and none of its public types shows it; of
 * Simul it may depend on {@code spec.model}, and on {@code spec.load} for its check of what a
 * header tells.
 */
package simul.spec.header;
