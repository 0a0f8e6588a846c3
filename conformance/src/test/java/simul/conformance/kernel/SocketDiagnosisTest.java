package simul.conformance.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks this machine's kernel about connections that the test has made. */
class SocketDiagnosisTest {
  private SocketTable table;

  @BeforeEach
  void open() {
    Optional<SocketTable> opened = SocketDiagnosis.open();
    Assumptions.assumeTrue(opened.isPresent(), "no sock_diag: the kernel cannot be asked");
    table = opened.get();
  }

  @AfterEach
  void close() {
    if (table != null) {
      table.close();
    }
  }

  private static InetSocketAddress local(Socket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private static InetSocketAddress remote(Socket socket) {
    return (InetSocketAddress) socket.getRemoteSocketAddress();
  }

  /** Asks until the bytes have arrived: they do so some time after they were written. */
  private SocketTable.Queues findOnceArrived(Socket socket, long bytes) {
    long end = System.nanoTime() + 10_000_000_000L;
    SocketTable.Queues queues;
    do {
      queues = table.find(local(socket), remote(socket)).orElseThrow();
    } while (queues.received().orElseThrow() < bytes && System.nanoTime() < end);
    return queues;
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "::"})
  void tellsWhatWasReceivedAndWhatIsUnread(String host) throws IOException {
    // A server on any address takes connections over IPv4 by a socket of IPv6.
    InetAddress address = InetAddress.getByName(host);
    InetAddress reached = host.equals("::") ? InetAddress.getByName("127.0.0.1") : address;
    try (ServerSocket server = listening(address);
        Socket client = new Socket(reached, server.getLocalPort());
        Socket served = server.accept()) {
      client.getOutputStream().write(new byte[] {3, 1, 1, 3});
      SocketTable.Queues arrived = findOnceArrived(served, 4);
      int first = served.getInputStream().read();
      SocketTable.Queues afterRead = table.find(local(served), remote(served)).orElseThrow();
      byte[] rest = served.getInputStream().readNBytes(3);
      SocketTable.Queues afterAll = table.find(local(served), remote(served)).orElseThrow();

      assertThat(first).isEqualTo(3);
      assertThat(rest).hasSize(3);
      assertThat(arrived.unread()).isEqualTo(4);
      assertThat(arrived.received()).isEqualTo(OptionalLong.of(4));
      assertThat(afterRead.unread()).isEqualTo(3);
      assertThat(afterAll.unread()).isZero();
      assertThat(afterAll.received()).isEqualTo(OptionalLong.of(4));
      assertThat(afterAll.place()).isGreaterThan(afterRead.place());
    }
  }

  private static ServerSocket listening(InetAddress address) throws IOException {
    try {
      return new ServerSocket(0, 1, address);
    } catch (IOException e) {
      Assumptions.abort("no " + address.getHostAddress() + " on this machine: " + e.getMessage());
      throw e;
    }
  }

  @Test
  void listenerIsNotTakenForConnection() throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket server = new ServerSocket(0, 1, loopback);
        Socket client = new Socket(loopback, server.getLocalPort())) {
      InetSocketAddress nobody = new InetSocketAddress(loopback, 1);

      assertThat(table.find(remote(client), local(client))).isPresent();
      assertThat(table.find(remote(client), nobody)).isEmpty();
    }
  }

  @Test
  void doesNotFindConnectionThatIsOver() throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
      InetSocketAddress from;
      InetSocketAddress to;
      boolean before;
      try (Socket client = new Socket(loopback, server.getLocalPort())) {
        from = local(client);
        to = remote(client);
        before = table.find(from, to).isPresent();
        // A connection that is reset is over at once.
        client.setSoLinger(true, 0);
      }

      assertThat(before).isTrue();
      assertThat(table.find(from, to)).isEmpty();
    }
  }

  @Test
  void saysSoWhenAskedAfterItsEnd() {
    table.close();
    table.close();

    assertThatThrownBy(
            () ->
                table.find(
                    new InetSocketAddress("127.0.0.1", 1), new InetSocketAddress("127.0.0.1", 2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("asked after its end");
  }
}
