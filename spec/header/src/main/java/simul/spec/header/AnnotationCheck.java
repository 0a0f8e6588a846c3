package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.spec.header.Refusal.Reason;
import simul.spec.load.Problem;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;

/**
 * Holds what a header tells against the spec language: makes the spec, lets the language's own
 * check read it, and takes back what that finds wrong, one line at a time, for one mistake may
 * bring on others. What the header does not tell is not judged here.
 */
final class AnnotationCheck {
  private AnnotationCheck() {}

  /** The header without the annotations that no spec can have; those are among its refusals. */
  static Header check(Header header) {
    Header checked = header;
    Optional<Refusal> wrong = wrong(checked);
    // Each round takes something back, so it ends when nothing is left.
    while (wrong.isPresent()) {
      List<Refusal> refusals = new ArrayList<>(checked.refusals());
      refusals.add(wrong.get());
      checked = checked.with(checked.annotations().without(wrong.get().place()), refusals);
      wrong = wrong(checked);
    }
    return checked;
  }

  /** The first problem that is in something told. */
  private static Optional<Refusal> wrong(Header header) {
    if (header.annotations().isEmpty()) {
      return Optional.empty();
    }
    SpecDraft draft = SpecDraft.of(header, Guess.of(header));
    YamlLines lines = SpecWriter.lines(draft, "imported", "the header");
    try {
      SpecLoader.check("spec", lines.text());
      return Optional.empty();
    } catch (SpecException e) {
      return e.problems().stream()
          .filter(problem -> problem.severity() == Problem.Severity.ERROR)
          .flatMap(
              problem -> lines.told(problem.line()).map(p -> refusal(header, p, problem)).stream())
          .findFirst();
    }
  }

  private static Refusal refusal(Header header, Place place, Problem problem) {
    String what = "the annotation " + header.annotations().at(place);
    return new Refusal(what, place, Reason.ANNOTATION, problem.message());
  }
}
