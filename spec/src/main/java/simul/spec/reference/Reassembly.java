package simul.spec.reference;

import java.util.Optional;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.wire.ByteQueue;

/**
 * Makes requests of the bytes of one connection, however they were cut or joined (handout, section
 * 5).
 */
public interface Reassembly {

  /**
   * Takes what one receive brought.
   *
   * @return why the client must be disconnected, if it must
   */
  Optional<String> received(byte[] bytes, int from, int to, Requests requests);

  /** The right way: keep what is not yet a packet until the rest of it has come. */
  final class Buffered implements Reassembly {
    private final RequestDecoder decoder;
    private final ByteQueue rest = new ByteQueue();

    public Buffered(RequestDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      rest.add(bytes, from, to - from);
      rest.remove(decoder.decode(rest.array(), rest.start(), rest.end(), requests));
      return Optional.ofNullable(decoder.fault()).map(fault -> "bad input: " + fault.message());
    }
  }
}
