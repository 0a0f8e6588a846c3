package simul.conformance.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How much a peer's system takes for somebody who does not read. */
class SegmentSizeTest {
  private static final int SMALL_BUFFER_BYTES = 1024;

  private static long takenForSilentReader(boolean small) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open();
        SocketChannel client = SocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
      client.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER_BYTES);
      Assumptions.assumeTrue(
          !small || SegmentSize.makeSmall(client), "this JDK or system has no way to ask for it");
      client.connect(server.getLocalAddress());
      try (SocketChannel served = server.accept()) {
        served.configureBlocking(false);
        long taken = 0;
        int written;
        do {
          written = served.write(ByteBuffer.allocate(SMALL_BUFFER_BYTES));
          taken += written;
        } while (written > 0);
        return taken;
      }
    }
  }

  @Test
  void smallSegmentsMakePeersSendBufferSmall() throws IOException {
    long asTheyAre = takenForSilentReader(false);
    long small = takenForSilentReader(true);

    assertThat(small).isPositive().isLessThan(asTheyAre / 4);
  }
}
