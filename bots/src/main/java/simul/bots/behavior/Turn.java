package simul.bots.behavior;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simul.spec.model.Direction;

/** What a bot wants to do at one time; a connection carries it out. */
public sealed interface Turn {

  /** How the packets of moves become segments. */
  enum Delivery {
    /** Each packet in a segment of its own. */
    WHOLE,
    /** Each packet in two segments, a moment apart. */
    CUT,
    /** All packets in one segment. */
    JOINED
  }

  /** How a bot goes. */
  enum Farewell {
    /** It closes its connection in order. */
    CLOSE,
    /** It ends its sending half and leaves the rest to the target. */
    HALF_CLOSE,
    /** It resets its connection. */
    RESET
  }

  /** Nothing. */
  record Sit() implements Turn {}

  /** Moves, each of which leads to another cell. */
  record Walk(List<Direction> ways, Delivery delivery) implements Turn {
    public Walk {
      ways = List.copyOf(ways);
    }

    /** One move if there is one to make, whole. */
    static Walk of(Optional<Direction> way) {
      return new Walk(way.map(List::of).orElse(List.of()), Delivery.WHOLE);
    }
  }

  /** It moves, and then reads nothing for a while. */
  record StopReading(Walk first, Duration time) implements Turn {}

  /** It goes, and comes back as a new client after a while. */
  record Leave(Farewell farewell, Duration away) implements Turn {}
}
