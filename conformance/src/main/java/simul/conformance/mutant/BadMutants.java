package simul.conformance.mutant;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.Requests;
import simul.spec.model.Direction;
import simul.spec.model.Sender;
import simul.spec.reference.Parts;
import simul.spec.wire.FrameFault;
import simul.spec.wire.FrameFault.Kind;

/** Mistakes in what is done about one bad packet (handout, section 7). */
final class BadMutants {
  /** No packet is that long. */
  private static final long LARGE = 100;

  private BadMutants() {}

  static List<Mutant> all() {
    return List.of(
        fatal(
                "HangsOnLengthZero",
                "BAD-001",
                "takes zero bytes off its buffer again and again when the length is 0",
                (bad, fault) -> fault.kind() == Kind.LENGTH_TOO_SMALL && fault.value() == 0,
                Lifeline::hang)
            .where(Possible.HAS_LENGTH),
        fatal(
                "CrashesOnLengthBelowHeader",
                "BAD-002",
                "copies a negative number of bytes when the length is shorter than the header",
                (bad, fault) -> fault.kind() == Kind.LENGTH_TOO_SMALL && fault.value() != 0,
                lifeline -> lifeline.crash("a negative size"))
            .where(Possible.HAS_LENGTH),
        fatal(
                "HangsUntilLargeLengthHasCome",
                "BAD-003",
                "waits for all bytes that a large length announces, and serves nobody meanwhile",
                (bad, fault) -> bad.isLength(fault) && fault.value() >= LARGE,
                Lifeline::hang)
            .where(Possible.HAS_LENGTH),
        acting(
                "ActsOnPacketTooShort",
                "BAD-004",
                "reads the direction of a packet that is too short from behind its end",
                (bad, fault) ->
                    bad.isLength(fault) && fault.value() >= 0 && fault.value() < bad.moveLength(),
                (fault, requests) -> requests.move(Direction.DOWN))
            .where(Possible.HAS_LENGTH),
        acting(
                "ActsOnTailOfPacketTooLong",
                "BAD-005",
                "takes each byte that a packet is too long for another direction",
                (bad, fault) ->
                    bad.isLength(fault)
                        && fault.value() > bad.moveLength()
                        && fault.value() < LARGE,
                (fault, requests) -> {
                  requests.move(Direction.DOWN);
                  requests.move(Direction.DOWN);
                })
            .where(Possible.HAS_LENGTH),
        acting(
                "TakesUnknownTypeForMove",
                "BAD-006",
                "has no default case, so that a packet of unknown type is a move",
                (bad, fault) -> fault.kind() == Kind.UNKNOWN_TYPE,
                (fault, requests) -> requests.move(Direction.DOWN))
            .where(Possible.HAS_TYPE),
        fatal(
                "CrashesOnUnknownType",
                "BAD-006",
                "calls the handler that its table does not have for an unknown type",
                (bad, fault) -> fault.kind() == Kind.UNKNOWN_TYPE,
                lifeline -> lifeline.crash("no handler"))
            .where(Possible.HAS_TYPE),
        acting(
            "TakesDirectionModuloFour",
            "BAD-007",
            "takes the lowest two bits of a direction for the direction",
            (bad, fault) -> fault.kind() == Kind.VALUE_NOT_ALLOWED,
            (fault, requests) ->
                requests.move(Direction.values()[(int) Math.floorMod(fault.value(), 4L)])));
  }

  /** What a mistake needs to know of the protocol. */
  private record Bad(long moveLength) {
    static Bad of(Protocol protocol) {
      int moveBytes = protocol.requestEncoder().moveBytes(Direction.UP);
      return new Bad(
          Possible.HAS_LENGTH.test(protocol.spec())
              ? protocol.packets(Sender.CLIENT).lengthValue(moveBytes)
              : 0);
    }

    boolean isLength(FrameFault fault) {
      return fault.kind() == Kind.LENGTH_OF_NO_PACKET || fault.kind() == Kind.LENGTH_UNFIT_FOR_TYPE;
    }
  }

  @FunctionalInterface
  private interface Occasion {
    boolean is(Bad bad, FrameFault fault);
  }

  private static Mutant acting(
      String mistake,
      String ruleId,
      String summary,
      Occasion occasion,
      BiConsumer<FrameFault, Requests> act) {
    return Mutant.of(
        mistake, ruleId, summary, (parts, lifeline) -> responding(parts, occasion, act));
  }

  private static Mutant fatal(
      String mistake, String ruleId, String summary, Occasion occasion, Consumer<Lifeline> end) {
    return Mutant.of(
        mistake,
        ruleId,
        summary,
        (parts, lifeline) ->
            responding(parts, occasion, (fault, requests) -> end.accept(lifeline)));
  }

  private static Parts responding(
      Parts parts, Occasion occasion, BiConsumer<FrameFault, Requests> act) {
    Bad bad = Bad.of(parts.protocol());
    return parts.withReassembly(
        decoder ->
            new Faults(
                decoder,
                (fault, rest, requests) -> {
                  if (occasion.is(bad, fault)) {
                    act.accept(fault, requests);
                  }
                  return Optional.of("bad input: " + fault.message());
                }));
  }
}
