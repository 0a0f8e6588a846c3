package simul.bots.measure;

import java.time.Duration;

/**
 * How a run is doing.
 *
 * @param elapsed since the bots began to play
 * @param players bots in the game
 * @param reach sights received of those expected so far, those still on their way included; 1 when
 *     none was expected
 * @param response times from the intended start
 */
public record Progress(
    Duration elapsed,
    int players,
    long movesSent,
    long movesAnswered,
    double reach,
    Percentiles response,
    long violations) {}
