package simul.bots.measure;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What is counted and timed while bots play. Moves that are due in the warm-up are counted apart
 * and not timed. One thread; times are those of {@link System#nanoTime}.
 */
public final class Tally {
  private final Latency join = new Latency();
  private final Latency response = new Latency();
  private final Latency service = new Latency();
  private final Latency propagation = new Latency();
  private final Histogram responseOfSecond = Latency.newHistogram();
  private final BitSet lateSeconds = new BitSet();
  private long playFromNanos;
  private long secondFromNanos;
  private long sentInSecond;
  private long answeredInSecond;
  private boolean warming;
  private long measuredFromNanos;
  private long asked;
  private long sent;
  private long answered;
  private long warmUpMoves;
  private long warmUpAnswers;

  /**
   * The bots play from now on.
   *
   * @param warmUpNanos moves that are due in that time are not measured
   */
  public void begin(long nowNanos, long warmUpNanos) {
    playFromNanos = nowNanos;
    secondFromNanos = nowNanos;
    warming = true;
    measuredFromNanos = nowNanos + warmUpNanos;
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
    responseOfSecond.recordValue(Math.max(0, nowNanos - intendedNanos));
    if (!isMeasured(intendedNanos)) {
      return;
    }
    if (wasDueInLateSecond(intendedNanos)) {
      response.recordDoubtful(nowNanos - intendedNanos);
      service.recordDoubtful(nowNanos - sentNanos);
    } else {
      response.record(nowNanos - intendedNanos);
      service.record(nowNanos - sentNanos);
    }
  }

  /** Of the second that goes on, it is known only at its end. */
  private boolean wasDueInLateSecond(long intendedNanos) {
    return intendedNanos - secondFromNanos < 0
        && lateSeconds.get(
            (int) Math.max(0, TimeUnit.NANOSECONDS.toSeconds(intendedNanos - playFromNanos)));
  }

  /** Somebody else has been told of a move. */
  public void toldOthers(long intendedNanos, long nowNanos) {
    if (!isMeasured(intendedNanos)) {
      return;
    }
    if (wasDueInLateSecond(intendedNanos)) {
      propagation.recordDoubtful(nowNanos - intendedNanos);
    } else {
      propagation.record(nowNanos - intendedNanos);
    }
  }

  /** What was counted since the last call, be it in the warm-up or after it. */
  public Second second(
      int number, Second.Part part, int clients, long violations, GeneratorSecond generator) {
    boolean late = generator.isLate();
    lateSeconds.set(number, late);
    secondFromNanos = playFromNanos + TimeUnit.SECONDS.toNanos(number + 1);
    Second second =
        new Second(
            number,
            part,
            clients,
            sentInSecond,
            answeredInSecond,
            Latency.percentiles(responseOfSecond),
            violations,
            generator,
            new SecondTimes(
                response.endSecond(late), service.endSecond(late), propagation.endSecond(late)));
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
