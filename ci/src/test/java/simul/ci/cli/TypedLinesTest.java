package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TypedLinesTest {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private TypedLines typed;

  @AfterEach
  void endListening() {
    if (typed != null) {
      typed.close();
    }
  }

  private void listen(InputStream in, BooleanSupplier mayRead) {
    typed = TypedLines.from(in, mayRead, heard::add);
  }

  private String next() throws InterruptedException {
    return heard.poll(10, TimeUnit.SECONDS);
  }

  private static InputStream saying(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void linesCountWhenTheirEndHasCome() throws Exception {
    try (PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out)) {
      listen(in, () -> true);
      out.write("clients 5\r\n\n  \nra".getBytes(StandardCharsets.UTF_8));

      assertThat(next()).isEqualTo("clients 5");
      assertThat(heard).isEmpty();

      out.write("te 5\n".getBytes(StandardCharsets.UTF_8));

      assertThat(next()).isEqualTo("rate 5");
    }
  }

  @Test
  void longLineIsCutAndTheNextOneWhole() throws Exception {
    listen(saying("x".repeat(5000) + "\nstop\n"), () -> true);

    assertThat(next()).isEqualTo("x".repeat(200));
    assertThat(next()).isEqualTo("stop");
  }

  @Test
  void inputThatFailsIsLeftAlone() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    InputStream closed =
        new InputStream() {
          @Override
          public int available() throws IOException {
            asked.countDown();
            throw new IOException("Stream closed");
          }

          @Override
          public int read() {
            heard.add("read");
            return -1;
          }
        };

    listen(closed, () -> true);

    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(heard).isEmpty();
  }

  @Test
  void nothingIsReadWhereThatIsNotAllowed() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    InputStream in = saying("stop\n");

    listen(
        in,
        () -> {
          twice.countDown();
          return false;
        });

    assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(heard).isEmpty();
    assertThat(in.available()).isEqualTo(5);
  }

  @Test
  void processInTheForegroundOfItsTerminalMayRead() {
    assertThat(Terminal.isForeground("7 (java) S 1 7 5 34816 7 4194304 0")).isTrue();
    assertThat(Terminal.isForeground("7 (a) b) S 1 7 5 34816 7 4194304 0")).isTrue();
    assertThat(Terminal.isForeground("7 (java) S 1 7 5 0 -1 4194304 0")).isTrue();
    assertThat(Terminal.isForeground("7 (java) S 1 7 5 34816 5 4194304 0")).isFalse();
  }
}
