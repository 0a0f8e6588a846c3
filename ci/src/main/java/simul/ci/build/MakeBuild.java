package simul.ci.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Makefile, for this system or, when the sources are for Windows alone, by mingw-w64. */
final class MakeBuild implements BuildStrategy {
  @Override
  public String name() {
    return "make";
  }

  @Override
  public Optional<String> lacking(Project project, Tools tools) throws IOException {
    if (project.kind() != ProjectKind.MAKE) {
      return Optional.of("");
    }
    if (tools.first("make", "mingw32-make").isEmpty()) {
      return Optional.of("make is not installed");
    }
    boolean isCrossing = !tools.isWindows() && WindowsCode.isIn(project);
    return isCrossing ? MingwCompiler.lacking(tools) : Optional.empty();
  }

  @Override
  public Attempt build(BuildOrder order) throws IOException {
    Project project = order.project();
    SourceMirror mirror =
        SourceMirror.copy(order.tree(), order.work().resolve("src"), List.of(project.folder()));
    Path folder = mirror.of(project.folder());
    List<String> notes = new ArrayList<>(mirror.notes());
    List<String> words = new ArrayList<>();
    words.add(order.tools().first("make", "mingw32-make").orElseThrow());
    if (!order.tools().isWindows() && WindowsCode.isIn(project)) {
      Optional<CrossTools> cross =
          CrossTools.isFit(order.work())
              ? CrossTools.prepare(order, mirror, notes)
              : Optional.empty();
      if (cross.isEmpty()) {
        return Attempt.failed("the sources for Wine cannot be compiled", false, notes);
      }
      words.addAll(cross.get().forMake());
    }
    ProcessOutcome outcome = order.run(words, folder);
    if (!outcome.isSuccess()) {
      return order.failed(outcome, mirror.root(), notes);
    }
    boolean takesPort = PortArgument.isTaken(mirror.code(project));
    return BuiltProgram.find(folder, folder, order.tools(), takesPort)
        .map(command -> Attempt.built(command, notes))
        .orElseGet(() -> Attempt.failed("make built no program", false, notes));
  }
}
