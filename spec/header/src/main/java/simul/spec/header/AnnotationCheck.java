package simul.spec.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simul.spec.header.Refusal.Reason;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.yaml.Problem;

/**
 * Holds what a header tells against the spec language: makes the spec, lets the language's own
 * check read it, and takes back what that finds wrong, one line at a time, for one mistake may
 * bring on others. What the header does not tell is not judged here.
 */
final class AnnotationCheck {
  /**
   * So many mistakes are taken back alone. Nobody makes more by hand; a header that is full of them
   * would be checked for hours.
   */
  private static final int ONE_BY_ONE = 20;

  private AnnotationCheck() {}

  /** The header without the annotations that no spec can have; those are among its refusals. */
  static Header check(Header header) {
    Header checked = header;
    Map<Place, Problem> wrong = wrong(checked);
    // Each round takes something back, so it ends when nothing is left.
    for (int round = 0; !wrong.isEmpty(); round++) {
      List<Refusal> refusals = new ArrayList<>(checked.refusals());
      Annotations left = checked.annotations();
      int count = round < ONE_BY_ONE ? 1 : wrong.size();
      for (Place place : wrong.keySet().stream().limit(count).toList()) {
        refusals.add(refusal(left, place, wrong.get(place)));
        left = left.without(place);
      }
      checked = checked.with(left, refusals);
      wrong = wrong(checked);
    }
    return checked;
  }

  /** The problems that are in something told, the first of each line. */
  private static Map<Place, Problem> wrong(Header header) {
    Map<Place, Problem> wrong = new LinkedHashMap<>();
    if (header.annotations().isEmpty()) {
      return wrong;
    }
    SpecDraft draft = SpecDraft.of(header, Guess.of(header));
    YamlLines lines = SpecWriter.lines(draft, "imported", "the header");
    try {
      SpecLoader.check("spec", lines.text());
    } catch (SpecException e) {
      for (Problem problem : e.problems()) {
        if (problem.severity() == Problem.Severity.ERROR) {
          lines.told(problem.line()).ifPresent(place -> wrong.putIfAbsent(place, problem));
        }
      }
    }
    return wrong;
  }

  private static Refusal refusal(Annotations annotations, Place place, Problem problem) {
    String what = "the annotation " + annotations.at(place);
    return new Refusal(what, place, Reason.ANNOTATION, problem.message());
  }
}
