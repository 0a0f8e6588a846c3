package simul.ci.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import simul.ci.launch.ToolProcess;

/**
 * Runs programs as they are, with this program's rights: for files that are trusted. Their output
 * is kept up to a bound, and read beyond it, so that nobody waits for a full pipe.
 */
public final class PlainProcessRunner implements ProcessRunner {
  /** A compiler that has more to say repeats itself. */
  private static final long LOG_BYTES = 4 << 20;

  /** For output that is in the pipe when the process has ended. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  @Override
  public ProcessOutcome run(ProcessOrder order) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(order.words())
            .directory(order.folder().toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(order.environment());
    long start = System.nanoTime();
    ToolProcess tool = ToolProcess.start(builder);
    Thread reader = new Thread(() -> keep(tool.process().getInputStream(), order), "build log");
    reader.setDaemon(true);
    reader.start();
    boolean ended;
    try (tool) {
      ended = tool.awaitEnd(order.timeLimit());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + order.words().get(0) + " ran", e);
    }
    join(reader);
    int status = ended ? tool.process().exitValue() : -1;
    return new ProcessOutcome(status, !ended, Duration.ofNanos(System.nanoTime() - start));
  }

  private static void join(Thread reader) {
    try {
      reader.join(LAST_WORDS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void keep(InputStream in, ProcessOrder order) {
    try (OutputStream out =
        Files.newOutputStream(order.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      long left = LOG_BYTES - Files.size(order.log());
      byte[] buffer = new byte[8192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        int kept = (int) Math.max(0, Math.min(count, left));
        out.write(buffer, 0, kept);
        left -= kept;
      }
    } catch (IOException e) {
      // The process was ended, and its pipe closed; what it has said until then is kept.
      return;
    }
  }
}
