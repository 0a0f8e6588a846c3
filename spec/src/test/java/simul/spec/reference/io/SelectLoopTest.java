package simul.spec.reference.io;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import simul.spec.reference.PlainSocket;

class SelectLoopTest {

  /** Sends back what it is sent. */
  private static final class Echo implements ConnectionHandler {
    @Override
    public void opened(Connection connection) {}

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      connection.send(Arrays.copyOfRange(bytes, from, to));
    }

    @Override
    public void closed(Connection connection, String reason) {}
  }

  @Test
  void receivesAndSendsInTheWayThatItIsTold() throws Exception {
    IoModel.Factory twice =
        SelectLoop.with(
            (socket, room) -> {
              int count = socket.read(room);
              room.put(0, (byte) 7);
              return count;
            },
            bound ->
                new OutboundQueue(bound) {
                  @Override
                  protected void add(byte[] bytes) {
                    super.add(bytes);
                    super.add(bytes);
                  }
                });
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (IoModel io = twice.start(anyPort, new Echo());
        PlainSocket client =
            PlainSocket.connect(new InetSocketAddress(anyPort.getAddress(), io.port()))) {

      client.send("01 02");

      client.expect("07 02 07 02");
    }
  }
}
