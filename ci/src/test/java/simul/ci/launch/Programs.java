package simul.ci.launch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.Stream;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** Programs to launch, and what they leave behind. */
public final class Programs {
  private Programs() {}

  /** The command line of a class that is on the tests' class path. */
  public static String java(String type, String arguments) {
    Path program = Path.of(System.getProperty("java.home"), "bin", "java");
    String path = System.getProperty("java.class.path");
    return "'%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s %s"
        .formatted(program, path, type, arguments);
  }

  /** The command line of a server with a mistake, or with nothing wrong. */
  public static String server(String mistake) {
    return java("simul.ci.launch.FragileServer", "{port} " + mistake);
  }

  /** A command line that a shell runs; the text has no single quotes but those of words. */
  public static String shell(String script) {
    assumeThereIs("sh");
    return "sh -c '" + script.replace("'", "'\\''") + "'";
  }

  /** Skips the test where a program is missing. */
  public static void assumeThereIs(String program) {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(there, program + " is missing");
  }

  static LaunchPlan plan(String command, Duration timeout) throws CommandWords.Malformed {
    return new LaunchPlan(CommandWords.parse(command), Path.of(""), OptionalInt.empty(), timeout);
  }

  /** A launched server of the default protocol. */
  static LaunchedTarget launch(String command) throws Exception {
    Duration enough = Duration.ofSeconds(30);
    return LaunchedTarget.launch(
        plan(command, enough), new LetsClientIn(homework3()), Restart.WHEN_LOST);
  }

  static Protocol homework3() throws SpecException {
    return Protocol.of(SpecLoader.load("homework3"));
  }

  /** Whether a process runs. */
  public static boolean isRunning(long pid) {
    return ProcessHandle.of(pid).filter(ProcessTree::isRunning).isPresent();
  }

  /** Whether a server could listen there. */
  public static boolean isFree(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
