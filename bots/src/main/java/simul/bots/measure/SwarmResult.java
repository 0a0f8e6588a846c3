package simul.bots.measure;

import java.time.Duration;
import java.util.List;

/**
 * How a run ended.
 *
 * @param transport how the bots' sockets were served
 * @param seed where randomness started
 * @param playTime how long the bots played, until the last move was due
 */
public record SwarmResult(
    String transport,
    long seed,
    Duration duration,
    Duration playTime,
    Clients clients,
    Moves moves,
    Sights sights,
    Percentiles response,
    Percentiles service,
    Percentiles propagation,
    long violations,
    List<Violation> firstViolations,
    Errors errors,
    GeneratorHealth generator) {
  public SwarmResult {
    firstViolations = List.copyOf(firstViolations);
  }

  /** How a run is judged. */
  public enum Verdict {
    PASS,
    FAIL,
    /** Nothing went wrong, but nothing was shown either. */
    INCONCLUSIVE
  }

  /**
   * Who got in.
   *
   * @param strangers others who were in the game already
   * @param limit how many the spec lets play
   */
  public record Clients(int asked, int admitted, int refused, int strangers, int limit) {

    /** Whether as many were refused as the limit demands. */
    public boolean asExpected() {
      return refused == Math.max(0, asked - Math.max(0, limit - strangers));
    }
  }

  /**
   * The bots' moves.
   *
   * @param asked due by the schedule
   * @param sent those of them that could be sent
   * @param answered those that the mover was told of itself
   */
  public record Moves(long asked, long sent, long answered) {}

  /**
   * A sight is one bot being told of one move; every player is to be told of every move.
   *
   * @param expected how many there should have been
   * @param received how many there were
   */
  public record Sights(long expected, long received) {

    /** The share that was received; 1 when none was expected. */
    public double reach() {
      return expected == 0 ? 1 : (double) received / expected;
    }
  }

  /** Answered moves a second, while the bots played. */
  public double movesPerSecond() {
    double seconds = playTime.toNanos() / 1e9;
    return seconds == 0 ? 0 : moves.answered() / seconds;
  }

  /** FAIL on any violation; INCONCLUSIVE when no move was answered. */
  public Verdict verdict() {
    if (violations > 0) {
      return Verdict.FAIL;
    }
    return moves.answered() == 0 ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }
}
