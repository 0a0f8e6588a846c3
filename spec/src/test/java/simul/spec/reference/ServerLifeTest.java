package simul.spec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.io.IoModels;

/** How a server starts and ends, and what it logs. */
@ParameterizedClass(name = "{0}")
@MethodSource("simul.spec.reference.io.AvailableModels#all")
class ServerLifeTest {
  @Parameter IoModels model;
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final AtomicReference<Thread> loop = new AtomicReference<>();

  private ReferenceServer start(int port) throws IOException, SpecException {
    Parts parts =
        Parts.of(Protocol.of(SpecLoader.load("homework3")))
            .withIo(model.factory(Integer.MAX_VALUE))
            .withLog(
                line -> {
                  loop.compareAndSet(null, Thread.currentThread());
                  log.add(line);
                });
    return ReferenceServer.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), parts);
  }

  private String nextLine() throws InterruptedException {
    String line = log.poll(20, TimeUnit.SECONDS);
    assertThat(line).as("a line of the log").isNotNull();
    return line;
  }

  @Test
  void closeEndsConnectionsPortAndThread() throws Exception {
    ReferenceServer server = start(0);
    try (PlainSocket client = PlainSocket.connect(server.address())) {
      client.expect("03 02 00 05 01 00 00 00");

      server.close();

      client.expectEnd();
      assertThat(loop.get().isAlive()).isFalse();
      assertThatThrownBy(() -> PlainSocket.connect(server.address()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void portCanBeUsedAgainAtOnce() throws Exception {
    ReferenceServer first = start(0);
    int port = first.address().getPort();
    try (PlainSocket client = PlainSocket.connect(first.address())) {
      client.expect("03 02 00 05 01 00 00 00");
      first.close();
    }

    try (ReferenceServer second = start(port);
        PlainSocket client = PlainSocket.connect(second.address())) {
      client.expect("03 02 00 05 01 00 00 00");
    }
  }

  @Test
  void closeTwiceIsNoError() throws Exception {
    ReferenceServer server = start(0);

    server.close();
    server.close();

    assertThatThrownBy(() -> PlainSocket.connect(server.address())).isInstanceOf(IOException.class);
  }

  @Test
  void whatWasSaidBeforeTheEndIsStillHeard() throws Exception {
    ReferenceServer server = start(0);
    String moves = "03 01 03 03 01 02".repeat(100);
    String answers = "05 01 00 01 00 05 01 00 00 00".repeat(100);
    try (PlainSocket mover = PlainSocket.connect(server.address());
        PlainSocket late = PlainSocket.connect(server.address())) {
      mover.expect("03 02 00 05 01 00 00 00 03 02 01 05 01 01 01 00");
      mover.send(moves);
      mover.expect(answers);

      server.close();

      late.expect("03 02 01 05 01 01 01 00 03 02 00 05 01 00 00 00");
      late.expect(answers);
      late.expectEnd();
    }
  }

  @Test
  void portInUseIsToldToTheCaller() throws Exception {
    try (ReferenceServer server = start(0)) {
      int taken = server.address().getPort();

      assertThatThrownBy(() -> start(taken)).isInstanceOf(BindException.class);

      assertThat(taken).isBetween(1, 65_535);
    }
  }

  @Test
  void logHasLineForEachJoinRefusalAndLeave() throws Exception {
    try (ReferenceServer server = start(0)) {
      List<PlainSocket> clients = new ArrayList<>();
      for (int id = 0; id < 10; id++) {
        clients.add(PlainSocket.connect(server.address()));
        assertThat(nextLine()).matches(at("joined as " + id));
      }
      try (PlainSocket eleventh = PlainSocket.connect(server.address())) {
        eleventh.expectEnd();
      }
      assertThat(nextLine()).matches(at("refused: the limit is 10"));

      clients.get(3).send("00");
      assertThat(nextLine())
          .matches(at("left as 3 after \\d+ ms: bad input: size 0 is below the header's 2 bytes"));
      clients.get(4).halfClose();
      assertThat(nextLine()).matches(at("left as 4 after \\d+ ms: closed by the client"));
      // Ten joins and two leaves: a reset that a send meets is taken for a close by the receive.
      assertThat(clients.get(5).read(10 * 8 + 2 * 3)).hasSize(86);
      clients.get(5).reset();
      assertThat(nextLine()).matches(at("left as 5 after \\d+ ms: reset by the client"));

      for (PlainSocket client : clients) {
        client.close();
      }
    }
  }

  private static String at(String text) {
    return "\\d{4}-\\d\\d-\\d\\dT\\S+Z 127\\.0\\.0\\.1:\\d+ " + text;
  }
}
