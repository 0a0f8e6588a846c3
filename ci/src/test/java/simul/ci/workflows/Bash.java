package simul.ci.workflows;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the shell; where there is none, the test is skipped. */
final class Bash {
  private static final long MOST_SECONDS = 60;

  private Bash() {}

  /** The exit status of a command. */
  static int run(Path folder, String... words) throws InterruptedException {
    return run(folder, Map.of(), words);
  }

  /** The same, with some variables. */
  static int run(Path folder, Map<String, String> variables, String... words)
      throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().putAll(variables);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return abort("no " + words[0] + " on this machine");
    }
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(words[0] + " did not end within " + MOST_SECONDS + " s");
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
