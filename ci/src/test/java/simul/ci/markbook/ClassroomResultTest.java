package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simul.conformance.explain.Language;
import simul.spec.yaml.Reader;

class ClassroomResultTest {
  private static Reader read(Graded graded) {
    return Json.read(ClassroomResult.json(graded, Language.ENGLISH, Optional.empty()));
  }

  @Test
  void resultReadsAsDesigned() throws Exception {
    Golden.assertIs(
        "classroom.json",
        ClassroomResult.json(GradedSample.mixed(), Language.ENGLISH, Optional.empty()));
  }

  @Test
  void outputIsOneLineOfBase64() {
    String output =
        ClassroomResult.output(
            GradedSample.hostile(GradedSample.HOSTILE), Language.KOREAN, Optional.empty());

    assertThat(output).matches("result=[A-Za-z0-9+/]+=*\n");
    String json =
        new String(
            Base64.getDecoder().decode(output.strip().substring("result=".length())),
            StandardCharsets.UTF_8);
    assertThat(Json.read(json).whole("version")).contains(1L);
  }

  @Test
  void everyTestHasScoreForTheReporterAddsThemUp() {
    for (Graded graded : new Graded[] {GradedSample.mixed(), GradedSample.unbuilt()}) {
      assertThat(read(graded).list("tests")).isNotEmpty().allMatch(test -> test.has("score"));
      assertThat(read(graded).whole("max_score")).contains(40L);
    }
  }

  @Test
  void whatIsMissingFailsUnlessItIsOnlyUndecided() {
    assertThat(read(GradedSample.whole()).text("status")).contains("pass");
    assertThat(read(GradedSample.mixed()).text("status")).contains("fail");
    assertThat(read(GradedSample.mixed()).list("tests").stream().map(t -> t.text("status").get()))
        .containsExactly("fail", "fail", "fail", "pass", "fail", "pass", "fail");
  }

  @Test
  void hiddenPartShowsItsPointsAlone() {
    String json = ClassroomResult.json(GradedSample.mixed(), Language.ENGLISH, Optional.empty());

    assertThat(json).contains("\"name\": \"Bad input\"").doesNotContain("BAD-");
  }
}
