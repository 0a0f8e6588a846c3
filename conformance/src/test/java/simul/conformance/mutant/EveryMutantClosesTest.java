package simul.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.odd.FreePort;
import simul.conformance.odd.Servers;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Asker;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.reference.ReferenceServer;
import simul.spec.world.Cell;

/** Whatever a faulty server has been through, nothing of it is left when it has been closed. */
@Execution(ExecutionMode.CONCURRENT)
class EveryMutantClosesTest {
  private static final int PATIENCE_MILLIS = 50;
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(4);

  static List<String> specs() {
    return SpecLoader.BUNDLED;
  }

  @Test
  void leavesNoThreadAndNoPort() throws Exception {
    leavesNoThreadAndNoPort("homework3");
  }

  @ParameterizedTest
  @MethodSource("specs")
  @Tag("whole")
  void leavesNoThreadAndNoPort(String spec) throws Exception {
    Protocol protocol = Servers.protocol(spec);

    for (Mutant mutant : Mutants.all()) {
      if (mutant.isPossibleIn(protocol.spec())) {
        FutureTask<Duration> life = new FutureTask<>(() -> liveAndClose(mutant, protocol));
        ThreadGroup group = new ThreadGroup(mutant.name());
        Thread thread = new Thread(group, life);
        thread.start();

        assertThat(life.get()).as(mutant.name()).isLessThan(LONGEST_CLOSE);
        thread.join();
        assertThat(group.activeCount()).as(mutant.name()).isZero();
      }
    }
  }

  /** How long it takes to close a server that has met good clients and bad ones. */
  private static Duration liveAndClose(Mutant mutant, Protocol protocol) throws IOException {
    List<String> log = new CopyOnWriteArrayList<>();
    ReferenceServer server =
        Servers.of(protocol, parts -> mutant.infect().apply(parts.withLog(log::add)));
    InetSocketAddress address = server.address();
    List<Socket> sockets = new ArrayList<>();
    long start;
    try {
      for (int client = 0; client < 4; client++) {
        sockets.add(play(address, protocol, client));
      }
      sockets.get(0).shutdownOutput();
      sockets.get(1).setSoLinger(true, 0);
      sockets.get(1).close();
      sendGarbage(sockets.get(2));
    } finally {
      start = System.nanoTime();
      server.close();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(log).as("crashes that are not meant").noneMatch(line -> line.contains("Exception"));
    for (Socket socket : sockets) {
      socket.close();
    }
    assertThat(FreePort.isRefused(address)).isTrue();
    return took;
  }

  private static Socket play(InetSocketAddress address, Protocol protocol, int client)
      throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    Asker asker = new Asker(client, protocol.spec().world().slots().firstId() + client, 0);
    socket.getOutputStream().write(protocol.requestEncoder().hello(asker));
    boolean answered = hears(socket);
    byte[] move = protocol.requestEncoder().move(Direction.DOWN, asker, new Cell(client, 1));
    socket.getOutputStream().write(answered ? move : new byte[0]);
    return socket;
  }

  /** Whether anything comes; a mutant may have nothing to say. */
  private static boolean hears(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException | SocketException end) {
      return false;
    }
  }

  private static void sendGarbage(Socket socket) throws IOException {
    byte[] garbage = new byte[64];
    for (int i = 0; i < garbage.length; i++) {
      garbage[i] = (byte) (31 * i);
    }
    socket.getOutputStream().write(garbage);
    while (hears(socket)) {
      assertThat(socket.isClosed()).isFalse();
    }
  }
}
