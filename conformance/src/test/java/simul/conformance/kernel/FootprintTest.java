package simul.conformance.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import simul.conformance.odd.PythonProcess;
import simul.conformance.odd.Servers;

class FootprintTest {
  /** Listens on a port, prints it, and keeps as many bytes as each line of its input says. */
  private static final String KEEPER =
      """
      import socket, sys
      listener = socket.create_server(("127.0.0.1", 0))
      print(listener.getsockname()[1], flush=True)
      kept = []
      for line in sys.stdin:
          kept.append(b"x" * int(line))
          print("kept", flush=True)
      """;

  @BeforeAll
  static void processesCanBeSeen() {
    Assumptions.assumeTrue(
        Files.isReadable(Path.of("/proc/net/tcp")), "no /proc/net/tcp: no process can be found");
  }

  private static ServerSocket listening() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(Servers.anyPort());
    return socket;
  }

  private static InetSocketAddress address(ServerSocket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @Test
  void thisProcessIsFoundByItsSocket() throws IOException {
    try (ServerSocket socket = listening()) {

      Footprint footprint = Footprint.of(address(socket)).orElseThrow();

      assertThat(footprint.isOwn()).isTrue();
      assertThat(footprint.isCollected()).isFalse();
      assertThat(footprint.bytes().orElseThrow()).isBetween(1L << 20, 1L << 40);
    }
  }

  @Test
  void nothingIsFoundWhereNobodyListens() throws IOException {
    InetSocketAddress left;
    try (ServerSocket socket = listening()) {
      left = address(socket);
    }

    assertThat(Footprint.of(left)).isEmpty();
  }

  @Test
  void socketThatIsConnectedOnlyIsNotOneThatListens() throws IOException {
    try (ServerSocket socket = listening();
        java.net.Socket client =
            new java.net.Socket(address(socket).getAddress(), address(socket).getPort())) {

      assertThat(Footprint.of((InetSocketAddress) client.getLocalSocketAddress())).isEmpty();
    }
  }

  @Test
  void otherProcessIsFoundAndGrowsByWhatItKeeps() {
    PythonProcess.assumeInstalled();
    try (PythonProcess keeper = PythonProcess.running(KEEPER)) {
      Footprint footprint = Footprint.of(keeper.address()).orElseThrow();
      long before = footprint.bytes().orElseThrow();

      String answer = keeper.answer(String.valueOf(32 << 20));
      long after = footprint.bytes().orElseThrow();

      assertThat(answer).isEqualTo("kept");
      assertThat(footprint.isOwn()).isFalse();
      assertThat(footprint.isCollected()).isFalse();
      assertThat(after - before).isBetween(30L << 20, 40L << 20);
    }
  }

  @Test
  void processThatHasEndedTakesNothing() {
    PythonProcess.assumeInstalled();
    Footprint footprint;
    try (PythonProcess keeper = PythonProcess.running(KEEPER)) {
      footprint = Footprint.of(keeper.address()).orElseThrow();
    }

    assertThat(footprint.bytes()).isEqualTo(OptionalLong.empty());
  }
}
