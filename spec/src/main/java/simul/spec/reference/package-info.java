/**
 * The reference server: framing, world and sessions joined to an I/O model. Read {@link
 * simul.spec.reference.Game} first, then the package {@link simul.spec.reference.io}, the only one
 * of {@code spec} that opens sockets. Everything a server is made of is passed in as {@link
 * simul.spec.reference.Parts}, so that one part at a time can be replaced.
 */
package simul.spec.reference;
