package simul.conformance.mutant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import simul.conformance.mutant.SpoiledRequests.Asked;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.reference.Reassembly;
import simul.spec.wire.ByteQueue;

/** Right buffering, and something wrong done about a packet because of where it is. */
abstract class PacketByPacket implements Reassembly {
  private final RequestDecoder decoder;
  private final ByteQueue rest = new ByteQueue();
  private long readBytes;

  PacketByPacket(RequestDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * A packet and its place.
   *
   * @param at where in the stream it starts
   * @param atInReceive where in the receive that completed it; below 0 when it started before
   * @param asked what it asks for
   */
  record Packet(byte[] bytes, long at, long atInReceive, List<Asked> asked) {
    void act(Requests requests) {
      asked.forEach(request -> request.act().accept(requests));
    }
  }

  /** Acts on a packet, or does something else about it. */
  abstract void act(Packet packet, Requests requests);

  @Override
  public final Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
    long receive = readBytes;
    readBytes += to - from;
    rest.add(bytes, from, to - from);
    List<Asked> asked = new ArrayList<>();
    for (int length = next(asked); length > 0; length = next(asked)) {
      byte[] packet = Arrays.copyOfRange(rest.array(), rest.start(), rest.start() + length);
      long at = readBytes - rest.size();
      rest.remove(length);
      act(new Packet(packet, at, at - receive, asked), requests);
      asked = new ArrayList<>();
    }
    return Faults.reason(decoder);
  }

  private int next(List<Asked> asked) {
    return decoder.decodeOne(rest.array(), rest.start(), rest.end(), Asked.into(asked));
  }

  /** Acts on bytes as on a packet of its own, if they are one. */
  final void decodeAnew(byte[] bytes, Requests requests) {
    int ignored = decoder.decodeOne(bytes, 0, bytes.length, requests);
    assert ignored <= bytes.length;
  }

  /** Whether bytes from there on lie on both sides of a multiple of the border. */
  static boolean isAcross(long at, int length, int border) {
    return at >= 0 && at / border != (at + length - 1) / border;
  }
}
