package simul.ci.markbook;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import simul.conformance.explain.Language;
import simul.spec.text.JsonText;

/**
 * What Autolab reads: the last line of standard output, a score for each problem. Problems are the
 * rubric's parts by their names, and {@code deductions}, which is there whether or not something
 * was taken off, for Autolab wants to know its problems beforehand.
 */
public final class AutolabScores {
  private static final String DEDUCTIONS = "deductions";

  private AutolabScores() {}

  /** The line, without its end. */
  public static String line(Graded graded, Optional<BigDecimal> scaleTo) {
    ScoreSheet sheet = ScoreSheet.of(graded, Language.ENGLISH, scaleTo);
    Map<String, Object> scores = new LinkedHashMap<>();
    BigDecimal deductions = BigDecimal.ZERO;
    for (ScoreSheet.Line line : sheet.lines()) {
      if (line.part().isPresent()) {
        scores.put(line.name(), Words.number(line.points()));
      } else {
        deductions = deductions.add(line.points());
      }
    }
    String name = DEDUCTIONS;
    while (scores.containsKey(name)) {
      name += "_";
    }
    scores.put(name, Words.number(deductions));
    return "{\"scores\": " + JsonText.of(scores).strip() + "}";
  }
}
