package simul.conformance.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.conformance.kernel.SocketTable;
import simul.conformance.odd.BadServer;
import simul.conformance.odd.Servers;
import simul.conformance.verdict.Evidence;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.reference.ReferenceServer;
import simul.spec.world.Cell;

@Execution(ExecutionMode.CONCURRENT)
class ProbesTest {
  private static final Protocol PROTOCOL = Servers.HOMEWORK3;
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final byte[] SEGMENT = {3};
  private static final byte[] MOVE = PROTOCOL.requestEncoder().move(Direction.DOWN);
  private static final byte[] HELLO = PROTOCOL.eventEncoder().self(0, new Cell(0, 0));
  private static final byte[] POSITION = PROTOCOL.eventEncoder().position(0, new Cell(0, 0));

  private static void assumeTables() {
    Assumptions.assumeTrue(
        SocketTable.ofKernel().exists(), "no /proc/net/tcp: nothing can be proven");
  }

  private static Probe connect(Probes probes, String name) throws TargetUnreachable {
    return probes.connect(name, 0, LONG);
  }

  private static byte[] many(byte[] packet) {
    byte[] all = new byte[10_000 * packet.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = packet[i % packet.length];
    }
    return all;
  }

  @Test
  void segmentThatServerReadsIsProvenRead() throws TargetUnreachable {
    assumeTables();
    try (ReferenceServer server = Servers.right(PROTOCOL);
        Probes probes = new Probes(PROTOCOL, server.address())) {
      Probe a = connect(probes, "a");
      Probe b = connect(probes, "b");
      Evidence evidence = Evidence.ASSUMED;

      // A proof that a busy machine is late with is given up: that may happen, but not each time.
      for (int i = 0; i < 5 && evidence == Evidence.ASSUMED; i++) {
        probes.send(a, MOVE);
        probes.send(b, MOVE);
        evidence = probes.awaitRead(List.of(a, b));
      }

      assertThat(evidence).isEqualTo(Evidence.PROVEN);
    }
  }

  @Test
  void segmentThatServerDoesNotReadIsNeverProvenRead() throws TargetUnreachable {
    try (BadServer server = BadServer.that(BadServer.Visit::ignore);
        Probes probes = new Probes(PROTOCOL, server.address())) {
      Probe probe = connect(probes, "a");
      probes.send(probe, SEGMENT);

      Evidence evidence = probes.awaitRead(List.of(probe));

      assertThat(evidence).isEqualTo(Evidence.ASSUMED);
    }
  }

  @Test
  void oneReaderDoesNotProveTheOther() throws TargetUnreachable {
    try (BadServer deaf = BadServer.that(BadServer.Visit::ignore);
        ReferenceServer server = Servers.right(PROTOCOL);
        Probes toDeaf = new Probes(PROTOCOL, deaf.address());
        Probes probes = new Probes(PROTOCOL, server.address())) {
      Probe unread = connect(toDeaf, "a");
      Probe read = connect(probes, "b");
      toDeaf.send(unread, SEGMENT);
      probes.send(read, SEGMENT);

      Evidence evidence = probes.awaitRead(List.of(read, unread));

      assertThat(evidence).isEqualTo(Evidence.ASSUMED);
    }
  }

  /** A table that stands still and says the same of every server's end, and of every client's. */
  private record StillTable(
      InetSocketAddress server, Optional<Queues> clients, Optional<Queues> servers)
      implements SocketTable {
    static StillTable without(InetSocketAddress server) {
      return new StillTable(server, Optional.empty(), Optional.empty());
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public void look() {}

    @Override
    public Optional<Queues> find(InetSocketAddress local, InetSocketAddress remote) {
      return local.equals(server) ? servers : clients;
    }

    @Override
    public void close() {}
  }

  /** What waits at our end, at theirs, what theirs has received in all, and what that proves. */
  @ParameterizedTest
  @CsvSource({
    "0, 0,  , PROVEN", // acknowledged and not unread
    "1, 0,  , ASSUMED", // still on its way, which looks as if it had been read
    "0, 1,  , ASSUMED", // arrived and unread
    "1, 1,  , ASSUMED",
    "1, 0, 1, PROVEN", // received and not unread; the acknowledgement is late
    "1, 0, 0, ASSUMED", // not yet received, whatever else there is
    "0, 1, 1, ASSUMED", // received and unread
  })
  void onlyBytesThatArrivedAndAreNotUnreadAreRead(
      int ours, int theirs, Long received, Evidence expected) throws Exception {
    try (BadServer server = BadServer.that(BadServer.Visit::ignore)) {
      OptionalLong all = received == null ? OptionalLong.empty() : OptionalLong.of(received);
      SocketTable table =
          new StillTable(
              server.address(),
              Optional.of(new SocketTable.Queues(ours, 0, OptionalLong.empty(), 0)),
              Optional.of(new SocketTable.Queues(0, theirs, all, 1)));
      try (Probes probes = new Probes(PROTOCOL, server.address(), Recorder.NONE, table)) {
        Probe probe = connect(probes, "a");
        probes.send(probe, SEGMENT);

        Evidence evidence = probes.awaitRead(List.of(probe));

        assertThat(evidence).isEqualTo(expected);
      }
    }
  }

  @Test
  void segmentsAreSpacedWhereNothingCanBeKnown() throws Exception {
    try (ReferenceServer server = Servers.right(PROTOCOL);
        Probes probes =
            new Probes(
                PROTOCOL, server.address(), Recorder.NONE, StillTable.without(server.address()))) {
      Probe probe = connect(probes, "a");
      probes.send(probe, SEGMENT);
      long start = System.nanoTime();

      Evidence evidence = probes.awaitRead(List.of(probe));

      assertThat(evidence).isEqualTo(Evidence.ASSUMED);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(5));
    }
  }

  @Test
  void connectionThatIsOverHasNothingUnread() throws TargetUnreachable {
    try (BadServer server = BadServer.that(visit -> visit.receive().reset());
        Probes probes = new Probes(PROTOCOL, server.address())) {
      Probe probe = connect(probes, "a");
      probes.send(probe, SEGMENT);
      boolean closed = probes.await(probe::isClosed, LONG);

      Evidence evidence = probes.awaitRead(List.of(probe));

      assertThat(closed).isTrue();
      assertThat(evidence).isEqualTo(Evidence.PROVEN);
    }
  }

  @Test
  void closeAndResetAreOneEvent() throws TargetUnreachable {
    List<Boolean> dead = new ArrayList<>();
    for (BadServer.Manner manner :
        List.<BadServer.Manner>of(BadServer.Visit::receive, visit -> visit.receive().reset())) {
      try (BadServer server = BadServer.that(manner);
          Probes probes = new Probes(PROTOCOL, server.address())) {
        Probe probe = connect(probes, "a");
        probes.send(probe, SEGMENT);

        boolean closed = probes.await(probe::isClosed, LONG);

        dead.add(closed && probe.isDead() && probe.fault().isEmpty() && !probe.isFlooded());
        probes.send(probe, SEGMENT);
      }
    }
    assertThat(dead).containsExactly(true, true);
  }

  @Test
  void whatCameBeforeResetIsReadEvenWhenAnotherWriteMeetsItFirst() throws TargetUnreachable {
    try (BadServer server = BadServer.that(visit -> visit.receive().send(HELLO).reset());
        Probes probes = new Probes(PROTOCOL, server.address())) {
      Probe probe = connect(probes, "a");
      probes.send(probe, SEGMENT);
      server.awaitEnd();
      probes.send(probe, SEGMENT);
      probes.send(probe, SEGMENT);

      boolean closed = probes.await(probe::isClosed, LONG);

      assertThat(closed).isTrue();
      assertThat(probe.receivedFrom(0)).isEqualTo(HELLO);
      assertThat(probe.view().joined()).isTrue();
    }
  }

  @Test
  void floodIsNotReadToItsEnd() throws TargetUnreachable {
    try (BadServer server = BadServer.that(visit -> visit.flood(many(SEGMENT)));
        Probes probes = new Probes(PROTOCOL, server.address())) {
      Probe probe = connect(probes, "a");

      boolean flooded =
          probes.await(
              () -> {
                probe.heard().clear();
                return probe.isFlooded();
              },
              Duration.ofSeconds(30));
      probes.pause(Duration.ofMillis(20));

      assertThat(flooded).isTrue();
      assertThat(probe.isDead()).isTrue();
      assertThat(probe.receivedBytes())
          .isGreaterThan(Probe.FLOOD_BYTES)
          .isLessThanOrEqualTo(Probe.FLOOD_BYTES + 64 * 1024);
    }
  }

  @Test
  void newsThatNobodyTakesIsFloodSoon() throws TargetUnreachable {
    try (BadServer server = BadServer.that(visit -> visit.flood(many(POSITION)));
        Probes probes = new Probes(PROTOCOL, server.address())) {
      Probe probe = connect(probes, "a");

      boolean flooded = probes.await(probe::isFlooded, Duration.ofSeconds(30));
      probes.pause(Duration.ofMillis(20));

      assertThat(flooded).isTrue();
      assertThat(probe.heard())
          .hasSizeGreaterThan(Probe.FLOOD_HEARD)
          .hasSizeLessThan(Probe.FLOOD_HEARD + 64 * 1024 / POSITION.length + 2);
      probe.heard().clear();
      assertThat(probe.isFlooded()).isTrue();
    }
  }

  @Test
  void brokenFrameIsShownFromItsStart() throws TargetUnreachable {
    try (BadServer server = BadServer.that(visit -> visit.send(HELLO).send(5, 9, 1).listen());
        Probes probes = new Probes(PROTOCOL, server.address())) {
      Probe probe = connect(probes, "a");

      boolean broken = probes.await(() -> probe.fault().isPresent(), LONG);
      boolean allCame = probes.await(() -> probe.receivedBytes() == HELLO.length + 3, LONG);

      assertThat(broken && allCame).isTrue();
      assertThat(probe.isClosed()).isFalse();
      assertThat(probe.receivedFrom(probe.decodedBytes())).containsExactly(5, 9, 1);
      assertThat(probe.fault().orElseThrow().message()).startsWith("type 9 is no packet");
    }
  }

  @Test
  void awaitEndsWithPatience() throws TargetUnreachable {
    try (ReferenceServer server = Servers.right(PROTOCOL);
        Probes probes = new Probes(PROTOCOL, server.address())) {
      Probe probe = connect(probes, "a");
      long start = System.nanoTime();

      boolean closed = probes.await(probe::isClosed, Duration.ofMillis(30));

      assertThat(closed).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(30), LONG);
    }
  }

  @Test
  void targetThatAcceptsNobodyIsUnreachable() throws IOException {
    assumeTables();
    Duration patience = Duration.ofMillis(200);
    try (ServerSocket full = new ServerSocket()) {
      full.bind(Servers.anyPort(), 1);
      InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
      try (Probes probes = new Probes(PROTOCOL, address)) {

        // Linux lets one or two wait in so short a queue, and answers nobody else.
        assertThatThrownBy(
                () -> {
                  for (int i = 0; i < 10; i++) {
                    Probe waiting = probes.connect("a", 0, patience);
                    assertThat(waiting.isClosed()).isFalse();
                  }
                })
            .isInstanceOf(TargetUnreachable.class)
            .hasMessage(Probes.describe(address) + ": did not accept the connection within 200 ms");
      }
    }
  }

  @Test
  void hostWithoutAddressIsUnreachable() {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("no-such-host.invalid", 9000);
    try (Probes probes = new Probes(PROTOCOL, nowhere)) {

      assertThatThrownBy(() -> connect(probes, "a"))
          .isInstanceOf(TargetUnreachable.class)
          .hasMessage("no-such-host.invalid:9000: no address is known for that name");
    }
  }
}
