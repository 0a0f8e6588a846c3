package simul.ci.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CMake, for this system or, when the sources are for Windows alone, for Wine by mingw-w64. */
final class CMakeBuild implements BuildStrategy {
  @Override
  public String name() {
    return "cmake";
  }

  @Override
  public Optional<String> lacking(Project project, Tools tools) throws IOException {
    if (project.kind() != ProjectKind.CMAKE) {
      return Optional.of("");
    }
    if (tools.first("cmake").isEmpty()) {
      return Optional.of("cmake is not installed");
    }
    boolean isCrossing = !tools.isWindows() && WindowsCode.isIn(project);
    return isCrossing ? MingwCompiler.lacking(tools) : Optional.empty();
  }

  @Override
  public Attempt build(BuildOrder order) throws IOException {
    Project project = order.project();
    SourceMirror mirror =
        SourceMirror.copy(order.tree(), order.work().resolve("src"), List.of(project.folder()));
    Path source = mirror.of(project.folder());
    Path build = order.work().resolve("build");
    String cmake = order.tools().first("cmake").orElseThrow();
    List<String> notes = new ArrayList<>(mirror.notes());
    List<String> words = new ArrayList<>(List.of(cmake, "-S", source.toString()));
    words.addAll(List.of("-B", build.toString(), "-DCMAKE_POLICY_VERSION_MINIMUM=3.5"));
    if (!order.tools().isWindows() && WindowsCode.isIn(project)) {
      Optional<CrossTools> cross =
          CrossTools.isFit(order.work())
              ? CrossTools.prepare(order, mirror, notes)
              : Optional.empty();
      if (cross.isEmpty()) {
        return Attempt.failed("the sources for Wine cannot be compiled", false, notes);
      }
      words.addAll(cross.get().forCMake());
    }
    ProcessOutcome outcome = order.run(words, order.work());
    if (outcome.isSuccess()) {
      outcome = order.run(List.of(cmake, "--build", build.toString()), order.work());
    }
    if (!outcome.isSuccess()) {
      return order.failed(outcome, mirror.root(), notes);
    }
    boolean takesPort = PortArgument.isTaken(mirror.code(project));
    return BuiltProgram.find(build, source, order.tools(), takesPort)
        .map(command -> Attempt.built(command, notes))
        .orElseGet(() -> Attempt.failed("CMake built no program", false, notes));
  }
}
