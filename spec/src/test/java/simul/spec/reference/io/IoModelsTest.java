package simul.spec.reference.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import simul.spec.reference.PlainSocket;

/** What each model tells, to a handler that writes it down. */
@ParameterizedClass(name = "{0}")
@MethodSource("simul.spec.reference.io.AvailableModels#all")
class IoModelsTest {
  @Parameter IoModels model;

  private static final long PATIENCE_SECONDS = 20;
  private static final byte[] MUCH = new byte[1 << 16];
  private static final int ROUNDS_AT_MOST = 1_000;

  private static class Diary implements ConnectionHandler {
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Override
    public void opened(Connection connection) {
      events.add("opened");
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      events.add("received " + (to - from));
    }

    @Override
    public void closed(Connection connection, String reason) {
      events.add(reason);
    }

    void expect(String event) throws InterruptedException {
      assertThat(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(event);
    }
  }

  private static IoModel start(IoModel.Factory factory, ConnectionHandler handler)
      throws Exception {
    return factory.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), handler);
  }

  private static PlainSocket connect(IoModel io) throws Exception {
    return PlainSocket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), io.port()));
  }

  @Test
  void endOfStreamClosesTheConnection() throws Exception {
    Diary diary = new Diary();
    try (IoModel io = start(model.factory(Integer.MAX_VALUE), diary);
        PlainSocket client = connect(io)) {

      client.send("01 02 03");
      client.halfClose();

      diary.expect("opened");
      diary.expect("received 3");
      diary.expect("closed by the client");
      client.expectEnd();
    }
  }

  @Test
  void handlerThatKeepsFinishedConnectionIsAskedAgainAndCanSend() throws Exception {
    Diary diary =
        new Diary() {
          private int finished;

          @Override
          public void finished(Connection connection) {
            finished++;
            if (finished == 3) {
              connection.send(new byte[] {9});
              super.finished(connection);
            }
          }
        };
    try (IoModel io = start(model.factory(Integer.MAX_VALUE), diary);
        PlainSocket client = connect(io)) {

      client.halfClose();

      diary.expect("opened");
      diary.expect("closed by the client");
      client.expect("09");
      client.expectEnd();
    }
  }

  @Test
  void resetIsToldApart() throws Exception {
    Diary diary =
        new Diary() {
          @Override
          public void reset(Connection connection) {
            events.add("reset");
          }
        };
    try (IoModel io = start(model.factory(Integer.MAX_VALUE), diary);
        PlainSocket client = connect(io)) {
      diary.expect("opened");

      client.reset();

      diary.expect("reset");
      assertThat(diary.events).isEmpty();
    }
  }

  @Test
  void connectionIsBehindWhileItsSocketTakesNoMore() throws Exception {
    Diary diary =
        new Diary() {
          @Override
          public void received(Connection connection, byte[] bytes, int from, int to) {
            events.add(connection.isBehind() ? "behind" : "up to date");
            connection.send(MUCH);
          }
        };
    try (IoModel io = start(model.factory(Integer.MAX_VALUE), diary);
        PlainSocket client = connect(io)) {
      diary.expect("opened");
      int rounds = 0;
      String state = "up to date";

      while (state.equals("up to date") && rounds < ROUNDS_AT_MOST) {
        client.send("01");
        state = diary.events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        rounds++;
      }

      assertThat(state).isEqualTo("behind");
      assertThat(client.read(rounds * MUCH.length)).hasSize(rounds * MUCH.length);
      for (int i = 0; i < ROUNDS_AT_MOST && state.equals("behind"); i++) {
        // That its last send is done, a server may be told after the client has read it.
        client.send("01");
        state = diary.events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(client.read(MUCH.length)).hasSize(MUCH.length);
      }
      assertThat(state).isEqualTo("up to date");
    }
  }
}
