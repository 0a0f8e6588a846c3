package simul.bots.measure;

/**
 * What happened in one second of a run; in what was left of it, for the last one.
 *
 * @param number counted from 0, from the start of play
 * @param part which part of the run it began in
 * @param clients bots in the game at its end
 * @param sent moves that were sent in it
 * @param answered answers that came in it, whenever their moves were due
 * @param response the times of these answers, each from when its move was due
 * @param violations those that were found in it
 * @param generator how the bots themselves did
 * @param times what thresholds are held against
 */
public record Second(
    int number,
    Part part,
    int clients,
    long sent,
    long answered,
    Percentiles response,
    long violations,
    GeneratorSecond generator,
    SecondTimes times) {

  /** A second of which no more is known. */
  public Second(
      int number,
      Part part,
      int clients,
      long sent,
      long answered,
      Percentiles response,
      long violations) {
    this(
        number,
        part,
        clients,
        sent,
        answered,
        response,
        violations,
        GeneratorSecond.IDLE,
        SecondTimes.NONE);
  }

  /** What bots do meanwhile. */
  public enum Part {
    WARMUP,
    PLAY,
    /** No move is made any more; answers still come in. */
    SETTLE;

    /** The word in files. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
