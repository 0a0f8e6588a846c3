package simul.conformance.mutant;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import simul.spec.meaning.RequestDecoder;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.Reassembly;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.wire.ByteQueue;

/**
 * Reassembly with a buffer for each place in an array of clients. A newcomer gets the lowest place
 * that is free, and with it the buffer, as whoever had it before has left it.
 */
final class BuffersByPlace {
  private final Map<Connection, Integer> places = new HashMap<>();
  private final Map<Integer, ByteQueue> buffers = new HashMap<>();
  private final IntUnaryOperator bufferOfPlace;
  private int entering;

  /** Buffers, not always one for each place. */
  BuffersByPlace(IntUnaryOperator bufferOfPlace) {
    this.bufferOfPlace = bufferOfPlace;
  }

  /** Gives each place the buffer of its own. */
  BuffersByPlace() {
    this(place -> place);
  }

  private int lowestFree() {
    int place = 0;
    while (places.containsValue(place)) {
      place++;
    }
    return place;
  }

  /** Reassembles in the buffers of the places. */
  Infection reassembling() {
    return Infection.ofReassembly(this::reassembly);
  }

  private Reassembly reassembly(RequestDecoder decoder) {
    ByteQueue rest = buffer(entering);
    return (bytes, from, to, requests) -> {
      rest.add(bytes, from, to - from);
      rest.remove(decoder.decode(rest.array(), rest.start(), rest.end(), requests));
      return Faults.reason(decoder);
    };
  }

  private ByteQueue buffer(int place) {
    return buffers.computeIfAbsent(bufferOfPlace.applyAsInt(place), number -> new ByteQueue());
  }

  /** Hands out the places; a place is free again when its client is gone. */
  abstract class Usher extends PassingHandler {
    Usher(ConnectionHandler game) {
      super(game);
    }

    /** What is left in the buffer of somebody who is gone. */
    abstract void leaves(Connection connection, ByteQueue rest, String reason);

    final void tellGame(Connection connection, String reason) {
      super.closed(connection, reason);
    }

    @Override
    public final void opened(Connection connection) {
      entering = lowestFree();
      places.put(connection, entering);
      super.opened(connection);
    }

    @Override
    public final void closed(Connection connection, String reason) {
      leaves(connection, buffer(places.remove(connection)), reason);
    }
  }
}
