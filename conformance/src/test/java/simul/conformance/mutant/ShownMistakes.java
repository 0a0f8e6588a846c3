package simul.conformance.mutant;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.mutant.Table.Dialogue;

/** Each mistake of a section shows where it should, and only to those who have it. */
@Execution(ExecutionMode.CONCURRENT)
abstract class ShownMistakes {

  /** By mistake, what has to be done for it to show. */
  abstract Map<String, Dialogue> dialogues();

  @TestFactory
  Stream<DynamicTest> rightServerHoldsDialogue() {
    return dialogues().entrySet().stream()
        .map(
            shown ->
                DynamicTest.dynamicTest(shown.getKey(), () -> Table.assertRight(shown.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> mistakeShows() {
    return dialogues().entrySet().stream()
        .map(
            shown ->
                DynamicTest.dynamicTest(
                    shown.getKey(), () -> Table.assertShows(shown.getKey(), shown.getValue())));
  }
}
