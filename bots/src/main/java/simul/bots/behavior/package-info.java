/**
 * What bots do, pure: what was seen in, moves out. Read {@link simul.bots.behavior.Behavior} first.
 * Depends on {@code spec} alone; knows neither sockets nor clocks.
 */
package simul.bots.behavior;
