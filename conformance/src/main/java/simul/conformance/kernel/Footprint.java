package simul.conformance.kernel;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much memory the process takes that listens at an address, where it runs on this host and its
 * owner may look: its resident set, or the live heap where it is this very process.
 */
public final class Footprint {
  private static final Path PROCESSES = Path.of("/proc");

  /** In a row of {@code /proc/net/tcp}: the local address, the state, and the socket's inode. */
  private static final int LOCAL = 1;

  private static final int STATE = 3;
  private static final int INODE = 9;

  private static final String LISTENING = "0A";

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  /** Programs that return memory when they please, so that what they take says little. */
  private static final Set<String> COLLECTED = Set.of("java", "javaw", "dotnet", "node", "mono");

  /** Twice: what the first one finalizes the second one frees. */
  private static final int COLLECTIONS = 2;

  private final long process;

  private Footprint(long process) {
    this.process = process;
  }

  /** The process that listens there, if it can be found. */
  public static Optional<Footprint> of(InetSocketAddress address) {
    String port = String.format(Locale.ROOT, ":%04X", address.getPort());
    Set<String> inodes = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : lines(PROCESSES.resolve(table))) {
        String[] row = line.strip().split("\\s+");
        if (row.length > INODE && row[STATE].equals(LISTENING) && row[LOCAL].endsWith(port)) {
          inodes.add("socket:[" + row[INODE] + "]");
        }
      }
    }
    return inodes.isEmpty() ? Optional.empty() : owner(inodes).map(Footprint::new);
  }

  private static Optional<Long> owner(Set<String> sockets) {
    try (Stream<Path> processes = Files.list(PROCESSES)) {
      return processes
          .filter(path -> path.getFileName().toString().matches("\\d+"))
          .filter(path -> holds(path.resolve("fd"), sockets))
          .map(path -> Long.parseLong(path.getFileName().toString()))
          .findFirst();
    } catch (IOException e) {
      // No such file system here: nothing can be known.
      return Optional.empty();
    }
  }

  private static boolean holds(Path descriptors, Set<String> sockets) {
    if (!Files.isReadable(descriptors)) {
      return false;
    }
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.anyMatch(descriptor -> sockets.contains(linkOf(descriptor)));
    } catch (IOException | java.io.UncheckedIOException e) {
      // The process has ended meanwhile, or is somebody else's.
      return false;
    }
  }

  private static String linkOf(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      // Closed meanwhile.
      return "";
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // No such table on this system, or no such process any more.
      return List.of();
    }
  }

  /** Whether it is the process that this program runs in. */
  public boolean isOwn() {
    return process == ProcessHandle.current().pid();
  }

  /** Whether the program collects garbage when it pleases, so that growth proves nothing. */
  public boolean isCollected() {
    String name = String.join("", lines(PROCESSES.resolve(process + "/comm"))).strip();
    return !isOwn() && COLLECTED.contains(name.toLowerCase(Locale.ROOT));
  }

  /** In bytes; empty when the process has ended. */
  public OptionalLong bytes() {
    if (isOwn()) {
      return OptionalLong.of(liveHeap());
    }
    for (String line : lines(PROCESSES.resolve(process + "/status"))) {
      Matcher resident = RESIDENT.matcher(line);
      if (resident.matches()) {
        return OptionalLong.of(1024 * Long.parseLong(resident.group(1)));
      }
    }
    return OptionalLong.empty();
  }

  private static long liveHeap() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
