/**
 * How much a target bears: a search that plays with ever more load until some limit is broken. Read
 * {@link simul.bots.capacity.CapacitySearch} first, which is pure; {@link
 * simul.bots.capacity.CapacityRun} plays what it asks for. Depends on {@code swarm}, {@code
 * measure} and {@code spec}.
 */
package simul.bots.capacity;
