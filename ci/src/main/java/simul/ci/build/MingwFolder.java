package simul.ci.build;

import java.io.IOException;
import java.util.Optional;

/** mingw-w64 from all sources of a folder: one main function, and what has none. */
final class MingwFolder implements BuildStrategy {
  @Override
  public String name() {
    return "mingw";
  }

  @Override
  public Optional<String> lacking(Project project, Tools tools) throws IOException {
    if (project.kind() != ProjectKind.SOURCES) {
      return Optional.of("");
    }
    return WindowsCode.isIn(project) ? MingwCompiler.lacking(tools) : Optional.of("");
  }

  @Override
  public Attempt build(BuildOrder order) throws IOException {
    return MingwCompiler.build(order, Optional.empty());
  }
}
