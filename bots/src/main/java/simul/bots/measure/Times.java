package simul.bots.measure;

/**
 * How long things took.
 *
 * @param join from when a bot was due to connect to its being told its own ID
 * @param response from when a move was due to the mover's own sight of it
 * @param service from when it was really sent
 * @param propagation from when a move was due to the others' sights of it
 */
public record Times(
    Percentiles join, Percentiles response, Percentiles service, Percentiles propagation) {}
