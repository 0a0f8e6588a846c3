package simul.conformance.probe;

import simul.spec.world.Cell;

/**
 * A position that a probe was told.
 *
 * @param frameStart where its frame starts, in bytes from the start of the stream
 */
public record Heard(int id, Cell cell, long frameStart) {}
