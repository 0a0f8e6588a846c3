package simul.ci.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.ci.launch.CommandWords;

/** The system's own C++ compiler, for loose sources that do not need Windows. */
final class PlainCompiler implements BuildStrategy {
  @Override
  public String name() {
    return "g++";
  }

  @Override
  public Optional<String> lacking(Project project, Tools tools) throws IOException {
    boolean isLoose = project.kind() == ProjectKind.SOURCES;
    if (!isLoose || WindowsCode.isIn(project)) {
      return Optional.of("");
    }
    return tools.first("g++", "clang++", "c++").isPresent()
        ? Optional.empty()
        : Optional.of("no C++ compiler (g++) is installed");
  }

  @Override
  public Attempt build(BuildOrder order) throws IOException {
    Project project = order.project();
    SourceMirror mirror =
        SourceMirror.copy(order.tree(), order.work().resolve("src"), List.of(project.folder()));
    Path program = order.work().resolve("server");
    List<String> words = new ArrayList<>();
    words.add(order.tools().first("g++", "clang++", "c++").orElseThrow());
    words.addAll(List.of("-std=gnu++17", "-O0", "-w", "-fpermissive", "-pthread"));
    project.sources().forEach(source -> words.add("./" + order.tree().name(source)));
    words.addAll(List.of("-o", program.toString()));
    ProcessOutcome outcome = order.run(words, mirror.root());
    if (!outcome.isSuccess() || !Files.isRegularFile(program)) {
      return order.failed(outcome, mirror.root(), mirror.notes());
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    if (PortArgument.isTaken(mirror.code(project))) {
      command.add(CommandWords.PORT);
    }
    Path folder = mirror.of(project.folder());
    return Attempt.built(new RunCommand(command, folder, false), mirror.notes());
  }
}
