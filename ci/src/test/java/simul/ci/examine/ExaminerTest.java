package simul.ci.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.ci.grade.Findings;
import simul.ci.grade.Marks;
import simul.ci.grade.Rubric;
import simul.ci.grade.RubricLoader;
import simul.ci.launch.CommandWords;
import simul.conformance.script.Effort;
import simul.conformance.verdict.Verdict;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** Servers in processes of their own, run through a small rubric. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class ExaminerTest {
  private static final String RUBRIC =
      """
      rubric: 1
      name: small
      title: { en: "Small", ko: "작음" }
      points: 10
      parts:
        - { name: join, title: { en: "Join", ko: "입장" }, points: 4, requirements: [ JOIN-001, FRAME-003 ] }
        - { name: play, title: { en: "Play", ko: "놀이" }, points: 4, swarm: { clients: 3, duration: 500ms } }
        - { name: streams, title: { en: "Streams", ko: "흐름" }, points: 2, fuzz: 500ms }
      """;

  @TempDir private Path traces;

  private Examination examine(String command) throws Exception {
    Rubric rubric = RubricLoader.parse("small.yaml", RUBRIC);
    return new Examiner(
            new ExaminationPlan(
                rubric,
                Protocol.of(SpecLoader.load("homework3")),
                "homework3",
                CommandWords.parse(command),
                Path.of(""),
                Duration.ofSeconds(60),
                Optional.empty(),
                Effort.QUICK,
                1,
                2,
                traces))
        .run();
  }

  private static Findings findings(Examination examination) {
    return new Findings(
        new Findings.Build("run", Optional.empty()),
        examination.served(),
        examination.checks(),
        examination.load(),
        examination.streams(),
        Optional.empty(),
        0);
  }

  private static String serve(String arguments) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return "'"
        + java
        + "' -XX:TieredStopAtLevel=1 -cp '"
        + System.getProperty("java.class.path")
        + "' simul.ci.cli.Simul serve --quiet "
        + arguments;
  }

  @Test
  void rightServerEarnsAllOfIt() throws Exception {
    Examination examination = examine(serve("--port 0"));

    assertThat(examination.served()).isEmpty();
    assertThat(examination.checks())
        .extracting(Findings.Checked::verdict)
        .containsExactly(Verdict.PASS, Verdict.PASS);
    Marks marks = Marks.of(RubricLoader.parse("small.yaml", RUBRIC), findings(examination));
    assertThat(marks.points()).isEqualByComparingTo("10");
  }

  @Test
  void mistakeCostsItsRequirementAndLeavesItsReplayFile() throws Exception {
    Examination examination = examine(serve("--port {port} --bug takes-lone-byte-for-packet"));

    assertThat(examination.checks())
        .extracting(Findings.Checked::id, Findings.Checked::verdict)
        .contains(org.assertj.core.api.Assertions.tuple("FRAME-003", Verdict.FAIL));
    assertThat(traces.resolve("FRAME-003.trace")).isRegularFile();
    Marks marks = Marks.of(RubricLoader.parse("small.yaml", RUBRIC), findings(examination));
    assertThat(marks.parts().get(0).points()).isEqualByComparingTo("2");
    assertThat(marks.parts().get(1).points()).isEqualByComparingTo("4");
  }

  @Test
  void programThatDoesNotServeIsSaidSo() throws Exception {
    Examination examination = examine("false");

    assertThat(examination.served().orElseThrow()).contains("exited with status 1");
    assertThat(examination.checks()).isEmpty();
    assertThat(examination.load()).isEmpty();
  }
}
