package simul.ci.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether a project's sources listen for connections, by its words outside comments. */
public final class Listening implements Predicate<Project> {
  private static final Pattern LISTENS =
      Pattern.compile(
          "(?<![\\w.>])(listen|accept|AcceptEx|WSAAccept)\\s*\\("
              + "|\\b(ServerSocket|ServerSocketChannel|ServerBootstrap|tcp\\s*::\\s*acceptor)\\b");

  @Override
  public boolean test(Project project) {
    return project.sources().stream().anyMatch(Listening::listens);
  }

  private static boolean listens(Path source) {
    try {
      return Files.isRegularFile(source) && LISTENS.matcher(SourceText.load(source).code()).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
