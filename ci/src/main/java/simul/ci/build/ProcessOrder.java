package simul.ci.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One program to be run during a build.
 *
 * @param words the program first
 * @param folder to run it in, a copy that it may change
 * @param environment variables beside those that a runner gives anyway
 * @param timeLimit after which it and all that it has started are ended
 * @param log the file that its output is appended to
 */
public record ProcessOrder(
    List<String> words,
    Path folder,
    Map<String, String> environment,
    Duration timeLimit,
    Path log) {
  public ProcessOrder {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }
}
