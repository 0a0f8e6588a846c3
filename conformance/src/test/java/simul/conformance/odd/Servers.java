package simul.conformance.odd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.Reassembly;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.SelectLoop;

/** Reference servers on free ports of this host, and the protocols that they speak. */
public final class Servers {
  /** The course's default protocol. */
  public static final Protocol HOMEWORK3 = protocol("homework3");

  private Servers() {}

  /** A bundled protocol. */
  public static Protocol protocol(String name) {
    try {
      return Protocol.of(SpecLoader.load(name));
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The course's default protocol with one place of its spec file changed. */
  public static Protocol homework3With(String place, String change) {
    String resource = "/protocols/homework3.yaml";
    try (InputStream in = SpecLoader.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!text.contains(place)) {
        throw new IllegalArgumentException(resource + " does not say " + place);
      }
      return Protocol.of(SpecLoader.parse(resource, text.replace(place, change)));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A port of this host that is free. */
  public static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** A server that does everything right. */
  public static ReferenceServer right(Protocol protocol) {
    return of(protocol, UnaryOperator.identity());
  }

  /** A server whose parts are changed. */
  public static ReferenceServer of(Protocol protocol, UnaryOperator<Parts> change) {
    try {
      return ReferenceServer.start(anyPort(), change.apply(Parts.of(protocol)));
    } catch (IOException e) {
      throw new UncheckedIOException("no server", e);
    }
  }

  /** A server whose sockets tell another handler than the game. */
  public static ReferenceServer handling(
      Protocol protocol, UnaryOperator<ConnectionHandler> handler) {
    return of(
        protocol,
        parts -> parts.withIo((address, game) -> SelectLoop.start(address, handler.apply(game))));
  }

  /** The odd server of that name. */
  public static ReferenceServer odd(Protocol protocol, String name) {
    return of(protocol, OddServers.find(name).orElseThrow().alter());
  }

  /** A server that takes so long over each move, one after the other. */
  public static ReferenceServer takingItsTime(Protocol protocol, Duration perMove) {
    return of(
        protocol,
        parts ->
            parts
                .withIo(BlockingSockets.with(Habits.USUAL))
                .withReassembly(
                    decoder -> {
                      Reassembly right = new Reassembly.Buffered(decoder);
                      return (bytes, from, to, requests) ->
                          right.received(
                              bytes,
                              from,
                              to,
                              direction -> {
                                spend(perMove);
                                requests.move(direction);
                              });
                    }));
  }

  private static void spend(Duration time) {
    try {
      boolean woken = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
      assert !woken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
