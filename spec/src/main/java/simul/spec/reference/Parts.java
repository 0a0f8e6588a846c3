package simul.spec.reference;

import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.RequestDecoder;
import simul.spec.reference.io.IoModel;
import simul.spec.reference.io.SelectLoop;
import simul.spec.world.World;

/**
 * What a reference server is made of.
 *
 * @param protocol what the bytes mean
 * @param world the board, empty
 * @param reassembly makes the reassembly of a new connection
 * @param announcer makes what tells clients what has happened
 * @param io serves the sockets
 * @param clock for the log
 * @param log gets a line for each join, leave and refusal
 */
public record Parts(
    Protocol protocol,
    World world,
    Function<RequestDecoder, Reassembly> reassembly,
    BiFunction<Protocol, World, Announcer> announcer,
    IoModel.Factory io,
    Clock clock,
    Consumer<String> log) {

  /** The right parts for a protocol, with a silent log. */
  public static Parts of(Protocol protocol) {
    return new Parts(
        protocol,
        World.inRows(protocol.spec().world()),
        Reassembly.Buffered::new,
        Announcer::new,
        SelectLoop::start,
        Clock.systemDefaultZone(),
        line -> {});
  }

  /** The same with another reassembly. */
  public Parts withReassembly(Function<RequestDecoder, Reassembly> other) {
    return new Parts(protocol, world, other, announcer, io, clock, log);
  }

  /** The same with another world. */
  public Parts withWorld(World other) {
    return new Parts(protocol, other, reassembly, announcer, io, clock, log);
  }

  /** The same with another announcer. */
  public Parts withAnnouncer(BiFunction<Protocol, World, Announcer> other) {
    return new Parts(protocol, world, reassembly, other, io, clock, log);
  }

  /** The same with another I/O model. */
  public Parts withIo(IoModel.Factory other) {
    return new Parts(protocol, world, reassembly, announcer, other, clock, log);
  }

  /** The same with another log. */
  public Parts withLog(Consumer<String> other) {
    return new Parts(protocol, world, reassembly, announcer, io, clock, other);
  }
}
