package simul.ci.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The lines that come from an input while a command runs, on a thread of their own. It looks every
 * few milliseconds whether there is anything and never waits within a read: an input that is
 * closed, empty or silent disturbs nothing, and no thread is left behind. A line counts when its
 * end has come.
 */
final class TypedLines implements AutoCloseable {
  /** People do not notice; a machine hardly does. */
  private static final long LOOK_MILLIS = 50;

  /** Longer than any command; of what is longer still, the rest is dropped. */
  private static final int LONGEST_LINE_BYTES = 200;

  private final ScheduledExecutorService reader;
  private final InputStream in;
  private final BooleanSupplier mayRead;
  private final Consumer<String> heard;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private TypedLines(InputStream in, BooleanSupplier mayRead, Consumer<String> heard) {
    this.in = in;
    this.mayRead = mayRead;
    this.heard = heard;
    this.reader =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "typed lines");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Listens from now on.
   *
   * @param mayRead asked before each read, for a terminal stops a background job that reads
   * @param heard gets each line that is not blank, without its end
   */
  static TypedLines from(InputStream in, BooleanSupplier mayRead, Consumer<String> heard) {
    TypedLines lines = new TypedLines(in, mayRead, heard);
    ScheduledFuture<?> ignored =
        lines.reader.scheduleWithFixedDelay(
            lines::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return lines;
  }

  /** Listens to nothing. */
  static TypedLines none() {
    return new TypedLines(InputStream.nullInputStream(), () -> false, line -> {});
  }

  private void look() {
    try {
      while (in.available() > 0 && mayRead.getAsBoolean()) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        take((byte) next);
      }
    } catch (IOException e) {
      // Somebody has closed it: nothing more will be said.
      reader.shutdown();
    }
  }

  private void take(byte next) {
    if (next == '\n') {
      String text = line.toString(StandardCharsets.UTF_8).strip();
      line.reset();
      if (!text.isEmpty()) {
        heard.accept(text);
      }
    } else if (line.size() < LONGEST_LINE_BYTES) {
      line.write(next);
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
