package simul.ci.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.spec.model.WorldRules;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.world.World;

@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
class LetsClientInTest {
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  private static LetsClientIn readiness;

  @BeforeAll
  static void forDefaultProtocol() throws Exception {
    readiness = new LetsClientIn(Programs.homework3());
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  /** What is lacking of a server that sends these bytes to its first client and closes. */
  private static String lackingOf(int... bytes) throws Exception {
    try (ServerSocket listener = listen()) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(
              () -> {
                try (Socket client = listener.accept()) {
                  for (int b : bytes) {
                    client.getOutputStream().write(b);
                  }
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      InetSocketAddress address = (InetSocketAddress) listener.getLocalSocketAddress();
      String lacking = readiness.lacking(address, ENOUGH).orElseThrow();
      served.join();
      return lacking.replace(":" + address.getPort(), ":PORT");
    }
  }

  @Test
  void nothingIsLackingOfRightServer() throws Exception {
    InetSocketAddress any = new InetSocketAddress("127.0.0.1", 0);
    try (ReferenceServer server = ReferenceServer.start(any, Parts.of(Programs.homework3()))) {
      assertThat(readiness.lacking(server.address(), ENOUGH)).isEmpty();
    }
  }

  @Test
  void freesItsSlotAgain() throws Exception {
    InetSocketAddress any = new InetSocketAddress("127.0.0.1", 0);
    Parts parts = Parts.of(Programs.homework3());
    WorldRules rules = parts.protocol().spec().world();
    WorldRules one = new WorldRules(rules.width(), rules.height(), rules.blockedReply(), 1);
    try (ReferenceServer server = ReferenceServer.start(any, parts.withWorld(World.inRows(one)))) {
      for (int i = 0; i < 20; i++) {
        assertThat(readiness.lacking(server.address(), ENOUGH)).isEmpty();
      }
    }
  }

  @Test
  void listeningIsNotServing() throws Exception {
    try (ServerSocket mute = listen()) {
      InetSocketAddress address = (InetSocketAddress) mute.getLocalSocketAddress();

      Optional<String> lacking = readiness.lacking(address, Duration.ofMillis(100));

      assertThat(lacking)
          .contains(
              "127.0.0.1:"
                  + address.getPort()
                  + " accepted a connection, but did not tell the client its own ID");
    }
  }

  @Test
  void lettingInIsTellingIdAndCell() throws Exception {
    assertThat(lackingOf())
        .isEqualTo(
            "127.0.0.1:PORT accepted a connection, but closed it before the client was told its"
                + " own ID");
    assertThat(lackingOf(3, 2, 0))
        .isEqualTo(
            "127.0.0.1:PORT accepted a connection, but closed it before the client was told where"
                + " its piece is");
    assertThat(lackingOf('H', 'T', 'T', 'P'))
        .startsWith("127.0.0.1:PORT accepted a connection, but sent what is no packet: ");
  }

  @Test
  void nobodyListensYet() throws Exception {
    // Whoever only has the port does not listen there, and nobody else gets it meanwhile.
    try (Socket holder = new Socket()) {
      holder.bind(new InetSocketAddress("127.0.0.1", 0));
      InetSocketAddress address = (InetSocketAddress) holder.getLocalSocketAddress();

      assertThat(readiness.lacking(address, ENOUGH))
          .contains(
              "127.0.0.1:" + address.getPort() + ": connection refused, nobody listens there");
    }
  }
}
