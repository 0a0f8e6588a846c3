package simul.spec.model;

import java.util.Optional;

/**
 * A packet from the server that shows all players at once. Who has come, moved or gone follows from
 * what it showed before. Field names are paths into arrays: {@code players.x} is the field {@code
 * x} of each element of {@code players}; {@code xs} is each element of an array of numbers.
 *
 * @param packet name of a packet that servers send
 * @param id path of the player's ID; empty means that the index in the array is the ID
 * @param x path of the column
 * @param y path of the row
 * @param present what an element must hold for its player to be there
 */
public record Snapshot(String packet, Optional<String> id, String x, String y, Condition present) {}
