package simul.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.conformance.script.ReplayFile;
import simul.conformance.script.Script;

/** What becomes of scripts that a right server could fail. */
class FairnessTest {
  private static final String HEAD = "simul-replay 1\nspec homework3\nrule MODEL-002\nplayers 2\n";

  private static Script script(String steps) throws ReplayFile.Malformed {
    return ReplayFile.parse("test", HEAD + steps.replace("; ", "\n")).script();
  }

  /** A limit of three, and two who play from the start. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          move a 0                               | move a 0
          leave a reset; move a 0                | leave a reset
          leave a reset; leave b close           | leave a reset
          move a hold 0                          | settle
          move a 0 hold 1; move a hold 1         | move a 0 hold 1
          move a 0 hold 2; move a hold 1         | move a 0 hold 2; move a hold 1
          move a 0; settle; settle               | move a 0; settle
          arrive c d                             | arrive c
          arrive a c                             | arrive c
          leave a reset; arrive c                | leave a reset; settle; arrive c
          move b 0; move a 0; leave a close      | move b 0; move a 0; settle; leave a close
          move b 0; move a 0; leave a half-close | move b 0; move a 0; leave a half-close
          move a 0 0; leave a close              | move a 0 0; leave a close
          move a 0; misbehave a packet 03 01 09  | move a 0; settle; misbehave a packet 03 01 09
          move a 0 hold 1; misbehave a packet 00 | move a 0 hold 1; misbehave a garbage 00
          leave a close; misbehave a packet 00   | leave a close
          """)
  void unfairStepsAreMended(String before, String after) throws Exception {
    List<?> mended = Fairness.of(script(before), 3).steps();

    assertThat(mended).isEqualTo(script(after.equals("settle") ? "" : after).steps());
  }
}
