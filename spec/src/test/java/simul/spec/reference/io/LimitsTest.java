package simul.spec.reference.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.spec.reference.PlainSocket;

/** A model that has reached its own limit turns clients away and says why. */
class LimitsTest {
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final List<PlainSocket> clients = new ArrayList<>();
  private IoModel io;

  /** Greets everybody with one byte. */
  private final class Greeter implements ConnectionHandler {
    @Override
    public void opened(Connection connection) {
      connection.send(new byte[] {7});
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {}

    @Override
    public void closed(Connection connection, String reason) {
      events.add(reason);
    }

    @Override
    public void refused(String peer, String reason) {
      events.add("refused: " + reason);
    }
  }

  private void start(IoModel.Factory factory) throws IOException {
    io = factory.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new Greeter());
  }

  private PlainSocket connect() throws IOException {
    PlainSocket client =
        PlainSocket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), io.port()));
    clients.add(client);
    return client;
  }

  private void connectGreeted(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      connect().expect("07");
    }
  }

  private void expect(String event) throws InterruptedException {
    assertThat(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(event);
  }

  @AfterEach
  void stop() throws Exception {
    io.close();
    for (PlainSocket client : clients) {
      client.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "event-select,     1, 63,  its 1 threads (--max-threads) wait for 63 sockets each, and no wait takes more",
    "event-select,     2, 126, its 2 threads (--max-threads) wait for 63 sockets each, and no wait takes more",
    "overlapped-event, 2, 126, its 2 threads (--max-threads) wait for 63 sockets each, and no wait takes more",
    "thread,           7, 3,   its 7 threads (--max-threads) have 3 clients to serve"
  })
  void clientTooManyIsRefusedUntilOneHasLeft(
      String model, int threads, int most, String firstOfReason) throws Exception {
    start(IoModels.find(model).orElseThrow().factory(threads));
    connectGreeted(most);

    connect().expectEnd();

    assertThat(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .startsWith("refused: " + firstOfReason);
    clients.get(0).close();
    expect("closed by the client");
    boolean admitted = false;
    for (int i = 0; i < 100 && !admitted; i++) {
      // Its threads, and what the system still holds of it, are gone a moment later.
      admitted = connect().read(1).length == 1;
    }
    assertThat(admitted).isTrue();
  }

  @Test
  void threadThatCannotBeStartedRefusesItsClientAlone() throws Exception {
    AtomicInteger left = new AtomicInteger(5);
    ThreadFactory scarce =
        work ->
            new Thread(work, "scarce") {
              @Override
              public synchronized void start() {
                if (left.getAndDecrement() <= 0) {
                  throw new OutOfMemoryError("no more threads");
                }
                setDaemon(true);
                super.start();
              }
            };
    start(SocketThreads.with(scarce, Integer.MAX_VALUE));
    connectGreeted(2);

    connect().expectEnd();

    assertThat(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .startsWith("refused: 5 threads run, and the system starts no more (no more threads)");
    left.set(2);
    connectGreeted(1);
  }
}
