package simul.ci.build;

import java.nio.file.Path;
import java.util.List;

/**
 * How a server that was built is started.
 *
 * @param words the program first; {@link simul.ci.launch.CommandWords#PORT} stands for the port,
 *     where it takes one
 * @param folder to run it in, where it finds its files
 * @param isWine whether the first word is Wine, which needs a prefix of its own
 */
public record RunCommand(List<String> words, Path folder, boolean isWine) {
  public RunCommand {
    words = List.copyOf(words);
  }
}
