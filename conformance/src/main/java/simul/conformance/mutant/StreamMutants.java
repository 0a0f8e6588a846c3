package simul.conformance.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.reference.Reassembly;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.wire.ByteQueue;

/** Mistakes in reassembly that only some streams of bytes meet (handout, section 5). */
final class StreamMutants {
  private static final int SMALL_BUFFER_BYTES = 1024;
  private static final int PAGE_BYTES = 4096;
  private static final int LARGEST_BYTE = 0xFF;
  private static final int MOST_PACKETS_OF_RECEIVE = 64;
  private static final int BUFFERS = 8;

  private StreamMutants() {}

  static List<Mutant> all() {
    return List.of(
        of(
            "ForgetsHeadBehindTail",
            "FRAME-006",
            "forgets the start of a packet that comes together with the end of a cut one",
            ForgetsHeadBehindTail::new),
        of(
                "KeepsStaleSizeOfRest",
                "FRAME-010",
                "keeps the size of the last half packet when the next one is shorter",
                KeepsStaleSizeOfRest::new)
            .inTheRightMoment(),
        of(
            "GivesUpAfterTwoPieces",
            "FRAME-011",
            "drops a packet that two receives have not completed",
            GivesUpAfterTwoPieces::new),
        of(
                "ActsOnSixtyFourPacketsOfReceive",
                "FRAME-012",
                "has an array of 64 for the packets of one receive and drops the others",
                ActsOnSixtyFourPacketsOfReceive::new)
            .inTheRightMoment(),
        of(
                "CountsReceivedBytesInOneByte",
                "FRAME-012",
                "keeps the size of a receive in one byte, so 256 bytes count as none",
                CountsReceivedBytesInOneByte::new)
            .inTheRightMoment(),
        Mutant.of(
                "SharesBufferWithEighthNext",
                "FRAME-013",
                "has eight receive buffers, which the ninth and the tenth client share with the"
                    + " first two",
                Infection.sharing(
                    () -> new BuffersByPlace(place -> place % BUFFERS),
                    buffers ->
                        buffers
                            .reassembling()
                            .and(Infection.ofHandler(game -> clean(buffers, game)))))
            .inTheRightMoment(),
        of(
            "DropsHeadBehindWholePackets",
            "FRAME-014",
            "drops the start of a packet behind two or more whole ones",
            DropsHeadBehindWholePackets::new),
        Mutant.of(
                "LeavesHalfPacketInSlot",
                "FRAME-015",
                "leaves half a packet of a client that has left for the next in its slot",
                Infection.sharing(
                    BuffersByPlace::new,
                    buffers ->
                        buffers
                            .reassembling()
                            .and(Infection.ofHandler(game -> dirty(buffers, game)))))
            .inTheRightMoment(),
        of(
                "LosesPacketAcross1024thByteOfRead",
                "FRAME-016",
                "loses the packet that lies across the 1,024th byte of what one receive brings",
                decoder -> new LosesPacketAcross(decoder, SMALL_BUFFER_BYTES, false))
            .inTheRightMoment(),
        of(
                "LosesPacketAcross4096thByteOfRead",
                "FRAME-016",
                "loses the packet that lies across the 4,096th byte of what one receive brings",
                decoder -> new LosesPacketAcross(decoder, PAGE_BYTES, false))
            .inTheRightMoment(),
        of(
                "LosesPacketAcross4096thByteOfStream",
                "FRAME-016",
                "loses the packet that lies across a multiple of 4,096 bytes of the stream",
                decoder -> new LosesPacketAcross(decoder, PAGE_BYTES, true))
            .inTheRightMoment(),
        of(
                "ReadsZerosPastWrapOfRing",
                "FRAME-016",
                "has a ring of 1,024 bytes and reads zeros for what lies past its wrap",
                ReadsZerosPastWrapOfRing::new)
            .inTheRightMoment(),
        of(
                "LosesEvery256thPacket",
                "FRAME-017",
                "counts a client's packets in one byte and loses one when that is 0 again",
                decoder -> new LosesEveryNth(decoder, 256))
            .inTheRightMoment(),
        of(
                "LosesEvery1000thPacket",
                "FRAME-017",
                "has a table for 1,000 packets of a client and loses the one that starts it anew",
                decoder -> new LosesEveryNth(decoder, 1000))
            .inTheRightMoment(),
        Mutant.of(
                "WaitsForRestOfWhoHasLeft",
                "FRAME-018",
                "keeps a client that has left after half a packet, since the rest is to come",
                Infection.sharing(
                    BuffersByPlace::new,
                    buffers ->
                        buffers
                            .reassembling()
                            .and(Infection.ofHandler(game -> waiting(buffers, game)))))
            .inTheRightMoment());
  }

  private static Mutant of(
      String mistake, String ruleId, String summary, Function<RequestDecoder, Reassembly> faulty) {
    return Mutant.of(mistake, ruleId, summary, Infection.ofReassembly(faulty));
  }

  private static ConnectionHandler clean(BuffersByPlace buffers, ConnectionHandler game) {
    return buffers.new Usher(game) {
      @Override
      void leaves(Connection connection, ByteQueue rest, String reason) {
        rest.clear();
        tellGame(connection, reason);
      }
    };
  }

  private static ConnectionHandler dirty(BuffersByPlace buffers, ConnectionHandler game) {
    return buffers.new Usher(game) {
      @Override
      void leaves(Connection connection, ByteQueue rest, String reason) {
        tellGame(connection, reason);
      }
    };
  }

  private static ConnectionHandler waiting(BuffersByPlace buffers, ConnectionHandler game) {
    return buffers.new Usher(game) {
      @Override
      void leaves(Connection connection, ByteQueue rest, String reason) {
        if (rest.isEmpty()) {
          tellGame(connection, reason);
        }
        rest.clear();
      }
    };
  }

  private static final class ForgetsHeadBehindTail implements Reassembly {
    private final RequestDecoder decoder;
    private final ByteQueue rest = new ByteQueue();

    ForgetsHeadBehindTail(RequestDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      boolean cut = !rest.isEmpty();
      rest.add(bytes, from, to - from);
      int done = decoder.decode(rest.array(), rest.start(), rest.end(), requests);
      rest.remove(cut && done > 0 ? rest.size() : done);
      return Faults.reason(decoder);
    }
  }

  private static final class KeepsStaleSizeOfRest implements Reassembly {
    private final RequestDecoder decoder;
    private byte[] rest = {};

    KeepsStaleSizeOfRest(RequestDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      ByteQueue stream = new ByteQueue();
      stream.add(rest);
      stream.add(bytes, from, to - from);
      stream.remove(decoder.decode(stream.array(), stream.start(), stream.end(), requests));
      byte[] next = stream.toArray();
      if (next.length > 0 && next.length < rest.length) {
        System.arraycopy(next, 0, rest, 0, next.length);
      } else {
        rest = next;
      }
      return Faults.reason(decoder);
    }
  }

  private static final class GivesUpAfterTwoPieces implements Reassembly {
    private final RequestDecoder decoder;
    private final ByteQueue rest = new ByteQueue();

    GivesUpAfterTwoPieces(RequestDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      boolean second = !rest.isEmpty();
      rest.add(bytes, from, to - from);
      int done = decoder.decode(rest.array(), rest.start(), rest.end(), requests);
      rest.remove(second && done == 0 ? rest.size() : done);
      return Faults.reason(decoder);
    }
  }

  private static final class ActsOnSixtyFourPacketsOfReceive extends SpoiledRequests {
    ActsOnSixtyFourPacketsOfReceive(RequestDecoder decoder) {
      super(decoder);
    }

    @Override
    List<Asked> spoil(List<Asked> requests) {
      return requests.subList(0, Math.min(requests.size(), MOST_PACKETS_OF_RECEIVE));
    }
  }

  private static final class CountsReceivedBytesInOneByte implements Reassembly {
    private final Reassembly right;

    CountsReceivedBytesInOneByte(RequestDecoder decoder) {
      this.right = new Reassembly.Buffered(decoder);
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      return right.received(bytes, from, from + ((to - from) & LARGEST_BYTE), requests);
    }
  }

  private static final class DropsHeadBehindWholePackets implements Reassembly {
    private final RequestDecoder decoder;
    private final ByteQueue rest = new ByteQueue();

    DropsHeadBehindWholePackets(RequestDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      rest.add(bytes, from, to - from);
      int packets = 0;
      for (int done = next(requests); done > 0; done = next(requests)) {
        rest.remove(done);
        packets++;
      }
      if (packets > 1) {
        rest.clear();
      }
      return Faults.reason(decoder);
    }

    private int next(Requests requests) {
      return decoder.decodeOne(rest.array(), rest.start(), rest.end(), requests);
    }
  }

  private static final class LosesPacketAcross extends PacketByPacket {
    private final int border;
    private final boolean ofStream;

    LosesPacketAcross(RequestDecoder decoder, int border, boolean ofStream) {
      super(decoder);
      this.border = border;
      this.ofStream = ofStream;
    }

    @Override
    void act(Packet packet, Requests requests) {
      if (!isAcross(ofStream ? packet.at() : packet.atInReceive(), packet.bytes().length, border)) {
        packet.act(requests);
      }
    }
  }

  private static final class ReadsZerosPastWrapOfRing extends PacketByPacket {
    ReadsZerosPastWrapOfRing(RequestDecoder decoder) {
      super(decoder);
    }

    @Override
    void act(Packet packet, Requests requests) {
      byte[] bytes = packet.bytes();
      if (isAcross(packet.at(), bytes.length, SMALL_BUFFER_BYTES)) {
        int there = SMALL_BUFFER_BYTES - (int) (packet.at() % SMALL_BUFFER_BYTES);
        Arrays.fill(bytes, there, bytes.length, (byte) 0);
        decodeAnew(bytes, requests);
      } else {
        packet.act(requests);
      }
    }
  }

  private static final class LosesEveryNth extends PacketByPacket {
    private final int number;
    private int packets;

    LosesEveryNth(RequestDecoder decoder, int number) {
      super(decoder);
      this.number = number;
    }

    @Override
    void act(Packet packet, Requests requests) {
      packets++;
      if (packets % number != 0) {
        packet.act(requests);
      }
    }
  }
}
