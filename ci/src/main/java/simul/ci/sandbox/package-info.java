/**
 * Programs that nobody trusts, kept to themselves: {@link simul.ci.sandbox.Sandbox} turns the words
 * of a command into those of the same command with its own processes, files and network, as {@link
 * simul.ci.sandbox.Confinement} says.
 */
package simul.ci.sandbox;
