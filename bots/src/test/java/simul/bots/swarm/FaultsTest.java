package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static simul.bots.swarm.Swarms.SHORT;
import static simul.bots.swarm.Swarms.isPosition;
import static simul.bots.swarm.Swarms.rules;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simul.bots.measure.SwarmResult;
import simul.spec.reference.ReferenceServer;

/** Targets that fail in the middle: a run ends in time all the same, and says what happened. */
@Timeout(60)
class FaultsTest {
  /** What a run may take beside its play time: patience, and a busy machine. */
  private static final Duration FEW_SECONDS = Duration.ofSeconds(10);

  private static Swarm swarm(InetSocketAddress target, int clients, int rate, int seconds) {
    Load load = Load.of(clients, rate, Duration.ofSeconds(seconds));
    return new Swarm(new SwarmPlan(TamperedServer.PROTOCOL, target, load, 7, SHORT));
  }

  @Test
  void pauseOfHalfSecondShowsInTheHighestPercentiles() throws Exception {
    try (ServerProgram server = ServerProgram.start()) {
      AtomicBoolean frozen = new AtomicBoolean();

      SwarmResult result =
          swarm(server.address(), 10, 50, 3)
              .run(
                  progress -> {
                    if (!progress.elapsed().isZero() && !frozen.getAndSet(true)) {
                      server.freeze();
                      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
                      server.resume();
                    }
                  });

      assertThat(frozen).isTrue();
      assertThat(result.times().response().p999()).isGreaterThanOrEqualTo(400);
      assertThat(result.times().response().p90()).isGreaterThan(100);
      assertThat(result.moves().sent()).isEqualTo(result.moves().asked());
      assertThat(result.sights().reach()).isEqualTo(1);
      assertThat(result.firstViolations()).isEmpty();
    }
  }

  @Test
  void serverThatIsFrozenForGoodIsNotWaitedForForGood() throws Exception {
    try (ServerProgram server = ServerProgram.start()) {
      SwarmResult result =
          swarm(server.address(), 10, 50, 3)
              .run(
                  progress -> {
                    if (!progress.elapsed().isZero()) {
                      server.freeze();
                    }
                  });

      assertThat(result.duration()).isLessThan(Duration.ofSeconds(3).plus(FEW_SECONDS));
      assertThat(result.moves().answered()).isPositive().isLessThan(result.moves().sent());
      assertThat(rules(result)).containsExactly("MOVE-002");
      assertThat(result.sights().reach()).isLessThan(1);
    }
  }

  @Test
  void serverThatIsKilledEndsTheRun() throws Exception {
    try (ServerProgram server = ServerProgram.start()) {
      SwarmResult result =
          swarm(server.address(), 10, 50, 20)
              .run(
                  progress -> {
                    if (!progress.elapsed().isZero()) {
                      server.kill();
                    }
                  });

      assertThat(result.duration()).isLessThan(FEW_SECONDS);
      assertThat(result.errors().closed() + result.errors().reset()).isEqualTo(10);
      assertThat(rules(result)).contains("SEND-002");
      assertThat(result.moves().answered()).isPositive();
      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.FAIL);
    }
  }

  @Test
  void serverThatComesBackIsAnotherGame() throws Exception {
    ReferenceServer[] servers = {TamperedServer.right(), null};
    InetSocketAddress address = servers[0].address();

    SwarmResult result =
        swarm(address, 10, 50, 20)
            .run(
                progress -> {
                  if (!progress.elapsed().isZero() && servers[1] == null) {
                    servers[0].close();
                    servers[1] = TamperedServer.rightOn(address);
                  }
                });
    servers[1].close();

    assertThat(result.duration()).isLessThan(FEW_SECONDS);
    assertThat(result.errors().closed() + result.errors().reset()).isEqualTo(10);
  }

  @Test
  void serverThatSendsByteByByteIsRight() throws Exception {
    try (ReferenceServer server = TamperedServer.right();
        RawServer slow = RawServer.relaying(server.address())) {
      SwarmResult result = swarm(slow.address(), 3, 20, 1).run(progress -> {});

      assertThat(result.firstViolations()).isEmpty();
      assertThat(result.sights()).isEqualTo(new SwarmResult.Sights(180, 180));
    }
  }

  @Test
  void serverThatStopsInTheMiddleOfPacketIsSilent() throws Exception {
    int[] positions = {0};
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              if (!isPosition(packets) || ++positions[0] < 300) {
                to.send(packets);
              } else if (positions[0] < 310) {
                to.send(Arrays.copyOf(packets, 3));
              }
            })) {
      SwarmResult result = swarm(server.address(), 10, 50, 1).run(progress -> {});

      assertThat(result.duration()).isLessThan(Duration.ofSeconds(1).plus(FEW_SECONDS));
      assertThat(result.sights().reach()).isLessThan(1);
      assertThat(result.violations()).isPositive();
    }
  }

  @Test
  void rubbishWithoutEndIsReadNoFurtherThanToTheFault() throws Exception {
    AtomicLong taken = new AtomicLong();
    byte[] rubbish = new byte[64 * 1024];
    Arrays.fill(rubbish, (byte) 0xEE);
    try (RawServer server =
        RawServer.answering(
            connection -> {
              OutputStream out = connection.getOutputStream();
              out.write(new byte[] {3, 2, 0, 5, 1, 0, 0, 0});
              for (long sent = 0; sent < 1L << 30; sent += rubbish.length) {
                out.write(rubbish);
                taken.addAndGet(rubbish.length);
              }
            })) {
      SwarmResult result = swarm(server.address(), 1, 10, 5).run(progress -> {});

      assertThat(result.duration()).isLessThan(FEW_SECONDS);
      assertThat(rules(result)).contains("SEND-001");
      // What the buffers of the two kernels' ends hold, and no more.
      assertThat(taken.get()).isLessThan(64 << 20);
    }
  }

  @Test
  void packetsWithoutEndAreCountedAndNotKept() throws Exception {
    byte[] position = {5, 1, 0, 0, 0};
    byte[] many = new byte[position.length * 10_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = position[i % position.length];
    }
    try (RawServer server =
        RawServer.answering(
            connection -> {
              OutputStream out = connection.getOutputStream();
              out.write(new byte[] {3, 2, 0, 5, 1, 0, 0, 0});
              InputStream in = connection.getInputStream();
              boolean ignored = in.read() < 0;
              for (long sent = 0; sent < 8 << 20; sent += many.length) {
                out.write(many);
              }
            })) {
      SwarmResult result = swarm(server.address(), 1, 10, 2).run(progress -> {});

      assertThat(result.duration()).isLessThan(Duration.ofSeconds(2).plus(FEW_SECONDS));
      assertThat(result.violations()).isGreaterThan(100_000);
      assertThat(result.firstViolations()).hasSizeLessThanOrEqualTo(20);
    }
  }

  @Test
  void crowdThatNobodyAnswersIsGivenUpAtOnce() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      InetSocketAddress target = (InetSocketAddress) silent.getLocalSocketAddress();
      long start = System.nanoTime();

      assertThatThrownBy(() -> swarm(target, 500, 1, 1).run(progress -> {}))
          .isInstanceOf(NobodyAnswers.class);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FEW_SECONDS);
    }
  }
}
