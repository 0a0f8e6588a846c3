/**
 * The reference server: framing, world and sessions joined to an I/O model. Read {@link
 * simul.spec.reference.Game} first, then {@link simul.spec.reference.SelectLoop}. The only package
 * of {@code spec} that opens sockets; everything it is made of is passed in as {@link
 * simul.spec.reference.Parts}, so that one part at a time can be replaced.
 */
package simul.spec.reference;
