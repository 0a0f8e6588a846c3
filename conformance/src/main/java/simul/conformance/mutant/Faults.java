package simul.conformance.mutant;

import java.util.Optional;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.reference.Reassembly;
import simul.spec.wire.ByteQueue;
import simul.spec.wire.FrameFault;

/** Right reassembly up to the first fault, and something wrong done about that. */
final class Faults implements Reassembly {
  private final RequestDecoder decoder;
  private final Response response;
  private final ByteQueue rest = new ByteQueue();

  Faults(RequestDecoder decoder, Response response) {
    this.decoder = decoder;
    this.response = response;
  }

  /** What a server does about bad input. */
  @FunctionalInterface
  interface Response {
    /**
     * Responds to a fault, and to all that comes after it.
     *
     * @param rest what has come from the bad frame on; may be changed
     * @return why the client must be disconnected, if it must
     */
    Optional<String> respond(FrameFault fault, ByteQueue rest, Requests requests);
  }

  /** Why a server that does nothing wrong disconnects, if it does. */
  static Optional<String> reason(RequestDecoder decoder) {
    return Optional.ofNullable(decoder.fault()).map(fault -> "bad input: " + fault.message());
  }

  @Override
  public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
    rest.add(bytes, from, to - from);
    rest.remove(decoder.decode(rest.array(), rest.start(), rest.end(), requests));
    FrameFault fault = decoder.fault();
    return fault == null ? Optional.empty() : response.respond(fault, rest, requests);
  }
}
