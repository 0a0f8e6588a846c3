package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.ci.launch.Programs;

/** A server whose process may not open many sockets turns clients away, and says why. */
@Timeout(60)
class FewDescriptorsTest {
  /** What a JVM needs with every jar of the tests open, and some clients. */
  private static final int DESCRIPTORS = 300;

  @ParameterizedTest
  @ValueSource(strings = {"select", "event-select", "thread", "overlapped-callback", "iocp"})
  void clientForWhomThereIsNoSocketIsTurnedAway(String model) throws Exception {
    Programs.assumeThereIs("sh");
    Process server = start(model);
    List<Socket> clients = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(lines.readLine().replaceFirst(".*:(\\d+).*", "$1"));

      boolean isIn = true;
      while (isIn && clients.size() < DESCRIPTORS) {
        isIn = isLetIn(clients, port);
      }

      assertThat(isIn).isFalse();
      assertThat(refusal(lines))
          .matches(".* refused: this process may open no more sockets \\(.*Too many open files\\)");
      clients.get(0).close();
      boolean again = false;
      for (int i = 0; i < DESCRIPTORS && !again; i++) {
        // That somebody has left, the server notices a moment later.
        again = isLetIn(clients, port);
      }
      assertThat(again).isTrue();
    } finally {
      for (Socket client : clients) {
        client.close();
      }
      server.destroy();
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Process start(String model) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        "ulimit -n %d && exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s"
            .formatted(
                DESCRIPTORS,
                java,
                System.getProperty("java.class.path"),
                "simul.ci.cli.Simul serve --port 0 --max-clients 2000 --io-model " + model);
    return new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
  }

  private static boolean isLetIn(List<Socket> clients, int port) throws IOException {
    Socket client = new Socket("127.0.0.1", port);
    clients.add(client);
    try {
      return client.getInputStream().read() >= 0;
    } catch (IOException e) {
      // Reset is as good as closed.
      return false;
    }
  }

  private static String refusal(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(" refused: ")) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }
}
