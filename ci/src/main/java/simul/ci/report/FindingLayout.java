package simul.ci.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.conformance.explain.Explanation;
import simul.conformance.verdict.Finding;

/** A finding as labelled lines of plain text, its values one below the other. */
public final class FindingLayout {
  private static final int LABEL_COLUMNS = 10;

  private FindingLayout() {}

  /**
   * The lines, without any indentation.
   *
   * @param replay the command that runs it again
   */
  public static List<String> lines(
      Finding finding, Explanation explanation, Optional<String> replay) {
    List<String> lines = new ArrayList<>();
    add(lines, explanation.label("sent"), explanation.sent(finding));
    add(lines, explanation.label("expected"), List.of(explanation.expected(finding.expected())));
    add(lines, explanation.label("actual"), List.of(explanation.actual(finding.actual())));
    add(lines, explanation.label("received"), explanation.received(finding));
    add(lines, explanation.label("output"), explanation.output(finding));
    finding
        .hint()
        .ifPresent(hint -> add(lines, explanation.label("hint"), List.of(explanation.hint(hint))));
    replay.ifPresent(command -> add(lines, explanation.label("replay"), List.of(command)));
    return lines;
  }

  private static void add(List<String> lines, String label, List<String> texts) {
    texts.stream().limit(1).forEach(text -> lines.add(Columns.pad(label, LABEL_COLUMNS) + text));
    texts.stream().skip(1).forEach(text -> lines.add(" ".repeat(LABEL_COLUMNS) + text));
  }
}
