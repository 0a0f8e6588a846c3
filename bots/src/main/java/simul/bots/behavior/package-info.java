/**
 * What bots do, pure: what was seen in, moves out. Read {@link simul.bots.behavior.Behavior} first,
 * then {@link simul.bots.behavior.Turn}; {@link simul.bots.behavior.Mix} says how many do what.
 * Depends on {@code spec} alone; knows neither sockets nor clocks.
 */
package simul.bots.behavior;
