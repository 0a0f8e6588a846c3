package simul.spec.meaning;

import simul.spec.model.Direction;

/** What a client asks of a server, one call a request, in the order of the stream. */
public interface Requests {

  /** Moves the client's own piece by one cell. */
  void move(Direction direction);

  /** Moves the client's own piece to a cell, which may be any that the client names. */
  default void moveTo(int x, int y) {}

  /** Asks to be let in. */
  default void hello() {}

  /** Asks for the world as it is. */
  default void poke() {}

  /** Says that the client is about to leave. */
  default void bye() {}
}
