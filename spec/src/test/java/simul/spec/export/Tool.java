package simul.spec.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that a test calls, where it is installed. */
final class Tool {
  /** Long enough for a compiler on a busy machine. */
  private static final int TIMEOUT_SECONDS = 120;

  private Tool() {}

  /**
   * How a program ended.
   *
   * @param output both streams
   */
  record Ended(int code, String output) {}

  /** Skips the test, with a word, where the program is missing. */
  static void assumeInstalled(String program) {
    boolean found = false;
    for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      found |= Files.isExecutable(Path.of(folder, program));
    }
    Assumptions.assumeTrue(found, program + " is not installed");
  }

  static Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(command + " does not end within " + TIMEOUT_SECONDS + " s");
      }
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
