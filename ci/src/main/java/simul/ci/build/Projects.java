package simul.ci.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The projects among a submission's files, with the one that is the server.
 *
 * @param root the submission's folder
 * @param all the ones that say most of their build first
 * @param server the one to build, if any can be it
 */
public record Projects(Path root, List<Project> all, Optional<Project> server) {
  public Projects {
    all = List.copyOf(all);
  }

  /**
   * Looks for projects; the layout is found, not prescribed.
   *
   * @param isServer tells from a project's sources; {@link Listening} is a simple one
   * @throws IOException when a file cannot be read
   */
  public static Projects find(Path folder, Predicate<Project> isServer) throws IOException {
    FileTree tree = FileTree.of(folder);
    List<Project> all = new ProjectSearch(tree).search();
    try {
      return new Projects(tree.root(), all, choose(all, isServer));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Of those with sources the first that passes, one that is called a server before others; else
   * the first ready program, one that is not called a client before others.
   */
  private static Optional<Project> choose(List<Project> all, Predicate<Project> isServer) {
    Comparator<Project> likeliest =
        Comparator.<Project, Boolean>comparing(project -> unlikeliness(project) == 2)
            .thenComparing(project -> project.kind() == ProjectKind.SOURCES)
            .thenComparing(Projects::unlikeliness)
            .thenComparing(Project::kind);
    Optional<Project> listening =
        all.stream()
            .filter(project -> !project.sources().isEmpty())
            .filter(isServer)
            .min(likeliest);
    return listening.or(
        () -> all.stream().filter(project -> project.sources().isEmpty()).min(likeliest));
  }

  /** 0 for what is called a server, 2 for what is called a client, 1 for all others. */
  private static int unlikeliness(Project project) {
    String name = project.name().toLowerCase(Locale.ROOT);
    if (name.contains("server") || name.contains("서버")) {
      return 0;
    }
    return name.contains("client") || name.contains("클라") ? 2 : 1;
  }

  /** The projects that may stand in when the server's own way of building fails, itself first. */
  List<Project> candidates() {
    if (server.isEmpty()) {
      return List.of();
    }
    Project chosen = server.get();
    List<Project> candidates = new ArrayList<>(List.of(chosen));
    all.stream()
        .filter(other -> !other.equals(chosen))
        .filter(other -> standsIn(other, chosen))
        .forEach(candidates::add);
    return candidates;
  }

  /** The same program by another kind of build, or ready: it has the same name or main source. */
  private static boolean standsIn(Project other, Project chosen) {
    boolean sharesMain =
        other.kind() == ProjectKind.SOURCES && chosen.sources().contains(other.sources().get(0));
    boolean isReady =
        other.sources().isEmpty()
            && (other.name().equalsIgnoreCase(chosen.name()) || unlikeliness(other) == 0);
    return sharesMain || isReady;
  }
}
