package simul.conformance.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simul.conformance.verdict.Transcript;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** What a recorder hears of real connections: the other ends are sockets of this test. */
@Timeout(30)
class RecordingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BoundedRecorder recorder = new BoundedRecorder();
  private Protocol protocol;

  @BeforeEach
  void load() throws Exception {
    protocol = Protocol.of(SpecLoader.load("homework3"));
  }

  private static ServerSocket listen() throws Exception {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private Probes probes(ServerSocket server) {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    return new Probes(protocol, address, recorder);
  }

  private List<Transcript.Event> events() {
    assertThat(recorder.transcript().connections()).hasSize(1);
    return recorder.transcript().connections().get(0).first();
  }

  private List<Transcript.Kind> kinds() {
    return events().stream().map(Transcript.Event::kind).toList();
  }

  @Test
  void eachSegmentIsOneEventAndEachReadToo() throws Exception {
    try (ServerSocket server = listen();
        Probes probes = probes(server)) {
      Probe probe = probes.connect("a", 0, PATIENCE);
      try (Socket other = server.accept()) {
        probes.send(probe, new byte[] {3});
        probes.send(probe, new byte[] {1, 3});
        assertThat(other.getInputStream().readNBytes(3)).containsExactly(3, 1, 3);
        other.getOutputStream().write(new byte[] {3, 2, 0});
        assertThat(probes.await(() -> probe.receivedBytes() == 3, PATIENCE)).isTrue();
      }
      assertThat(probes.await(probe::isClosed, PATIENCE)).isTrue();
    }

    assertThat(kinds())
        .containsExactly(
            Transcript.Kind.OPENED,
            Transcript.Kind.SENT,
            Transcript.Kind.SENT,
            Transcript.Kind.RECEIVED,
            Transcript.Kind.TARGET_CLOSED,
            Transcript.Kind.CLOSED);
    assertThat(events().get(1).bytes()).containsExactly(3);
    assertThat(events().get(2).bytes()).containsExactly(1, 3);
    assertThat(events().get(3).bytes()).containsExactly(3, 2, 0);
  }

  @Test
  void namesBothEndsOfTheConnection() throws Exception {
    try (ServerSocket server = listen();
        Probes probes = probes(server)) {
      Probe probe = probes.connect("q", 0, PATIENCE);
      try (Socket other = server.accept()) {
        Transcript.Connection connection = recorder.transcript().connections().get(0);
        assertThat(connection.client()).isEqualTo("q").isEqualTo(probe.name());
        assertThat(connection.local().getPort()).isEqualTo(other.getPort());
        assertThat(connection.remote().getPort()).isEqualTo(server.getLocalPort());
      }
    }
  }

  @Test
  void farewellIsHalfCloseThenClose() throws Exception {
    try (ServerSocket server = listen()) {
      Probes probes = probes(server);
      probes.connect("a", 0, PATIENCE);
      try (Socket other = server.accept()) {
        assertThat(other.isConnected()).isTrue();
        probes.close();
      }
    }

    assertThat(kinds())
        .containsExactly(
            Transcript.Kind.OPENED, Transcript.Kind.HALF_CLOSED, Transcript.Kind.CLOSED);
  }

  @Test
  void resetByTheTargetIsNoOrderlyClose() throws Exception {
    try (ServerSocket server = listen();
        Probes probes = probes(server)) {
      Probe probe = probes.connect("a", 0, PATIENCE);
      try (Socket other = server.accept()) {
        other.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
      assertThat(probes.await(probe::isClosed, PATIENCE)).isTrue();
      assertThat(kinds()).containsExactly(Transcript.Kind.OPENED, Transcript.Kind.TARGET_RESET);
    }
  }

  @Test
  void bytesThatTheSocketDoesNotTakeAreNotSent() throws Exception {
    int size = 32 << 20;
    try (ServerSocket server = listen();
        Probes probes = probes(server)) {
      Probe probe = probes.connect("a", 0, PATIENCE);
      try (Socket other = server.accept()) {
        assertThat(other.isConnected()).isTrue();

        probes.send(probe, new byte[size]);

        assertThat(probe.hasUnsent()).isTrue();
        long sent = events().stream().mapToLong(Transcript.Event::size).sum();
        assertThat(sent).isPositive().isLessThan(size);
      }
    }
  }

  @Test
  void timeOfCloseCountsFromTheLastByteThatWasSent() throws Exception {
    try (ServerSocket server = listen();
        Probes probes = probes(server)) {
      Probe probe = probes.connect("a", 0, PATIENCE);
      probes.send(probe, new byte[] {3});
      probes.pause(Duration.ofMillis(20));
      server.accept().close();
      assertThat(probes.await(probe::isClosed, PATIENCE)).isTrue();

      probes.send(probe, new byte[] {1, 3});

      assertThat(probe.closedAfterMillis()).isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void twoRecordersHearTheSame() throws Exception {
    BoundedRecorder second = new BoundedRecorder();
    try (ServerSocket server = listen();
        Probes probes =
            new Probes(
                protocol,
                (InetSocketAddress) server.getLocalSocketAddress(),
                recorder.and(second))) {
      Probe probe = probes.connect("a", 0, PATIENCE);
      probes.send(probe, new byte[] {3, 1, 3});
    }

    List<Transcript.Event> other = second.transcript().connections().get(0).first();
    assertThat(other).extracting(Transcript.Event::kind).isEqualTo(kinds());
    assertThat(other.get(1).bytes()).containsExactly(3, 1, 3);
  }
}
