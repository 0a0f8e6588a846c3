package simul.conformance.probe;

/**
 * What a probe was told of somebody.
 *
 * @param known whether the probe knew of that ID before
 * @param frameStart where its frame starts, in bytes from the start of the stream
 */
public record Heard(int id, Told told, boolean known, long frameStart) {}
