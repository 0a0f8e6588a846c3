package simul.bots.measure;

import java.time.Duration;
import java.util.List;

/**
 * How a run ended.
 *
 * @param transport how the bots' sockets were served
 * @param seed where randomness started
 * @param warmUp how long they played before anything was measured
 * @param playTime how long they played after that, until the last move was due
 * @param seconds each second from the start of play, until all was judged
 * @param changes what people changed while the bots played
 * @param curves the times as lines, to draw
 */
public record SwarmResult(
    String transport,
    long seed,
    Duration duration,
    Duration warmUp,
    Duration playTime,
    Clients clients,
    Absences absences,
    Moves moves,
    Sights sights,
    Times times,
    long violations,
    List<Violation> firstViolations,
    Errors errors,
    GeneratorHealth generator,
    List<Second> seconds,
    List<Change> changes,
    Curves curves) {
  public SwarmResult {
    firstViolations = List.copyOf(firstViolations);
    seconds = List.copyOf(seconds);
    changes = List.copyOf(changes);
  }

  /** A result of which nothing is to be drawn. */
  public SwarmResult(
      String transport,
      long seed,
      Duration duration,
      Duration warmUp,
      Duration playTime,
      Clients clients,
      Absences absences,
      Moves moves,
      Sights sights,
      Times times,
      long violations,
      List<Violation> firstViolations,
      Errors errors,
      GeneratorHealth generator,
      List<Second> seconds,
      List<Change> changes) {
    this(
        transport,
        seed,
        duration,
        warmUp,
        playTime,
        clients,
        absences,
        moves,
        sights,
        times,
        violations,
        firstViolations,
        errors,
        generator,
        seconds,
        changes,
        Curves.NONE);
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
   * How often bots left of their own will.
   *
   * @param returned how often they came back and were let in; whoever is away at the end stays away
   */
  public record Absences(long left, long returned) {}

  /**
   * The bots' moves after the warm-up.
   *
   * @param asked due by the schedule
   * @param sent those of them that could be sent
   * @param answered those that the mover was told of itself
   * @param warmUp how many more were sent before; they are in none of the other numbers
   */
  public record Moves(long asked, long sent, long answered, long warmUp) {}

  /**
   * A sight is one bot being told of one move; every player is to be told of every move. Those of
   * the warm-up are among them.
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

  /** What it comes to when nothing but violations is held against it. */
  public Verdict verdict() {
    return Judgement.of(this, List.of()).verdict();
  }
}
