package simul.ci.workflows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with a Dockerfile. */
final class DockerfileLint {
  private static final Set<String> INSTRUCTIONS =
      Set.of("ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "FROM", "LABEL", "RUN", "USER", "WORKDIR");

  private DockerfileLint() {}

  static List<String> problems(String text) {
    List<String> problems = new ArrayList<>();
    List<String> lines = instructions(text);
    if (lines.isEmpty() || !lines.get(0).matches("FROM [a-z/]+:[0-9][\\w.-]*")) {
      problems.add("does not begin with FROM an image of a fixed version");
    }
    String user = "root";
    for (String line : lines) {
      String instruction = line.split(" ")[0];
      if (!INSTRUCTIONS.contains(instruction)) {
        problems.add("unknown instruction: " + instruction);
      }
      if (instruction.equals("USER")) {
        user = line.substring("USER ".length());
      }
      if (List.of("ENTRYPOINT", "CMD").contains(instruction)
          && !line.matches("\\w+ \\[(\"[^\"]*\")(, \"[^\"]*\")*]")) {
        problems.add("goes through a shell: " + line);
      }
      if (line.contains("apt-get install")
          && !(line.contains("apt-get update")
              && line.contains("--no-install-recommends")
              && line.contains("rm -rf /var/lib/apt/lists/*"))) {
        problems.add("keeps what apt-get only needs to install: " + line);
      }
    }
    if (user.equals("root")) {
      problems.add("runs as root");
    }
    if (lines.stream().noneMatch(line -> line.startsWith("ENTRYPOINT "))) {
      problems.add("has no ENTRYPOINT");
    }
    return problems;
  }

  /** Its instructions, each on one line. */
  private static List<String> instructions(String text) {
    String code =
        text.lines()
            .filter(line -> !line.strip().startsWith("#"))
            .collect(Collectors.joining("\n"))
            .replaceAll("\\\\\\s*\\n\\s*", "");
    return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
