package simul.conformance.script;

import simul.spec.meaning.Asker;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.model.Direction;

/**
 * What a right server makes of some bytes of a client that is in the game and is not within a
 * packet. Pure.
 *
 * @param consumed how many of the bytes are packets of the protocol, from the first one on
 * @param refused whether what follows them can be no packet
 * @param heard whether those packets ask for anything
 * @param whole whether it can tell where bytes that mean nothing end, and go on after them
 */
public record Reception(int consumed, boolean refused, boolean heard, boolean whole) {

  /** What it makes of these. */
  public static Reception of(Protocol protocol, byte[] bytes) {
    RequestDecoder decoder = protocol.newRequestDecoder();
    byte[] hello = protocol.requestEncoder().hello(Asker.ANYBODY);
    int ignored = decoder.decode(hello, 0, hello.length, direction -> {});
    Hearing hearing = new Hearing();
    int consumed = decoder.decode(bytes, 0, bytes.length, hearing);
    boolean passedOver =
        decoder.fault() != null && decoder.fault().resumeBytes().orElse(0) == bytes.length;
    return new Reception(
        consumed, decoder.fault() != null, hearing.heard, consumed == bytes.length || passedOver);
  }

  /** Whether the very first of the bytes are no packet. */
  public boolean isRefusedAtOnce() {
    return consumed == 0 && refused && !heard;
  }

  private static final class Hearing implements Requests {
    private boolean heard;

    @Override
    public void move(Direction direction) {
      heard = true;
    }

    @Override
    public void moveTo(int x, int y) {
      heard = true;
    }

    @Override
    public void poke() {
      heard = true;
    }

    @Override
    public void bye() {
      heard = true;
    }
  }
}
