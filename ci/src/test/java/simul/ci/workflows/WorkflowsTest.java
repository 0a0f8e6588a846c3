package simul.ci.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.Value;
import simul.spec.yaml.YamlReader;

/** The files in {@code ci/workflows} that people copy. */
class WorkflowsTest {
  private static final Path FOLDER = Path.of("workflows");

  /** What {@code grade} understands. */
  private static final Set<String> OPTIONS =
      Set.of(
          "--out",
          "--rubric",
          "--spec",
          "--roster",
          "--build",
          "--run",
          "--lang",
          "--jobs",
          "--late-after",
          "--gradescope",
          "--classroom",
          "--annotations",
          "--summary",
          "--autolab",
          "--junit-xml",
          "--scale-to",
          "--unsandboxed",
          "--patience");

  private static final String GOOD =
      """
      name: x
      on: { push: }
      permissions: { contents: read }
      jobs:
        a:
          runs-on: ubuntu-24.04
          timeout-minutes: 5
          steps:
            - { name: c, uses: actions/checkout@v4, with: { persist-credentials: false } }
            - { name: r, id: one, run: "true" }
            - name: s
              uses: a/b@v1
              env: { X: "${{ steps.one.outputs.x }}" }
      """;

  private static String read(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github-ubuntu.yml", "github-windows.yml", "github-classroom.yml"})
  void workflowsForGitHubAreWellFormed(String file) throws IOException {
    assertThat(GitHubLint.problems(read(file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contents: read | contents: write | contents are to be read",
        "runs-on: ubuntu-24.04 | runs-on: ubuntu-latest | no machine of a fixed version",
        "timeout-minutes: 5 | name: b | has no timeout-minutes",
        "a/b@v1 | a/b@main | no action of a version",
        "steps.one.outputs.x | steps.two.outputs.x | what no step before it has",
        "steps.one.outputs.x | github.token | what no step before it has",
        "run: \"true\" | run: \"${{ env.X }}\" | puts an expression into a command",
        "run: \"true\" | uses: a/b@v2, run: x | needs one of uses and run",
        "persist-credentials: false | path: x | leaves a token",
        "id: one | ids: one | unknown key: ids",
        "push: | pushes: | unknown key: pushes",
        "name: x | name: [ | not YAML"
      })
  void lintSeesWhatIsWrong(String right, String wrong, String problem) {
    assertThat(GitHubLint.problems(GOOD)).isEmpty();
    assertThat(GOOD).contains(right);
    assertThat(GitHubLint.problems(GOOD.replace(right, wrong))).anyMatch(p -> p.contains(problem));
  }

  @Test
  void workflowForGitLabIsWellFormed() throws IOException {
    Problems problems = new Problems("gitlab-ci.yml");
    Optional<Value> root = new YamlReader("gitlab-ci.yml", problems).read(read("gitlab-ci.yml"));
    Reader file = Reader.of(root.orElseThrow());
    Reader job = file.map("grade");

    assertThat(problems.sorted()).isEmpty();
    assertThat(file.entries()).containsOnlyKeys("stages", "grade");
    assertThat(job.entries())
        .containsOnlyKeys(
            "stage",
            "image",
            "timeout",
            "variables",
            "before_script",
            "script",
            "after_script",
            "artifacts",
            "rules");
    assertThat(texts(file, "stages")).contains(job.text("stage").orElseThrow());
    assertThat(job.text("image").orElseThrow()).matches("[a-z]+:\\d+");
    assertThat(texts(job, "script")).hasSize(1).allMatch(line -> line.contains("bin/grade "));
    assertThat(job.map("artifacts").map("reports").text("junit")).contains("marks/junit.xml");
    assertThat(job.map("artifacts").text("when")).contains("always");
  }

  private static List<String> texts(Reader reader, String key) {
    return reader.list(key).stream().map(item -> ((Value.Scalar) item.value()).text()).toList();
  }

  @Test
  void jenkinsfileIsWellFormed() throws IOException {
    String file = read("Jenkinsfile");
    String code =
        file.lines()
            .filter(line -> !line.strip().startsWith("//"))
            .map(line -> line.replaceAll("'[^']*'|\"[^\"]*\"", "''"))
            .collect(Collectors.joining("\n"));

    assertThat(code).startsWith("pipeline {").doesNotContain("'''");
    assertThat(depths(code)).allMatch(depth -> depth >= 0);
    assertThat(depths(code).get(depths(code).size() - 1)).isZero();
    List<String> sections =
        code.lines().filter(line -> line.matches("  \\w.*\\{.*")).map(WorkflowsTest::word).toList();
    assertThat(sections).containsExactly("agent", "options", "parameters", "stages", "post");
    // Groovy would put values into a text in double quotes.
    assertThat(file).contains("script: '\"$SIMUL_HOME/bin/grade\" ").doesNotContain("sh \"");
  }

  private static List<Integer> depths(String code) {
    int[] depth = {0};
    return code.chars()
        .filter(c -> c == '{' || c == '}')
        .mapToObj(c -> c == '{' ? ++depth[0] : --depth[0])
        .toList();
  }

  private static String word(String line) {
    return line.strip().split("\\W")[0];
  }

  @Test
  void dockerfileIsWellFormed() throws IOException {
    assertThat(DockerfileLint.problems(read("Dockerfile"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM debian:12-slim | FROM debian | fixed version",
        "FROM debian:12-slim | FROM debian:latest | fixed version",
        "USER grader | USER root | runs as root",
        "--no-install-recommends | -y | keeps what apt-get",
        "COPY . | COPIES . | unknown instruction: COPIES",
        "[\"/opt/simul/bin/grade\"] | /opt/simul/bin/grade | goes through a shell"
      })
  void lintOfDockerfilesSeesWhatIsWrong(String right, String wrong, String problem)
      throws IOException {
    String file = read("Dockerfile");

    assertThat(file).contains(right);
    assertThat(DockerfileLint.problems(file.replace(right, wrong)))
        .anyMatch(p -> p.contains(problem));
  }

  @Test
  void everyFileCallsGradeWithOptionsThatItHas() throws IOException {
    Pattern option = Pattern.compile("(?<=\\s|\\()--[a-z][a-z-]*");
    for (Path file : files()) {
      String calls =
          Files.readString(file)
              .replaceAll("\\\\\\n\\s*", " ")
              .lines()
              .filter(line -> !line.strip().startsWith("#"))
              .filter(line -> line.matches(".*(bin.grade|options[+]?=|--junit-xml).*"))
              .collect(Collectors.joining("\n"));
      List<String> used = option.matcher(calls).results().map(r -> r.group()).toList();

      assertThat(OPTIONS).as(file.toString()).containsAll(used);
      if (!file.endsWith("setup.sh") && !file.endsWith("Dockerfile")) {
        assertThat(used).as(file.toString()).contains("--out", "--rubric");
      }
    }
  }

  @Test
  void nothingNamesAnyHost() throws IOException {
    Pattern host = Pattern.compile("://|\\b[a-z0-9-]+\\.(com|org|net|io|dev|kr|cloud)\\b");
    for (Path file : files()) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(host);
    }
    assertThat(files()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gradescope/setup.sh", "gradescope/run_autograder"})
  void scriptsAreForBash(String file) throws Exception {
    assertThat(read(file))
        .startsWith("#!/usr/bin/env bash\n")
        .contains("\nset -")
        .doesNotContain("\r");
    assertThat(Files.isExecutable(FOLDER.resolve(file))).isTrue();
    assertThat(Bash.run(FOLDER, "bash", "-n", file)).isEqualTo(0);
  }
}
