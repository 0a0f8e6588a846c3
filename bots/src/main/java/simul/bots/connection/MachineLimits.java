package simul.bots.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How many connections this machine lets one process have.
 *
 * @param descriptors how many more files and sockets the process may open
 * @param ports how many ports an address has for connections
 */
public record MachineLimits(long descriptors, int ports) {
  /** For files, event loops and whatever else is opened while a swarm runs. */
  private static final int SPARE_DESCRIPTORS = 64;

  /** What IANA sets aside, and every system but Linux has by default. */
  private static final int DEFAULT_PORTS = 65_535 - 49_152 + 1;

  private static final Path LINUX_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  /** Those of this process, now. */
  public static MachineLimits current() {
    return new MachineLimits(freeDescriptors(), ephemeralPorts());
  }

  private static long freeDescriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  private static int ephemeralPorts() {
    // Such a file is read at once or not at all: a second read finds nothing.
    try (BufferedReader range = Files.newBufferedReader(LINUX_RANGE)) {
      String[] bounds = String.valueOf(range.readLine()).strip().split("\\s+", -1);
      return bounds.length == 2
          ? Integer.parseInt(bounds[1]) - Integer.parseInt(bounds[0]) + 1
          : DEFAULT_PORTS;
    } catch (IOException e) {
      return DEFAULT_PORTS;
    }
  }

  /**
   * What these bots need and do not have, and how to get it; empty when there is enough.
   *
   * @param socketsEach 1, or 2 when the target's end of a connection is in this process too
   */
  public Optional<String> shortage(InetSocketAddress target, int bots, int socketsEach) {
    long needed = (long) bots * socketsEach + SPARE_DESCRIPTORS;
    if (needed > descriptors) {
      return Optional.of(
          String.format(
              "%d bots need %d file descriptors, but this process may open only %d more:"
                  + " raise the limit with 'ulimit -n %d', or for good in"
                  + " /etc/security/limits.conf",
              bots, needed, descriptors, needed + SPARE_DESCRIPTORS));
    }
    if (!SourceAddresses.canSpread(target) && bots > ports) {
      return Optional.of(
          String.format(
              "%d bots need as many ports, but an address of this machine has only %d for"
                  + " connections: raise it with"
                  + " 'sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\"', or ask for fewer",
              bots, ports));
    }
    return Optional.empty();
  }
}
