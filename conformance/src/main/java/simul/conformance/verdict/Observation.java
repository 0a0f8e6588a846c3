package simul.conformance.verdict;

import simul.spec.wire.FrameFault;
import simul.spec.world.Cell;

/** What a client met in place of what it was owed. */
public sealed interface Observation {

  /** Which client met it, by its letter. */
  String client();

  /** Another position of the piece than the one that was due. */
  record OtherPosition(String client, int id, Cell cell) implements Observation {}

  /** That somebody is in the game, who was not due. */
  record UnaskedArrival(String client, int id) implements Observation {}

  /** That somebody has left, which was not due. */
  record UnaskedDeparture(String client, int id) implements Observation {}

  /** That this ID is the client's own, which was not due. */
  record UnaskedOwnId(String client, int id) implements Observation {}

  /** That the client is in the game, as this ID. */
  record Admitted(String client, int id) implements Observation {}

  /** A position of a piece that had not moved. */
  record UnaskedPosition(String client, int id, Cell cell) implements Observation {}

  /** Bytes that are no packet of the protocol. */
  record BrokenFrame(String client, FrameFault fault) implements Observation {}

  /** The connection was closed or reset, so many milliseconds after the last write. */
  record Closed(String client, long afterMillis) implements Observation {}

  /** Nothing more, in so many milliseconds, and what a fresh connection then met. */
  record Silence(String client, long afterMillis, Life life) implements Observation {}

  /** The ID that another client has, who is still there. */
  record DuplicateId(String client, int id, String other) implements Observation {}

  /** No connection at all, though there had been one before. */
  record Unreachable(String client) implements Observation {}

  /** The end of the server's process, which this client had a connection to. */
  record Exited(String client, ProcessExit exit) implements Observation {}

  /** More bytes than any answer could have. */
  record Flood(String client, long bytes) implements Observation {}

  /** Memory that has grown, in MiB. */
  record Grown(String client, long mebibytes) implements Observation {}

  /** How a target does that has gone silent: asked on a fresh connection. */
  enum Life {
    /** It serves newcomers: only the old connection is stuck. */
    SERVES_OTHERS,
    /** It accepts connections, but admits nobody any more. */
    ADMITS_NOBODY,
    /** It cannot be connected to any more. */
    GONE,
    /** Nobody could ask, for as many play as may. */
    FULL
  }
}
