package simul.ci.build;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Maven, for servers in Java. */
final class MavenBuild implements BuildStrategy {
  @Override
  public String name() {
    return "maven";
  }

  @Override
  public Optional<String> lacking(Project project, Tools tools) {
    if (project.kind() != ProjectKind.MAVEN) {
      return Optional.of("");
    }
    return tools.first("mvn").isPresent()
        ? Optional.empty()
        : Optional.of("Maven (mvn) is not installed");
  }

  @Override
  public Attempt build(BuildOrder order) throws IOException {
    String maven = order.tools().first("mvn").orElseThrow();
    List<String> words = List.of(maven, "-B", "-q", "-DskipTests", "package");
    return JavaBuild.build(order, words, "target");
  }
}
