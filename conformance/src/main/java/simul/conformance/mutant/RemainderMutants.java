package simul.conformance.mutant;

import java.util.List;
import java.util.function.IntFunction;
import simul.spec.reference.io.OutboundQueue;

/** Mistakes about what a socket did not take; all need a slow reader (handout, section 6). */
final class RemainderMutants {
  private RemainderMutants() {}

  static List<Mutant> all() {
    return List.of(
        sending(
            "DropsRemainder",
            "SEND-004",
            "forgets what a socket did not take",
            DropsRemainder::new),
        sending(
            "DropsPacketsForSlowReader",
            "SEND-004",
            "drops packets for a client while something waits to be sent to it",
            DropsPacketsForSlowReader::new),
        sending(
            "PutsPacketBeforeRemainder",
            "SEND-004",
            "sends the next packet before what is left of the last one",
            PutsPacketBeforeRemainder::new),
        sending(
            "SendsAllAgainAfterShortWrite",
            "SEND-004",
            "sends all again when a socket took a part of it",
            SendsAllAgainAfterShortWrite::new),
        Mutant.of(
                "MixesUpRemainders",
                "SEND-005",
                "keeps what is left for a slow client behind what is left for another",
                Infection.sharing(
                    SharedRemainder::new, shared -> Infection.ofSending(shared::queue)))
            .inTheRightMoment(),
        sending(
            "DropsSecondRemainder",
            "SEND-009",
            "keeps what the first short write leaves and forgets what the second leaves",
            DropsSecondRemainder::new),
        sending(
            "NeverSendsAgainOnceCaughtUp",
            "SEND-010",
            "does not arm the next send once a slow client has been sent everything",
            NeverSendsAgainOnceCaughtUp::new));
  }

  private static Mutant sending(
      String mistake, String ruleId, String summary, IntFunction<OutboundQueue> faulty) {
    return Mutant.of(mistake, ruleId, summary, Infection.ofSending(faulty)).inTheRightMoment();
  }

  private static final class DropsRemainder extends SlowReaderQueue {
    DropsRemainder(int boundBytes) {
      super(boundBytes);
    }

    @Override
    boolean shortWrite(int takenBytes, int offeredBytes) {
      waiting().clear();
      return false;
    }
  }

  private static final class DropsPacketsForSlowReader extends SlowReaderQueue {
    DropsPacketsForSlowReader(int boundBytes) {
      super(boundBytes);
    }

    @Override
    protected void add(byte[] bytes) {
      if (!isBehind()) {
        super.add(bytes);
      }
    }
  }

  private static final class PutsPacketBeforeRemainder extends SlowReaderQueue {
    private boolean done;

    PutsPacketBeforeRemainder(int boundBytes) {
      super(boundBytes);
    }

    @Override
    protected void add(byte[] bytes) {
      if (isBehind() && !done) {
        done = true;
        byte[] remainder = waiting().toArray();
        waiting().clear();
        waiting().add(bytes);
        waiting().add(remainder);
      } else {
        super.add(bytes);
      }
    }

    @Override
    void caughtUp() {
      done = false;
    }
  }

  private static final class SendsAllAgainAfterShortWrite extends SlowReaderQueue {
    SendsAllAgainAfterShortWrite(int boundBytes) {
      super(boundBytes);
    }

    @Override
    boolean shortWrite(int takenBytes, int offeredBytes) {
      return false;
    }
  }

  /** The one place for what is left, which should be one for each client. */
  private static final class SharedRemainder {
    private Mixed behind;

    OutboundQueue queue(int boundBytes) {
      return new Mixed(boundBytes);
    }

    private final class Mixed extends SlowReaderQueue {
      Mixed(int boundBytes) {
        super(boundBytes);
      }

      @Override
      boolean shortWrite(int takenBytes, int offeredBytes) {
        boolean takesMore = super.shortWrite(takenBytes, offeredBytes);
        if (behind == null || !behind.isBehind()) {
          behind = this;
        } else if (!behind.equals(this)) {
          behind.addRemainder(waiting().toArray());
          waiting().clear();
        }
        return takesMore;
      }

      private void addRemainder(byte[] bytes) {
        waiting().add(bytes);
      }
    }
  }

  private static final class DropsSecondRemainder extends SlowReaderQueue {
    private int shortWrites;

    DropsSecondRemainder(int boundBytes) {
      super(boundBytes);
    }

    @Override
    boolean shortWrite(int takenBytes, int offeredBytes) {
      boolean takesMore = super.shortWrite(takenBytes, offeredBytes);
      shortWrites += takenBytes > 0 ? 1 : 0;
      if (shortWrites == 2) {
        shortWrites = 0;
        waiting().clear();
      }
      return takesMore;
    }
  }

  private static final class NeverSendsAgainOnceCaughtUp extends SlowReaderQueue {
    private boolean stuck;

    NeverSendsAgainOnceCaughtUp(int boundBytes) {
      super(boundBytes);
    }

    @Override
    void caughtUp() {
      stuck = true;
    }

    @Override
    protected void add(byte[] bytes) {
      if (!stuck) {
        super.add(bytes);
      }
    }
  }
}
