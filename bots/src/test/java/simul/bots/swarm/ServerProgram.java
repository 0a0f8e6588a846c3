package simul.bots.swarm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import simul.spec.reference.ReferenceServer;

/** The reference server as a process of its own, which can be frozen, resumed and killed. */
final class ServerProgram implements AutoCloseable {
  private static final Path KILL = Path.of("/bin/kill");

  private final Process process;
  private final InetSocketAddress address;

  private ServerProgram(Process process, int port) {
    this.process = process;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Serves on any free port, which it prints, until its input ends. */
  public static void main(String[] arguments) throws IOException {
    try (ReferenceServer server = TamperedServer.right()) {
      new PrintStream(System.out, true, StandardCharsets.US_ASCII)
          .println(server.address().getPort());
      boolean ignored = System.in.read() < 0;
    }
  }

  static ServerProgram start() throws IOException {
    assumeTrue(Files.isExecutable(KILL), KILL + " is missing");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProgram.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String port =
        new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
    return new ServerProgram(process, Integer.parseInt(port));
  }

  InetSocketAddress address() {
    return address;
  }

  /** It does nothing any more, though the kernel still takes what is sent to it. */
  void freeze() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      Process kill =
          new ProcessBuilder(KILL.toString(), "-" + name, String.valueOf(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("no signal " + name + " for process " + process.pid());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** It is gone at once, as by SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
