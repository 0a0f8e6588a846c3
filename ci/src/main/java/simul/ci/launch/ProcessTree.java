package simul.ci.launch;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A process and all that it has started, and they in turn. A process whose parent has ended is
 * nobody's descendant any more; it is known from an earlier look, or, on Linux, by a mark in its
 * environment, which children inherit. Not safe for several threads.
 */
final class ProcessTree {
  /** The environment variable that carries the mark. */
  static final String MARK = "SIMUL_LAUNCH";

  private static final Path PROC = Path.of("/proc");

  /** Where the kernel tells the number of threads, counted from the state. */
  private static final int THREADS = 17;

  /** Others' processes end when the kernel gets to it, and tell nobody: they are looked at. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  /** A killed process is gone in milliseconds; one that is not hangs in the kernel. */
  private static final Duration LAST_RESORT = Duration.ofSeconds(5);

  private final String mark;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  /**
   * A tree of one process, so far.
   *
   * @param mark the value that its environment has under {@link #MARK}, like no other's
   */
  ProcessTree(ProcessHandle root, String mark) {
    this.mark = mark;
    seen.add(root);
  }

  /** Takes note of whom its processes have started. */
  void look() {
    // Of those that have ended, the IDs may be others' by now, and so would be the descendants.
    List.copyOf(seen).stream()
        .filter(ProcessHandle::isAlive)
        .flatMap(ProcessHandle::descendants)
        .forEach(seen::add);
  }

  /** The IDs of those that run. */
  List<Long> pids() {
    look();
    addMarked();
    return running().stream().map(ProcessHandle::pid).toList();
  }

  /** Whether any of its processes runs. */
  boolean isRunning() {
    look();
    addMarked();
    return !running().isEmpty();
  }

  /**
   * Ends all of them: asks them first, and kills those that are still there after the grace.
   *
   * @return those that even that did not end
   */
  List<Long> stop(Duration grace) {
    if (isRunning()) {
      running().forEach(ProcessHandle::destroy);
    }
    if (!awaitEnd(grace, false) && !awaitEnd(LAST_RESORT, true)) {
      return running().stream().map(ProcessHandle::pid).toList();
    }
    return List.of();
  }

  /** Waits until none is left, new ones among them; kills what it sees if told to. */
  private boolean awaitEnd(Duration longest, boolean kill) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < longest.toNanos()) {
      look();
      // Reading all environments is for when nothing else is left to wait for.
      if (running().isEmpty() && !isRunning()) {
        return true;
      }
      if (kill) {
        running().forEach(ProcessHandle::destroyForcibly);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return false;
  }

  private List<ProcessHandle> running() {
    return seen.stream().filter(ProcessTree::isRunning).toList();
  }

  /**
   * Whether a process still runs; one that has ended and was not yet asked for its status does not.
   */
  static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /**
   * Whether all of it is over but its status. The first thread may be so before the others, and as
   * long as one is left, so are its sockets.
   */
  private static boolean isZombie(long pid) {
    String status = read(PROC.resolve(pid + "/stat"));
    // "pid (name) state ...", and the name may have brackets of its own.
    String[] fields = status.substring(status.lastIndexOf(')') + 1).strip().split(" ");
    return fields.length > THREADS && fields[0].equals("Z") && fields[THREADS].equals("1");
  }

  private void addMarked() {
    if (!Files.isDirectory(PROC)) {
      return;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (read(process.resolve("environ")).contains(MARK + "=" + mark + "\0")) {
          Optional<ProcessHandle> handle =
              ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
          handle.ifPresent(seen::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of processes cannot be read", e);
    }
  }

  /** The text of one of the kernel's files; none when the process is another user's, or gone. */
  private static String read(Path file) {
    // Not by a channel, which a thread that was interrupted cannot read.
    try (InputStream in = new FileInputStream(file.toFile())) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
