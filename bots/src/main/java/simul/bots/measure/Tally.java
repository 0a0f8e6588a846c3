package simul.bots.measure;

/**
 * What is counted and timed while bots play. Moves that are due in the warm-up are counted apart
 * and not timed. One thread; times are those of {@link System#nanoTime}.
 */
public final class Tally {
  private final Latency join = new Latency();
  private final Latency response = new Latency();
  private final Latency service = new Latency();
  private final Latency propagation = new Latency();
  private final Latency responseOfSecond = new Latency();
  private long sentInSecond;
  private long answeredInSecond;
  private boolean warming;
  private long measuredFromNanos;
  private long asked;
  private long sent;
  private long answered;
  private long warmUpMoves;
  private long warmUpAnswers;

  /** Moves that are due before then belong to the warm-up. */
  public void measureFrom(long nanos) {
    warming = true;
    measuredFromNanos = nanos;
  }

  private boolean isMeasured(long intendedNanos) {
    return !warming || intendedNanos - measuredFromNanos >= 0;
  }

  /** A bot has been let in. */
  public void joined(long elapsedNanos) {
    join.record(elapsedNanos);
  }

  /** So many moves are due. */
  public void asked(int moves, long intendedNanos) {
    asked += isMeasured(intendedNanos) ? moves : 0;
  }

  /** A move has been sent. */
  public void sent(long intendedNanos) {
    sentInSecond++;
    if (isMeasured(intendedNanos)) {
      sent++;
    } else {
      warmUpMoves++;
    }
  }

  /** Whoever's sight answers a move has been told of it. */
  public void answered(long intendedNanos) {
    answeredInSecond++;
    if (isMeasured(intendedNanos)) {
      answered++;
    } else {
      warmUpAnswers++;
    }
  }

  /** A mover has been told of its own move. */
  public void told(long intendedNanos, long sentNanos, long nowNanos) {
    responseOfSecond.record(nowNanos - intendedNanos);
    if (isMeasured(intendedNanos)) {
      response.record(nowNanos - intendedNanos);
      service.record(nowNanos - sentNanos);
    }
  }

  /** Somebody else has been told of a move. */
  public void toldOthers(long intendedNanos, long nowNanos) {
    if (isMeasured(intendedNanos)) {
      propagation.record(nowNanos - intendedNanos);
    }
  }

  /** What was counted since the last call, be it in the warm-up or after it. */
  public Second second(int number, Second.Part part, int clients, long violations) {
    Second second =
        new Second(
            number,
            part,
            clients,
            sentInSecond,
            answeredInSecond,
            responseOfSecond.percentiles(),
            violations);
    responseOfSecond.reset();
    sentInSecond = 0;
    answeredInSecond = 0;
    return second;
  }

  /** The moves that count, so far. */
  public SwarmResult.Moves moves() {
    return new SwarmResult.Moves(asked, sent, answered, warmUpMoves);
  }

  /** All answers so far, those in the warm-up included. */
  public long answers() {
    return answered + warmUpAnswers;
  }

  /** Response times alone, which are asked for while the bots play. */
  public Percentiles response() {
    return response.percentiles();
  }

  /** Response times so far, for monitoring. */
  public Buckets responseBuckets() {
    return response.buckets();
  }

  /** All times so far, as lines. */
  public Curves curves() {
    return new Curves(response.curve(), service.curve(), propagation.curve());
  }

  /** All times so far. */
  public Times times() {
    return new Times(
        join.percentiles(),
        response.percentiles(),
        service.percentiles(),
        propagation.percentiles());
  }
}
