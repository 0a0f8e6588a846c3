package simul.conformance.odd;

import java.util.Optional;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.reference.Reassembly;
import simul.spec.wire.ByteQueue;
import simul.spec.wire.FrameFault;

/**
 * A reassembly that passes over a bad frame and goes on with the next. Of a length that is too
 * large it waits for all the bytes, without keeping them; where nothing on the wire tells where the
 * next frame starts, it gives the client up.
 */
final class SkipsBadFrames implements Reassembly {
  private final RequestDecoder decoder;
  private final ByteQueue rest = new ByteQueue();
  private int toSkip;

  SkipsBadFrames(RequestDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
    rest.add(bytes, from, to - from);
    skip();
    while (!rest.isEmpty()) {
      rest.remove(decoder.decode(rest.array(), rest.start(), rest.end(), requests));
      FrameFault fault = decoder.fault();
      if (fault == null) {
        break;
      }
      if (fault.resumeBytes().isEmpty()) {
        return Optional.of("bad input: " + fault.message());
      }
      toSkip = fault.resumeBytes().getAsInt();
      decoder.resume();
      skip();
    }
    return Optional.empty();
  }

  private void skip() {
    int there = Math.min(toSkip, rest.size());
    rest.remove(there);
    toSkip -= there;
  }
}
