/**
 * The I/O models of the lecture: eight ways to serve many sockets, each in a file of its own. Read
 * {@link simul.spec.reference.io.ConnectionHandler} and {@link simul.spec.reference.io.Connection}
 * first, which are all that stands between a model and the game; then {@link
 * simul.spec.reference.io.SelectLoop}, and the others in the order of {@link
 * simul.spec.reference.io.IoModels}. What they share is {@code OpenConnections} and {@code
 * ServedConnection}: whom to send what waits, whom to close. Knows {@code spec.wire}, and nothing
 * of the game.
 */
package simul.spec.reference.io;
