package simul.conformance.verdict;

import simul.spec.world.Cell;

/** What a client was owed when a finding showed. */
public sealed interface Expectation {

  /** The position of a piece after a move, on every client. */
  record Position(int id, Cell cell) implements Expectation {}

  /** No further position of a piece that has not moved. */
  record NoMorePositions(int id) implements Expectation {}

  /** That the connection goes on. */
  record StaysConnected() implements Expectation {}

  /** That the server's process goes on. */
  record KeepsRunning() implements Expectation {}

  /** That the client is let in: it is told its own ID and where its piece is. */
  record Admission() implements Expectation {}

  /** That the client is not let in: so many play already. */
  record Refusal(int playing) implements Expectation {}

  /** That the connection of a client that is not let in is closed. */
  record Close() implements Expectation {}

  /** An ID that no other client has. */
  record UniqueId() implements Expectation {}

  /** An ID between these two. */
  record IdInRange(int lowest, int highest) implements Expectation {}

  /** To be told one's own ID, then one's own position, before anything of others. */
  record OwnFirst() implements Expectation {}

  /** To be told of another client, and where its piece is. */
  record Introduction(int id) implements Expectation {}

  /** To be told that another client has left, once. */
  record Departure(int id) implements Expectation {}

  /** Nothing more of an ID that nobody has. */
  record NoNews(int id) implements Expectation {}

  /** A cell of the board for its piece; x and y run from 0. */
  record CellOfBoard(int width, int height) implements Expectation {}

  /** Whole packets of the protocol. */
  record WholePackets() implements Expectation {}

  /** Memory that does not grow by so much for what has passed, in MiB. */
  record NoGrowth(long mebibytes) implements Expectation {}
}
