package simul.spec.meaning;

import simul.spec.model.Direction;

/** What a client asks of a server, one call a request, in the order of the stream. */
public interface Requests {

  /** Moves the client's own piece by one cell. */
  void move(Direction direction);
}
