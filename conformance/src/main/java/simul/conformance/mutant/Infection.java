package simul.conformance.mutant;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.model.WorldRules;
import simul.spec.reference.Announcer;
import simul.spec.reference.Parts;
import simul.spec.reference.Reassembly;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.OutboundQueue;
import simul.spec.reference.io.Receiver;
import simul.spec.reference.io.SelectLoop;
import simul.spec.world.World;

/** How a mistake gets into a server. Applied once for each server, so what it makes is its own. */
@FunctionalInterface
interface Infection {

  /** The parts of a server with the mistake in them. */
  Parts infect(Parts right, Lifeline lifeline);

  /** Makes two mistakes that need each other. */
  default Infection and(Infection other) {
    return (parts, lifeline) -> other.infect(infect(parts, lifeline), lifeline);
  }

  /** Several parts are to share something that each server has of its own. */
  static <T> Infection sharing(Supplier<T> common, Function<T, Infection> infection) {
    return (parts, lifeline) -> infection.apply(common.get()).infect(parts, lifeline);
  }

  static Infection ofReassembly(Function<RequestDecoder, Reassembly> faulty) {
    return (parts, lifeline) -> parts.withReassembly(faulty);
  }

  /** Whole packets are right, and what is done about them is not. */
  static Infection ofRequests(UnaryOperator<Requests> faulty) {
    return ofReassembly(decoder -> new Spoiling(decoder, faulty));
  }

  static Infection ofWorld(Function<WorldRules, World> faulty) {
    return (parts, lifeline) -> parts.withWorld(faulty.apply(parts.protocol().spec().world()));
  }

  static Infection ofAnnouncer(BiFunction<Protocol, World, Announcer> faulty) {
    return (parts, lifeline) -> parts.withAnnouncer(faulty);
  }

  /** What the sockets tell does not come to the game as they tell it. */
  static Infection ofHandler(UnaryOperator<ConnectionHandler> faulty) {
    return (parts, lifeline) ->
        parts.withIo((address, game) -> parts.io().start(address, faulty.apply(game)));
  }

  static Infection ofSending(IntFunction<OutboundQueue> faulty) {
    return (parts, lifeline) ->
        parts.withIo(lifeline.around(SelectLoop.with(Receiver.ONCE, faulty)));
  }

  static Infection ofReceiving(Receiver faulty) {
    return (parts, lifeline) ->
        parts.withIo(lifeline.around(SelectLoop.with(faulty, OutboundQueue::new)));
  }
}
