package simul.conformance.odd;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What may differ between servers on {@link BlockingSockets} while all of them are right.
 *
 * @param readBytes as many as one receive may bring
 * @param receiveBufferBytes what the kernel is asked to hold of what comes; 0 for its default
 * @param betweenAccepts how long it looks away after each client that it accepts
 * @param pace makes what lets the game hear of things
 * @param writeBytes as many as one send may take
 * @param betweenWrites how long output is collected before it is sent
 * @param beforeClosing how long a connection that its client has ended stays open
 * @param beforeLeaving how long after that the game hears of it
 * @param ofRefused how it ends the connection of a client that was never in the game
 * @param ofPlayers how it ends the connection of a client that is in the game
 */
record Habits(
    int readBytes,
    int receiveBufferBytes,
    Duration betweenAccepts,
    Supplier<Pace> pace,
    int writeBytes,
    Duration betweenWrites,
    Duration beforeClosing,
    Duration beforeLeaving,
    Parting ofRefused,
    Parting ofPlayers) {

  /** Those of the course's model solution with threads. */
  static final Habits USUAL =
      new Habits(
          4096,
          0,
          Duration.ZERO,
          Pace::locked,
          Integer.MAX_VALUE,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Parting.ORDERLY,
          Parting.ORDERLY);

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

  Habits reading(int most) {
    return new Habits(
        most,
        receiveBufferBytes,
        betweenAccepts,
        pace,
        writeBytes,
        betweenWrites,
        beforeClosing,
        beforeLeaving,
        ofRefused,
        ofPlayers);
  }

  Habits buffering(int bytes) {
    return new Habits(
        readBytes,
        bytes,
        betweenAccepts,
        pace,
        writeBytes,
        betweenWrites,
        beforeClosing,
        beforeLeaving,
        ofRefused,
        ofPlayers);
  }

  Habits acceptingEvery(Duration period) {
    return new Habits(
        readBytes,
        receiveBufferBytes,
        period,
        pace,
        writeBytes,
        betweenWrites,
        beforeClosing,
        beforeLeaving,
        ofRefused,
        ofPlayers);
  }

  Habits hearing(Supplier<Pace> other) {
    return new Habits(
        readBytes,
        receiveBufferBytes,
        betweenAccepts,
        other,
        writeBytes,
        betweenWrites,
        beforeClosing,
        beforeLeaving,
        ofRefused,
        ofPlayers);
  }

  Habits writing(int most, Duration every) {
    return new Habits(
        readBytes,
        receiveBufferBytes,
        betweenAccepts,
        pace,
        most,
        every,
        beforeClosing,
        beforeLeaving,
        ofRefused,
        ofPlayers);
  }

  Habits noticingEnds(Duration closing, Duration leaving) {
    return new Habits(
        readBytes,
        receiveBufferBytes,
        betweenAccepts,
        pace,
        writeBytes,
        betweenWrites,
        closing,
        leaving,
        ofRefused,
        ofPlayers);
  }

  Habits parting(Parting refused, Parting players) {
    return new Habits(
        readBytes,
        receiveBufferBytes,
        betweenAccepts,
        pace,
        writeBytes,
        betweenWrites,
        beforeClosing,
        beforeLeaving,
        refused,
        players);
  }
}
