package simul.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import simul.conformance.odd.Servers;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

/** Mutants that keep memory, which is seen in the heap that all tests share. */
@Isolated
class HoardingMutantsTest {

  @Test
  void buffersOfConnectionsAreKept() throws Exception {
    Mutant mutant = Mutants.find("keeps-buffer-of-every-connection").orElseThrow();

    long right = grownBytes(UnaryOperator.identity(), HoardingMutantsTest::connect, 200);
    long faulty = grownBytes(mutant.infect(), HoardingMutantsTest::connect, 200);

    assertThat(right).isLessThan(20L << 20);
    assertThat(faulty).isBetween(40L << 20, 80L << 20);
  }

  @Test
  void hoardIsBounded() {
    long before = usedBytes();
    Hoard hoard = new Hoard(16L << 20);
    for (int i = 0; i < 64; i++) {
      hoard.keep(1 << 20);
    }

    long grown = usedBytes() - before;
    hoard.keep(1);

    assertThat(grown).isBetween(12L << 20, 24L << 20);
  }

  @Test
  void garbageIsKept() throws Exception {
    Mutant mutant = Mutants.find("keeps-garbage").orElseThrow();

    long right = grownBytes(UnaryOperator.identity(), HoardingMutantsTest::sendGarbage, 1);
    // A visit may be over before all of its garbage has been read.
    long faulty = grownBytes(mutant.infect(), HoardingMutantsTest::sendGarbage, 3);

    assertThat(right).isLessThan(8L << 20);
    assertThat(faulty).isBetween(10L << 20, 100L << 20);
  }

  @FunctionalInterface
  private interface Visit {
    void pay(ReferenceServer server) throws IOException;
  }

  private static void connect(ReferenceServer server) throws IOException {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      assertThat(socket.getInputStream().read()).isEqualTo(3);
    }
  }

  private static void sendGarbage(ReferenceServer server) throws IOException {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.getOutputStream().write(new byte[20 << 20]);
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      assertThat(in.readAllBytes()).isNotEmpty();
    } catch (SocketException reset) {
      // A right server has not read all of it.
      assertThat(reset).hasMessageMatching("(Connection reset|Broken pipe).*");
    }
  }

  /** By how much such visits make a server grow. */
  private static long grownBytes(UnaryOperator<Parts> change, Visit visit, int times)
      throws IOException {
    try (ReferenceServer server = Servers.of(Servers.HOMEWORK3, change)) {
      long before = usedBytes();
      for (int i = 0; i < times; i++) {
        visit.pay(server);
      }
      return usedBytes() - before;
    }
  }

  private static long usedBytes() {
    // Twice: what the first one finalizes the second one frees.
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
