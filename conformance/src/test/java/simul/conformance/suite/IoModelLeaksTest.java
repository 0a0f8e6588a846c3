package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.odd.Servers;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.IoModels;

/** What an I/O model leaves behind in its process; alone, for others' sockets are counted too. */
@Isolated
class IoModelLeaksTest {
  private static final int JOINS = 20_000;

  /** Joins before the first measurement: pools have filled, and code is compiled. */
  private static final int WARM_UP = 2_000;

  /** Some fifty bytes for each join: less than any object that one could leave behind. */
  private static final long GROWTH_BYTES = 1L << 20;

  static List<IoModels> models() {
    return IoModelsTest.models();
  }

  @ParameterizedTest
  @MethodSource("models")
  @Tag("whole")
  void thousandsOfJoinsLeaveNothingBehind(IoModels model) throws Exception {
    try (ReferenceServer server = IoModelsTest.start(model, Servers.HOMEWORK3)) {
      join(server.address(), WARM_UP);
      long descriptors = settled(IoModelLeaksTest::descriptors, 0);
      long threads = settled(IoModelLeaksTest::threads, 0);
      long heap = heap();

      join(server.address(), JOINS);

      assertThat(settled(IoModelLeaksTest::descriptors, descriptors))
          .as("descriptors, %d before", descriptors)
          .isLessThanOrEqualTo(descriptors);
      assertThat(settled(IoModelLeaksTest::threads, threads))
          .as("threads, %d before", threads)
          .isLessThanOrEqualTo(threads);
      // What cleaners have still to let go of is not what the server holds.
      assertThat(settled(IoModelLeaksTest::heap, heap + GROWTH_BYTES))
          .as("heap, %d before", heap)
          .isLessThanOrEqualTo(heap + GROWTH_BYTES);
    }
  }

  /** So many clients come one after the other, are let in, and leave in turn well and badly. */
  private static void join(InetSocketAddress address, int count) throws IOException {
    int admitted = 0;
    for (int attempt = 0; admitted < count && attempt < 10 * count; attempt++) {
      try (Socket client = new Socket(address.getAddress(), address.getPort())) {
        // A slot may still be held by those who have just left.
        admitted += client.getInputStream().read() == 3 ? 1 : 0;
        client.setSoLinger(attempt % 2 == 0, 0);
      }
    }
    assertThat(admitted).isEqualTo(count);
  }

  private static long descriptors() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
  }

  private static long threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static long heap() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The least that is counted within a while, which is over as soon as it is no more than that. */
  private static long settled(LongSupplier count, long enough) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long least = count.getAsLong();
    for (int i = 0; i < 40 && least > enough; i++) {
      boolean ended = never.await(50, TimeUnit.MILLISECONDS);
      assertThat(ended).isFalse();
      least = Math.min(least, count.getAsLong());
    }
    return least;
  }
}
