package simul.ci.launch;

import java.util.Map;
import java.util.Optional;

/**
 * What exit statuses say of how a process was ended: a status above 128 is that of a signal, a
 * negative one is a Windows exception.
 */
final class Signals {
  private static final int FIRST = 128;

  private static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");

  /** Those that have the same number wherever there are signals. */
  private static final Map<Integer, String> EVERYWHERE =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL"),
          Map.entry(5, "SIGTRAP"),
          Map.entry(6, "SIGABRT"),
          Map.entry(8, "SIGFPE"),
          Map.entry(9, "SIGKILL"),
          Map.entry(11, "SIGSEGV"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(14, "SIGALRM"),
          Map.entry(15, "SIGTERM"),
          Map.entry(24, "SIGXCPU"),
          Map.entry(25, "SIGXFSZ"));

  private static final Map<Integer, String> ON_LINUX =
      Map.of(7, "SIGBUS", 10, "SIGUSR1", 12, "SIGUSR2", 31, "SIGSYS");

  private static final Map<Integer, String> ON_OTHERS =
      Map.of(7, "SIGEMT", 10, "SIGBUS", 12, "SIGSYS", 30, "SIGUSR1", 31, "SIGUSR2");

  private static final Map<Integer, String> WINDOWS_EXCEPTIONS =
      Map.of(
          0xC0000005, "STATUS_ACCESS_VIOLATION",
          0xC000001D, "STATUS_ILLEGAL_INSTRUCTION",
          0xC0000094, "STATUS_INTEGER_DIVIDE_BY_ZERO",
          0xC00000FD, "STATUS_STACK_OVERFLOW",
          0xC000013A, "STATUS_CONTROL_C_EXIT",
          0xC0000374, "STATUS_HEAP_CORRUPTION",
          0xC0000409, "STATUS_STACK_BUFFER_OVERRUN",
          0x80000003, "STATUS_BREAKPOINT");

  private Signals() {}

  /** The name of what ended a process with this status, if something did. */
  static Optional<String> named(int status) {
    if (status < 0) {
      return Optional.ofNullable(WINDOWS_EXCEPTIONS.get(status));
    }
    int number = status - FIRST;
    String name = EVERYWHERE.getOrDefault(number, (LINUX ? ON_LINUX : ON_OTHERS).get(number));
    return Optional.ofNullable(name);
  }
}
