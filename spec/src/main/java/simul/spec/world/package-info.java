/**
 * The game's rules, pure: the board, the world as a server keeps it, and the world as one client
 * believes it to be. Read {@link simul.spec.world.World} first. Depends on {@code model}; knows no
 * bytes, sockets or clocks.
 */
package simul.spec.world;
