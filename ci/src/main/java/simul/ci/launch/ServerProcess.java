package simul.ci.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import simul.conformance.verdict.ProcessExit;

/**
 * One run of a target's program, with all the processes that it starts. What it prints is read as
 * fast as it comes, so that it never waits for a reader, and only the end is kept. Its standard
 * input stays open and empty, as that of a window where nobody types. Any threads.
 */
final class ServerProcess {
  /** How many lines of output a report shows. */
  private static final int SHOWN_LINES = 10;

  /** How long to wait for output that the process has left in the pipe when it ended. */
  private static final Duration LAST_WORDS = Duration.ofMillis(250);

  /** How long a process may take to end well when it is asked to. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Process process;
  private final ProcessTree tree;
  private final OutputTail output = new OutputTail();
  private final Thread reader;

  private ServerProcess(Process process, ProcessTree tree) {
    this.process = process;
    this.tree = tree;
    this.reader = new Thread(this::read, "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a program; nothing more is known than that it could be started. */
  static ServerProcess start(List<String> words, Path folder) throws IOException {
    String mark = UUID.randomUUID().toString();
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toAbsolutePath().toFile())
            .redirectErrorStream(true);
    builder.environment().put(ProcessTree.MARK, mark);
    Process process = builder.start();
    return new ServerProcess(process, new ProcessTree(process.toHandle(), mark));
  }

  private void read() {
    byte[] buffer = new byte[8192];
    try (InputStream in = process.getInputStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        output.append(buffer, count);
      }
    } catch (IOException e) {
      // The process has ended, and its pipe was closed while a child of it still held the other
      // end: what the child prints is nobody's any more.
      return;
    }
  }

  long pid() {
    return process.pid();
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  /**
   * Waits so long for it to end by itself; whether it has. An interruption is as good as an end.
   */
  boolean awaitEnd(Duration patience) {
    try {
      return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return hasEnded();
    }
  }

  /** Takes note of the processes that it has started by now. */
  synchronized void look() {
    tree.look();
  }

  /** The lowest port on which one of its processes listens, as far as this system tells. */
  synchronized OptionalInt listeningPort() {
    return ListeningPorts.of(tree.pids()).stream().mapToInt(Integer::intValue).min();
  }

  /** Whether it, or something that it has started, runs. */
  synchronized boolean isAnythingRunning() {
    return tree.isRunning();
  }

  /** How it ended, once it has. */
  ProcessExit exit() {
    try {
      reader.join(LAST_WORDS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int status = process.exitValue();
    return new ProcessExit(status, Signals.named(status), lastOutput());
  }

  /** The last lines that it has printed, fit to be shown. */
  List<String> lastOutput() {
    return output.lastLines(SHOWN_LINES);
  }

  /** All that it has printed, in bytes. */
  long outputBytes() {
    return output.totalBytes();
  }

  /**
   * Ends it and all that it has started; what is over already stays so.
   *
   * @return the IDs of processes that even a kill did not end
   */
  synchronized List<Long> stop() {
    List<Long> left = tree.stop(GRACE);
    if (left.isEmpty()) {
      // That it is over, and that its status has been fetched, are two moments.
      awaitEnd(GRACE);
    }
    return left;
  }
}
