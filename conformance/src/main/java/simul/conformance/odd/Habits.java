package simul.conformance.odd;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What may differ between servers on {@link BlockingSockets} while all of them are right.
 *
 * @param hearing how it gets to hear its clients
 * @param telling how it writes to them
 * @param ending how a connection ends
 */
record Habits(Hearing hearing, Telling telling, Ending ending) {

  /** Those of the course's model solution with threads. */
  static final Habits USUAL =
      new Habits(
          new Hearing(4096, 0, Duration.ZERO, Pace::locked),
          new Telling(Integer.MAX_VALUE, Duration.ZERO),
          new Ending(Duration.ZERO, Duration.ZERO, Parting.ORDERLY, Parting.ORDERLY));

  /**
   * How a server gets to hear its clients.
   *
   * @param mostBytes as many as one receive may bring
   * @param bufferBytes what the kernel is asked to hold of what comes; 0 for its default
   * @param betweenAccepts how long it looks away after each client that it accepts
   * @param pace makes what lets the game hear of things
   */
  record Hearing(int mostBytes, int bufferBytes, Duration betweenAccepts, Supplier<Pace> pace) {}

  /**
   * How a server writes to its clients.
   *
   * @param mostBytes as many as one send may take
   * @param every how long output is collected before it is sent
   */
  record Telling(int mostBytes, Duration every) {}

  /**
   * How a connection ends.
   *
   * @param beforeClosing how long it stays open that its client has ended
   * @param beforeLeaving how long after that the game hears of it
   * @param ofRefused how the server ends that of a client that was never in the game
   * @param ofPlayers how it ends that of a client that is in the game
   */
  record Ending(
      Duration beforeClosing, Duration beforeLeaving, Parting ofRefused, Parting ofPlayers) {}

  /**
   * How a server ends a connection.
   *
   * @param after how long it waits before it does
   * @param reset whether by a reset
   */
  record Parting(Duration after, boolean reset) {
    /** A close, at once. */
    static final Parting ORDERLY = new Parting(Duration.ZERO, false);

    /** A reset, at once. */
    static final Parting RESET = new Parting(Duration.ZERO, true);

    /** None, for as long as any run may last: the client has to end it. */
    static final Parting NEVER = after(Duration.ofDays(1));

    /** A close after a while. */
    static Parting after(Duration wait) {
      return new Parting(wait, false);
    }
  }

  Habits reading(int mostBytes) {
    return hearing(
        new Hearing(mostBytes, hearing.bufferBytes, hearing.betweenAccepts, hearing.pace));
  }

  Habits buffering(int bytes) {
    return hearing(new Hearing(hearing.mostBytes, bytes, hearing.betweenAccepts, hearing.pace));
  }

  Habits acceptingEvery(Duration period) {
    return hearing(new Hearing(hearing.mostBytes, hearing.bufferBytes, period, hearing.pace));
  }

  Habits hearingAt(Supplier<Pace> pace) {
    return hearing(
        new Hearing(hearing.mostBytes, hearing.bufferBytes, hearing.betweenAccepts, pace));
  }

  private Habits hearing(Hearing other) {
    return new Habits(other, telling, ending);
  }

  Habits writing(int mostBytes, Duration every) {
    return new Habits(hearing, new Telling(mostBytes, every), ending);
  }

  Habits noticingEnds(Duration closing, Duration leaving) {
    return new Habits(
        hearing, telling, new Ending(closing, leaving, ending.ofRefused, ending.ofPlayers));
  }

  Habits parting(Parting refused, Parting players) {
    return new Habits(
        hearing, telling, new Ending(ending.beforeClosing, ending.beforeLeaving, refused, players));
  }
}
