package simul.ci.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.ci.build.RunCommand;
import simul.ci.launch.CommandWords;
import simul.ci.sandbox.Bubblewrap;
import simul.ci.sandbox.Confinement;

/** How a server that was built is started: confined, and, where it needs Wine, with its own. */
final class ServerCommand {
  /** Nobody looks at a window, and what Wine has to say of itself is not the server's output. */
  private static final Map<String, String> QUIET_WINE =
      Map.of("WINEDEBUG", "-all", "DISPLAY", "", "WINEDLLOVERRIDES", "mscoree,mshtml=");

  private ServerCommand() {}

  /**
   * The words that start it.
   *
   * @param submission its files, which it may read
   * @param work an empty folder or none, for what it needs besides
   */
  static CommandWords of(
      RunCommand command, Path submission, Path built, Path work, Optional<Bubblewrap> sandbox)
      throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    List<Path> writable = new ArrayList<>();
    if (command.isWine()) {
      // Thrown away with the work folder: one server can take a shared one down.
      Path prefix = Files.createDirectories(work.resolve("wine").toAbsolutePath());
      environment.putAll(QUIET_WINE);
      environment.put("WINEPREFIX", prefix.toString());
      writable.add(prefix);
    }
    String text = String.join(" ", command.words());
    if (sandbox.isEmpty()) {
      return new CommandWords(text, withEnvironment(command.words(), environment));
    }
    for (Path folder : writable) {
      sandbox.get().give(folder);
    }
    sandbox.get().give(built);
    sandbox.get().give(submission);
    Confinement confinement =
        new Confinement(
            List.of(submission, built),
            writable,
            Optional.of(command.folder()),
            environment,
            true,
            Confinement.Limits.SERVER);
    return new CommandWords(text, sandbox.get().confine(command.words(), confinement));
  }

  private static List<String> withEnvironment(List<String> words, Map<String, String> more) {
    if (more.isEmpty()) {
      return words;
    }
    List<String> all = new ArrayList<>(List.of("env"));
    more.forEach((name, value) -> all.add(name + "=" + value));
    all.addAll(words);
    return all;
  }
}
