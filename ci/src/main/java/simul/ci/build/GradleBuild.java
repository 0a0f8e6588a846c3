package simul.ci.build;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Gradle as it is installed: a wrapper in the submission would run whatever it likes. */
final class GradleBuild implements BuildStrategy {
  @Override
  public String name() {
    return "gradle";
  }

  @Override
  public Optional<String> lacking(Project project, Tools tools) {
    if (project.kind() != ProjectKind.GRADLE) {
      return Optional.of("");
    }
    return tools.first("gradle").isPresent()
        ? Optional.empty()
        : Optional.of("Gradle is not installed");
  }

  @Override
  public Attempt build(BuildOrder order) throws IOException {
    String gradle = order.tools().first("gradle").orElseThrow();
    List<String> words = List.of(gradle, "--no-daemon", "-q", "assemble");
    return JavaBuild.build(order, words, "build/libs");
  }
}
