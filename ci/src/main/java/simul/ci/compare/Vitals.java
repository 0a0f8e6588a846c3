package simul.ci.compare;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process takes at a moment, as it says of itself.
 *
 * @param cpuNanos processor time since its start, of all cores
 * @param memoryBytes what lives on the heap, and where the system tells it, all that is resident
 *     beside the heap: stacks, buffers, code
 * @param threads threads of the system that run Java code
 * @param descriptors open files and sockets; 0 where the system has none
 */
public record Vitals(long cpuNanos, long memoryBytes, int threads, long descriptors) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern FORM = Pattern.compile("vitals (\\d+) (\\d+) (\\d+) (\\d+)");

  /** The same, but threads are counted from so many on. */
  public Vitals since(int earlierThreads) {
    return new Vitals(cpuNanos, memoryBytes, threads - earlierThreads, descriptors);
  }

  /** Those of this process, after whatever is garbage has been collected, or before. */
  public static Vitals own(boolean collect) {
    if (collect) {
      System.gc();
      System.gc();
    }
    long cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    return new Vitals(cpu, memory(), threads, descriptorsOpen());
  }

  private static long descriptorsOpen() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  /** Exact after a collection, where all of the heap has been touched at the start. */
  private static long memory() {
    Runtime runtime = Runtime.getRuntime();
    long live = runtime.totalMemory() - runtime.freeMemory();
    return live + Math.max(0, resident() - runtime.totalMemory());
  }

  private static long resident() {
    try {
      for (String line : Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1)) {
        Matcher resident = RESIDENT.matcher(line);
        if (resident.matches()) {
          return 1024 * Long.parseLong(resident.group(1));
        }
      }
    } catch (IOException e) {
      // No such file on this system: the heap is what is known.
      return 0;
    }
    return 0;
  }

  /** As one line. */
  public String line() {
    return "vitals " + cpuNanos + " " + memoryBytes + " " + threads + " " + descriptors;
  }

  /**
   * What such a line says.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Vitals parse(String line) {
    Matcher matcher = FORM.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + line + "' is not a line of vitals");
    }
    return new Vitals(
        Long.parseLong(matcher.group(1)),
        Long.parseLong(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        Long.parseLong(matcher.group(4)));
  }
}
