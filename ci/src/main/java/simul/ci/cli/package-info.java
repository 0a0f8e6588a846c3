/**
 * The command line: one class for each command, and what they share. Read {@link
 * simul.ci.cli.Simul} first. May depend on everything; nothing depends on it.
 */
package simul.ci.cli;
