package simul.conformance.mutant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import simul.conformance.mutant.SpoiledRequests.Asked;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.model.Direction;
import simul.spec.model.Sender;
import simul.spec.reference.Reassembly;
import simul.spec.wire.ByteQueue;

/** The classic mistakes in reassembly (handout, section 5). */
final class FrameMutants {
  private static final int SMALL_BUFFER_BYTES = 1024;

  private FrameMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "TakesReceiveForPacket",
            "FRAME-005",
            "takes whatever one receive brings for exactly one packet",
            TakesReceiveForPacket::new),
        mutant(
            "ActsTwiceOnPacket", "FRAME-001", "acts on each packet twice", ActsTwiceOnPacket::new),
        mutant(
            "SkipsEveryOtherPacket",
            "FRAME-001",
            "acts on every other packet only",
            SkipsEveryOtherPacket::new),
        mutant(
            "DropsTailOfReceive",
            "FRAME-004",
            "acts on the whole packets of a receive and drops the started one behind them",
            DropsTailOfReceive::new),
        mutant(
            "DropsSecondCoalescedFrame",
            "FRAME-005",
            "skips the second packet of each receive",
            DropsSecondCoalescedFrame::new),
        mutant(
            "TakesLoneByteForPacket",
            "FRAME-003",
            "takes a lone first byte for a packet and disconnects",
            TakesLoneByteForPacket::new),
        Mutant.of(
            "ActsOnHalfPacket",
            "FRAME-004",
            "acts as soon as the header is there, with zeros for what is missing",
            (parts, lifeline) ->
                parts.withReassembly(decoder -> new ActsOnHalfPacket(decoder, parts.protocol()))),
        mutant(
            "ReversesCoalescedFrames",
            "FRAME-005",
            "acts on the packets of one receive in reverse order",
            ReversesCoalescedFrames::new),
        mutant(
            "MergesEqualMoves",
            "FRAME-005",
            "acts once on equal moves that one receive brings",
            MergesEqualMoves::new),
        mutant(
            "LosesBytesPastSmallBuffer",
            "FRAME-009",
            "loses what one receive brings beyond 1,024 bytes",
            LosesBytesPastSmallBuffer::new),
        mutant(
            "HandlesOneFramePerReceive",
            "FRAME-005",
            "acts on one packet for each receive and keeps the others for the next",
            HandlesOneFramePerReceive::new),
        mutant(
            "RepeatsPacketThatWasCut",
            "FRAME-004",
            "acts twice on a packet that came in pieces",
            RepeatsPacketThatWasCut::new),
        mutant(
            "KeepsOnlyLastPiece",
            "FRAME-002",
            "keeps the first two pieces of a packet and overwrites the second with the third",
            KeepsOnlyLastPiece::new),
        sharing(
            "SharesBufferAmongConnections",
            "FRAME-007",
            "puts the bytes of all connections into one buffer",
            SharesBufferAmongConnections::new),
        sharing(
            "HoldsOthersUpDuringHalfPacket",
            "FRAME-008",
            "serves nobody else while it waits for the rest of a packet",
            HoldsOthersUpDuringHalfPacket::new));
  }

  private static Mutant mutant(
      String mistake, String ruleId, String summary, Function<RequestDecoder, Reassembly> faulty) {
    return Mutant.of(mistake, ruleId, summary, Infection.ofReassembly(faulty));
  }

  /** A mutant whose connections have something in common: one for each server. */
  private static Mutant sharing(
      String mistake,
      String ruleId,
      String summary,
      Supplier<Function<RequestDecoder, Reassembly>> common) {
    return Mutant.of(mistake, ruleId, summary, Infection.sharing(common, Infection::ofReassembly));
  }

  private static Optional<String> fault(RequestDecoder decoder) {
    return Optional.ofNullable(decoder.fault()).map(fault -> "bad input: " + fault.message());
  }

  private record TakesReceiveForPacket(RequestDecoder decoder) implements Reassembly {
    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      int ignored = decoder.decodeOne(bytes, from, to, requests);
      return ignored > 0 ? Optional.empty() : fault(decoder);
    }
  }

  private record DropsTailOfReceive(RequestDecoder decoder) implements Reassembly {
    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      int ignored = decoder.decode(bytes, from, to, requests);
      return ignored == to - from ? Optional.empty() : fault(decoder);
    }
  }

  private static final class DropsSecondCoalescedFrame extends SpoiledRequests {
    DropsSecondCoalescedFrame(RequestDecoder decoder) {
      super(decoder);
    }

    @Override
    List<Asked> spoil(List<Asked> requests) {
      if (requests.size() > 1) {
        requests.remove(1);
      }
      return requests;
    }
  }

  private static final class ActsTwiceOnPacket extends SpoiledRequests {
    ActsTwiceOnPacket(RequestDecoder decoder) {
      super(decoder);
    }

    @Override
    List<Asked> spoil(List<Asked> requests) {
      return requests.stream().flatMap(request -> Stream.of(request, request)).toList();
    }
  }

  private static final class SkipsEveryOtherPacket extends SpoiledRequests {
    private boolean skip;

    SkipsEveryOtherPacket(RequestDecoder decoder) {
      super(decoder);
    }

    @Override
    List<Asked> spoil(List<Asked> requests) {
      List<Asked> kept = new ArrayList<>();
      for (Asked request : requests) {
        if (!skip) {
          kept.add(request);
        }
        skip = !skip;
      }
      return kept;
    }
  }

  private static final class ReversesCoalescedFrames extends SpoiledRequests {
    ReversesCoalescedFrames(RequestDecoder decoder) {
      super(decoder);
    }

    @Override
    List<Asked> spoil(List<Asked> requests) {
      Collections.reverse(requests);
      return requests;
    }
  }

  private static final class MergesEqualMoves extends SpoiledRequests {
    MergesEqualMoves(RequestDecoder decoder) {
      super(decoder);
    }

    @Override
    List<Asked> spoil(List<Asked> requests) {
      List<Asked> merged = new ArrayList<>();
      for (Asked request : requests) {
        if (merged.isEmpty() || !merged.get(merged.size() - 1).what().equals(request.what())) {
          merged.add(request);
        }
      }
      return merged;
    }
  }

  private static final class TakesLoneByteForPacket implements Reassembly {
    private final Reassembly right;

    TakesLoneByteForPacket(RequestDecoder decoder) {
      this.right = new Reassembly.Buffered(decoder);
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      return to - from == 1
          ? Optional.of("a packet of one byte")
          : right.received(bytes, from, to, requests);
    }
  }

  private static final class ActsOnHalfPacket implements Reassembly {
    private final RequestDecoder decoder;
    private final int headerBytes;
    private final int moveBytes;
    private final ByteQueue rest = new ByteQueue();

    ActsOnHalfPacket(RequestDecoder decoder, Protocol protocol) {
      this.decoder = decoder;
      this.headerBytes = Math.max(1, protocol.packets(Sender.CLIENT).headerBytes());
      this.moveBytes = protocol.requestEncoder().moveBytes(Direction.UP);
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      rest.add(bytes, from, to - from);
      rest.remove(decoder.decode(rest.array(), rest.start(), rest.end(), requests));
      if (rest.size() >= headerBytes && rest.size() < moveBytes) {
        byte[] padded = java.util.Arrays.copyOf(rest.toArray(), moveBytes);
        int ignored = decoder.decodeOne(padded, 0, padded.length, requests);
        rest.remove(ignored > 0 ? rest.size() : 0);
      }
      return fault(decoder);
    }
  }

  private static final class LosesBytesPastSmallBuffer implements Reassembly {
    private final Reassembly right;

    LosesBytesPastSmallBuffer(RequestDecoder decoder) {
      this.right = new Reassembly.Buffered(decoder);
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      return right.received(bytes, from, Math.min(to, from + SMALL_BUFFER_BYTES), requests);
    }
  }

  private static final class HandlesOneFramePerReceive implements Reassembly {
    private final RequestDecoder decoder;
    private final ByteQueue rest = new ByteQueue();

    HandlesOneFramePerReceive(RequestDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      rest.add(bytes, from, to - from);
      rest.remove(decoder.decodeOne(rest.array(), rest.start(), rest.end(), requests));
      return fault(decoder);
    }
  }

  private static final class RepeatsPacketThatWasCut implements Reassembly {
    private final RequestDecoder decoder;
    private final ByteQueue rest = new ByteQueue();

    RepeatsPacketThatWasCut(RequestDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      boolean cut = !rest.isEmpty();
      rest.add(bytes, from, to - from);
      if (cut) {
        int ignored = decoder.decodeOne(rest.array(), rest.start(), rest.end(), requests);
        if (ignored == 0) {
          return fault(decoder);
        }
      }
      rest.remove(decoder.decode(rest.array(), rest.start(), rest.end(), requests));
      return fault(decoder);
    }
  }

  private static final class KeepsOnlyLastPiece implements Reassembly {
    private final RequestDecoder decoder;
    private final ByteQueue rest = new ByteQueue();
    private int firstPieceBytes;

    KeepsOnlyLastPiece(RequestDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      if (rest.isEmpty()) {
        firstPieceBytes = to - from;
      } else if (rest.size() > firstPieceBytes) {
        byte[] firstPiece = java.util.Arrays.copyOf(rest.toArray(), firstPieceBytes);
        rest.clear();
        rest.add(firstPiece);
      }
      rest.add(bytes, from, to - from);
      rest.remove(decoder.decode(rest.array(), rest.start(), rest.end(), requests));
      firstPieceBytes = Math.min(firstPieceBytes, rest.size());
      return fault(decoder);
    }
  }

  private static final class SharesBufferAmongConnections
      implements Function<RequestDecoder, Reassembly> {
    private final ByteQueue rest = new ByteQueue();

    @Override
    public Reassembly apply(RequestDecoder decoder) {
      return (bytes, from, to, requests) -> {
        rest.add(bytes, from, to - from);
        rest.remove(decoder.decode(rest.array(), rest.start(), rest.end(), requests));
        Optional<String> fault = fault(decoder);
        if (fault.isPresent()) {
          rest.clear();
        }
        return fault;
      };
    }
  }

  private static final class HoldsOthersUpDuringHalfPacket
      implements Function<RequestDecoder, Reassembly> {
    private final Deque<Runnable> heldUp = new ArrayDeque<>();
    private Reassembly awaited;

    @Override
    public Reassembly apply(RequestDecoder decoder) {
      return new Waiting(decoder);
    }

    private final class Waiting implements Reassembly {
      private final RequestDecoder decoder;
      private final ByteQueue rest = new ByteQueue();

      Waiting(RequestDecoder decoder) {
        this.decoder = decoder;
      }

      @Override
      public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
        rest.add(bytes, from, to - from);
        if (awaited != null && awaited != this) {
          heldUp.add(() -> decode(requests));
          return Optional.empty();
        }
        decode(requests);
        awaited = rest.isEmpty() ? null : this;
        while (awaited == null && !heldUp.isEmpty()) {
          heldUp.remove().run();
        }
        return fault(decoder);
      }

      private void decode(Requests requests) {
        rest.remove(decoder.decode(rest.array(), rest.start(), rest.end(), requests));
      }
    }
  }
}
