package simul.ci.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What Maven and Gradle have in common: a copy, one command, and a jar that can be started. */
final class JavaBuild {
  private JavaBuild() {}

  /** Runs a build tool on a copy of the project. */
  static Attempt build(BuildOrder order, List<String> words, String output) throws IOException {
    Path copy = order.work().resolve("src");
    order.tree().copyInto(copy);
    Path folder = copy.resolve(order.tree().name(order.project().folder()));
    ProcessOutcome outcome = order.run(words, folder);
    if (!outcome.isSuccess()) {
      return order.failed(outcome, folder, List.of());
    }
    boolean takesPort = false;
    for (Path source : order.project().sources()) {
      takesPort |= PortArgument.isTaken(SourceText.load(source).code());
    }
    Path built = folder.resolve(output);
    Optional<RunCommand> command =
        Files.isDirectory(built)
            ? BuiltProgram.find(built, folder, order.tools(), takesPort)
            : Optional.empty();
    return command
        .map(found -> Attempt.built(found, List.of()))
        .orElseGet(
            () ->
                Attempt.failed(
                    "the build made no jar in " + output + " that names a Main-Class",
                    false,
                    List.of()));
  }
}
