/**
 * The Netty side of a bot: a pipeline around the codec of {@code spec}, with whatever transport the
 * machine has. Read {@link simul.bots.connection.BotConnection} first. Beside {@code live} the only
 * package that names Netty's channels; depends on {@code spec} alone.
 */
package simul.bots.connection;
