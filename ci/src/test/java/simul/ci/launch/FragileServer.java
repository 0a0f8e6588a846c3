package simul.ci.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.reference.Parts;
import simul.spec.reference.Reassembly;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.SelectLoop;

/**
 * A program of its own: the reference server, or one that half a packet ends. Its arguments are the
 * port and what is wrong with it: nothing, exits, hangs, or deserts.
 */
public final class FragileServer {
  private static final int MOVE_BYTES = 3;

  /** The status of those that exit. */
  static final int STATUS = 7;

  private FragileServer() {}

  /** Serves until it is stopped. */
  public static void main(String[] args) throws Exception {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    try (ReferenceServer server = ReferenceServer.start(address, parts(args[1]))) {
      System.out.println("listening on " + server.address().getPort());
      new CountDownLatch(1).await();
    }
  }

  private static Parts parts(String mistake) throws SpecException {
    Parts right = Parts.of(Protocol.of(SpecLoader.load("homework3")));
    return switch (mistake) {
      case "nothing" -> right;
      case "exits" -> right.withReassembly(decoder -> new Fragile(decoder, FragileServer::exit));
      case "hangs" -> right.withReassembly(decoder -> new Fragile(decoder, FragileServer::hang));
      case "deserts" -> right.withIo((address, game) -> deserting(address, game));
      default -> throw new IllegalArgumentException(mistake);
    };
  }

  private static void exit() {
    System.out.println("\u001b[31mhalf a packet\u001b[0m");
    Runtime.getRuntime().halt(STATUS);
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does something when a receive brings anything but whole moves. */
  private record Fragile(Reassembly right, Runnable end) implements Reassembly {
    Fragile(RequestDecoder decoder, Runnable end) {
      this(new Reassembly.Buffered(decoder), end);
    }

    @Override
    public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
      if ((to - from) % MOVE_BYTES != 0) {
        end.run();
      }
      return right.received(bytes, from, to, requests);
    }
  }

  /** Takes the first departure for the end of the game. */
  private static simul.spec.reference.io.IoModel deserting(
      InetSocketAddress address, ConnectionHandler game) throws IOException {
    return SelectLoop.start(
        address,
        new ConnectionHandler() {
          @Override
          public void opened(Connection connection) {
            game.opened(connection);
          }

          @Override
          public void received(Connection connection, byte[] bytes, int from, int to) {
            game.received(connection, bytes, from, to);
          }

          @Override
          public void closed(Connection connection, String reason) {
            Runtime.getRuntime().halt(0);
          }
        });
  }
}
