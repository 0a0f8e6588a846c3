package simul.ci.build;

import java.io.IOException;
import java.util.Optional;

/** mingw-w64 from a .vcxproj's own list of sources, include folders, defines and character set. */
final class MingwProject implements BuildStrategy {
  @Override
  public String name() {
    return "mingw";
  }

  @Override
  public Optional<String> lacking(Project project, Tools tools) {
    if (project.kind() != ProjectKind.VISUAL_STUDIO) {
      return Optional.of("");
    }
    if (project.sources().stream().noneMatch(SourceText::isCompiled)) {
      return Optional.of(project.name() + " lists no sources that are there");
    }
    return MingwCompiler.lacking(tools);
  }

  @Override
  public Attempt build(BuildOrder order) throws IOException {
    VcxProject settings = VcxProject.load(order.project().file().orElseThrow());
    return MingwCompiler.build(order, Optional.of(settings));
  }
}
