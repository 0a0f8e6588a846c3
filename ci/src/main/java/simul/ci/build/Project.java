package simul.ci.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Something among a submission's files that may become one program.
 *
 * @param name of its file or folder, without an ending
 * @param folder that its file lies in
 * @param file that says how it is built, or that is the program; none for loose sources
 * @param solution the .sln that lists it, if one does
 * @param sources of it, as far as they are known; for loose ones with the main function first
 */
public record Project(
    String name,
    ProjectKind kind,
    Path folder,
    Optional<Path> file,
    Optional<Path> solution,
    List<Path> sources) {
  public Project {
    sources = List.copyOf(sources);
  }
}
