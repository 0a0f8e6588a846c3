package simul.ci.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import simul.conformance.probe.Probes;
import simul.conformance.verdict.ProcessExit;

/**
 * Starts a target, one run at a time, and waits until it serves. None of its processes outlives it,
 * nor this program, however that ends (short of SIGKILL). One thread starts; any may close.
 */
final class Launcher implements AutoCloseable {
  /** Between two looks at whether it serves; its end is noticed at once. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

  private final LaunchPlan plan;
  private final Readiness readiness;
  private final Thread hook = new Thread(this::stopAll, "stop launched");
  private InetSocketAddress address;
  private ServerProcess current;
  private boolean closed;

  /** A launcher that has not started anything yet. */
  Launcher(LaunchPlan plan, Readiness readiness) {
    this.plan = plan;
    this.readiness = readiness;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Where the current run listens; null where that is to be found and nobody has listened yet. */
  InetSocketAddress address() {
    return address;
  }

  /** Stops what runs, starts a fresh run, and waits until it serves. */
  ServerProcess start() throws LaunchFailed {
    stopCurrent();
    ServerProcess process = begin();
    awaitServing(process);
    return process;
  }

  private synchronized void stopCurrent() throws LaunchFailed {
    List<Long> left = current == null ? List.of() : current.stop();
    current = null;
    if (!left.isEmpty()) {
      throw new LaunchFailed(stuck(left));
    }
  }

  private static String stuck(List<Long> pids) {
    return "the server's processes " + pids + " cannot be stopped";
  }

  private synchronized ServerProcess begin() throws LaunchFailed {
    if (closed) {
      throw new LaunchFailed("the launch was interrupted");
    }
    try {
      if (isPortUnknown()) {
        address = null;
        current = ServerProcess.start(plan.command().words(), plan.folder());
        return current;
      }
      int port = plan.port().isPresent() ? plan.port().getAsInt() : Ports.pick();
      address = at(port);
      if (Ports.isServed(address)) {
        throw new LaunchFailed(
            "something else listens on " + Probes.describe(address) + " already");
      }
      current = ServerProcess.start(plan.command().withPort(port), plan.folder());
      return current;
    } catch (IOException e) {
      // The system's own words, without the JDK's preface.
      // JDK 17 says "error=2, No such file or directory", 25 "error: 2 (No such file or
      // directory)".
      String why =
          String.valueOf(e.getMessage())
              .replaceFirst(".*error=\\d+, ", "")
              .replaceFirst(".*error: \\d+ \\((.*)\\)\\s*$", "$1");
      String program = plan.command().words().get(0);
      throw new LaunchFailed("the server cannot be started: " + program + ": " + why);
    }
  }

  private boolean isPortUnknown() {
    return plan.portIsFound() && !plan.command().namesPort();
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private void awaitServing(ServerProcess process) throws LaunchFailed {
    long start = System.nanoTime();
    long left = plan.timeout().toNanos();
    String lacking = "nobody has looked";
    while (left > 0 && !process.awaitEnd(BETWEEN_LOOKS) && !isInterrupted()) {
      process.look();
      if (address == null && process.listeningPort().isPresent()) {
        address = at(process.listeningPort().getAsInt());
      }
      lacking =
          address == null
              ? "it listens on no port"
              : readiness.lacking(address, Duration.ofNanos(left)).orElse("");
      if (lacking.isEmpty() && !process.hasEnded()) {
        return;
      }
      left = plan.timeout().toNanos() - (System.nanoTime() - start);
    }
    throw failure(process, lacking);
  }

  private LaunchFailed failure(ServerProcess process, String lacking) {
    if (isInterrupted()) {
      return new LaunchFailed("the launch was interrupted");
    }
    if (process.hasEnded()) {
      ProcessExit exit = process.exit();
      String reason = "the server exited with status " + exit.text() + " before it served";
      String left =
          process.isAnythingRunning()
              ? ", but left something running: it has to stay in the foreground"
              : "";
      return new LaunchFailed(reason + left, exit.lastOutput());
    }
    String reason =
        String.format(
            Locale.ROOT,
            "the server runs, but does not serve within %.1f s: %s",
            plan.timeout().toMillis() / 1000.0,
            lacking);
    return new LaunchFailed(reason, process.lastOutput());
  }

  /** Whether nobody wants it to serve any more. */
  private boolean isInterrupted() {
    return isClosed() || Thread.currentThread().isInterrupted();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void stopAll() {
    closed = true;
    List<Long> left = current == null ? List.of() : current.stop();
    if (!left.isEmpty()) {
      throw new IllegalStateException(stuck(left));
    }
  }

  /**
   * Stops what runs.
   *
   * @throws IllegalStateException when a process cannot even be killed
   */
  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already, and the hook has nothing left to do.
      assert isClosed();
    }
  }
}
