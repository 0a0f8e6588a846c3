package simul.ci.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.verdict.Verdict;

class FindingsFileTest {
  private static final Findings ALL =
      new Findings(
          new Findings.Build("mingw", Optional.of("서버.cpp:3: expected \"';'\"\n\tand: more #1")),
          Optional.of("12345"),
          List.of(
              new Findings.Checked("FRAME-001", Verdict.PASS, 1, Optional.empty()),
              new Findings.Checked("JOIN-001", Verdict.INCONCLUSIVE, 3, Optional.of("too slow"))),
          Optional.of(new Findings.Outcome(Verdict.FAIL, "true")),
          Optional.of(new Findings.Outcome(Verdict.SKIPPED, "")),
          Optional.of(new Findings.ModelFound(Optional.of("iocp"), true, List.of("a.cpp:1 x"))),
          3);

  @Test
  void readsWhatItWrote() {
    assertThat(FindingsFile.parse(FindingsFile.text(ALL))).contains(ALL);
  }

  @Test
  void readsTheLeastThatThereIs() {
    Findings least =
        new Findings(
            new Findings.Build("run", Optional.empty()),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);

    assertThat(FindingsFile.parse(FindingsFile.text(least))).contains(least);
  }

  @Test
  void textThatWasCutOffHoldsNone() {
    String text = FindingsFile.text(ALL);

    for (int length = 0; length < text.strip().length(); length++) {
      assertThat(FindingsFile.parse(text.substring(0, length))).as("%d", length).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "\u0000", "{\"build\": 3}", "a: &x [*x]"})
  void otherTextHoldsNone(String text) {
    assertThat(FindingsFile.parse(text)).isEmpty();
  }
}
