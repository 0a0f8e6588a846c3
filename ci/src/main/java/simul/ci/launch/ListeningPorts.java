package simul.ci.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The TCP ports on which processes listen, from the kernel's files: which sockets a process has,
 * and which sockets listen. Known on Linux only.
 */
final class ListeningPorts {
  /** The kernel's number for a socket that listens. */
  private static final String LISTEN = "0A";

  private static final int LOCAL = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private ListeningPorts() {}

  /** Those of these processes, as far as this user may know. */
  static Set<Integer> of(List<Long> pids) {
    Set<Integer> ports = new TreeSet<>();
    for (long pid : pids) {
      Path process = Path.of("/proc", String.valueOf(pid));
      Set<String> sockets = sockets(process);
      for (String table : List.of("net/tcp", "net/tcp6")) {
        lines(process.resolve(table)).forEach(line -> addPort(line, sockets, ports));
      }
    }
    return ports;
  }

  private static void addPort(String line, Set<String> sockets, Set<Integer> ports) {
    String[] fields = line.strip().split("\\s+");
    if (fields.length > INODE && fields[STATE].equals(LISTEN) && sockets.contains(fields[INODE])) {
      String local = fields[LOCAL];
      ports.add(Integer.parseInt(local.substring(local.indexOf(':') + 1), 16));
    }
  }

  /** The inodes of a process's sockets. */
  private static Set<String> sockets(Path process) {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        String target = Files.readSymbolicLink(file).toString();
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // It has ended, or a file of its was closed just now: the next look shows the rest.
      return inodes;
    }
    return inodes;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
    } catch (IOException e) {
      // The process has ended.
      return List.of();
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }
}
