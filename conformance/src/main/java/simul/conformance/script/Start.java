package simul.conformance.script;

import simul.spec.meaning.Asker;
import simul.spec.world.Cell;

/**
 * Where a player of a trial begins.
 *
 * @param asker who it is in its requests
 * @param cell where its piece is
 */
public record Start(Asker asker, Cell cell) {}
