package simul.conformance.odd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A program in Python that listens on a port of this host, prints it, and ends when its input does.
 */
public final class PythonProcess implements AutoCloseable {
  private static final String PYTHON = "python3";
  private static final long STOP_SECONDS = 5;

  private final Process process;
  private final Writer input;
  private final BufferedReader output;
  private final InetSocketAddress address;

  private PythonProcess(Process process) throws IOException {
    this.process = process;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.address =
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(), Integer.parseInt(String.valueOf(output.readLine())));
  }

  /** Skips the test where there is no Python. */
  public static void assumeInstalled() {
    Assumptions.assumeTrue(isInstalled(), "no " + PYTHON + " here to run another process with");
  }

  private static boolean isInstalled() {
    try {
      return start(List.of("-c", "")).waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a program that is a resource beside a class. */
  public static PythonProcess of(Class<?> beside, String resource, String... arguments) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      return running(new String(in.readAllBytes(), StandardCharsets.UTF_8), arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** Starts a program. */
  public static PythonProcess running(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of("-c", program));
    command.addAll(List.of(arguments));
    try {
      return new PythonProcess(start(command));
    } catch (IOException e) {
      throw new UncheckedIOException(PYTHON, e);
    }
  }

  private static Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(PYTHON));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /** Its answer to a line. */
  public String answer(String line) {
    try {
      input.write(line + "\n");
      input.flush();
      return output.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(PYTHON, e);
    }
  }

  @Override
  public void close() {
    try {
      input.close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(PYTHON, e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
  }
}
