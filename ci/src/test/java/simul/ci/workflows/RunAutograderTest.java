package simul.ci.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradescope's script, with something in the place of {@code grade}. */
class RunAutograderTest {
  private static final Path SCRIPT = Path.of("workflows", "gradescope", "run_autograder");

  @TempDir private Path root;

  @BeforeEach
  void layTheFolders() throws IOException {
    Files.createDirectories(root.resolve("source/simul/bin"));
    Files.createDirectories(root.resolve("submission"));
  }

  private int run(String grade) throws Exception {
    Path script = root.resolve("source/simul/bin/grade");
    Files.writeString(script, "#!/usr/bin/env bash\n" + grade + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return Bash.run(
        root,
        Map.of("AUTOGRADER_ROOT", root.toString()),
        "bash",
        SCRIPT.toAbsolutePath().toString());
  }

  private String results() throws IOException {
    return Files.readString(root.resolve("results/results.json"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "4, 0", "2, 2", "3, 3", "5, 5"})
  void marksAreNoFailureWhateverTheyAre(int grade, int status) throws Exception {
    assertThat(run("exit " + grade)).isEqualTo(status);
  }

  @Test
  void resultIsThereWhateverEndsTheGrading() throws Exception {
    assertThat(run("kill -KILL $$")).isNotZero();

    assertThat(results()).contains("\"score\": 0", "Grading has not ended");
  }

  @Test
  void gradeIsAskedForTheSubmissionAndWritesTheResult() throws Exception {
    String options = "printf '%s\\n' \"$@\" >'" + root + "/asked'";
    String write =
        "while [ $# -gt 0 ]; do [ \"$1\" = --gradescope ] && echo '{\"score\": 7}' >\"$2\"; shift; done";
    assertThat(run(options + "\n" + write)).isZero();

    assertThat(Files.readAllLines(root.resolve("asked")))
        .startsWith(root.resolve("submission").toString(), "--out")
        .containsAll(Set.of("--rubric", "homework3", "--gradescope"));
    assertThat(results()).isEqualTo("{\"score\": 7}\n");
  }
}
