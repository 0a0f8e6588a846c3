package simul.ci.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import simul.ci.grade.Marks.PartMark;
import simul.ci.grade.Marks.RequirementMark;
import simul.ci.grade.Marks.Status;
import simul.conformance.check.Selection;
import simul.conformance.verdict.Verdict;

/** Marks one part of a rubric. */
final class PartMarking {
  /** Shares are exact enough that the last rounding decides alone. */
  private static final int SHARE_DIGITS = 12;

  private PartMarking() {}

  static PartMark mark(Rubric.Part part, Findings findings) {
    List<RequirementMark> requirements = requirements(part, findings);
    long applicable =
        requirements.stream().filter(r -> r.status() != Status.NOT_APPLICABLE).count();
    if (applicable == 0) {
      // What this protocol has no place for costs nobody anything.
      BigDecimal all = part.bonus() ? BigDecimal.ZERO : part.points();
      return new PartMark(part, Marks.scaled(all), Marks.scaled(BigDecimal.ZERO), requirements);
    }
    return new PartMark(
        part,
        share(part, count(requirements, Status.HELD), applicable),
        share(part, count(requirements, Status.UNDECIDED), applicable),
        requirements);
  }

  private static long count(List<RequirementMark> requirements, Status status) {
    return requirements.stream().filter(r -> r.status() == status).count();
  }

  private static BigDecimal share(Rubric.Part part, long some, long all) {
    return Marks.scaled(
        part.points()
            .multiply(BigDecimal.valueOf(some))
            .divide(BigDecimal.valueOf(all), SHARE_DIGITS, RoundingMode.HALF_UP));
  }

  private static List<RequirementMark> requirements(Rubric.Part part, Findings findings) {
    Rubric.Measure measure = part.measure();
    if (measure instanceof Rubric.Requirements rules) {
      return rules.requirements().stream().map(pattern -> rule(pattern, findings)).toList();
    }
    if (measure instanceof Rubric.Model model) {
      return List.of(model(part, model, findings.model()));
    }
    Optional<Findings.Outcome> outcome =
        measure instanceof Rubric.Load ? findings.load() : findings.streams();
    return List.of(whole(part, findings.ran() ? outcome : Optional.empty()));
  }

  private static RequirementMark rule(String pattern, Findings findings) {
    List<Findings.Checked> checks =
        findings.ran()
            ? findings.checks().stream()
                .filter(check -> Selection.matches(pattern, check.id()))
                .toList()
            : List.of();
    Status status = status(checks);
    Verdict telling = status == Status.BROKEN ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    List<String> broken =
        checks.stream()
            .filter(check -> check.verdict() == telling)
            .map(Findings.Checked::id)
            .toList();
    return new RequirementMark(pattern, status, broken, Optional.empty());
  }

  private static Status status(List<Findings.Checked> checks) {
    if (checks.isEmpty()) {
      return Status.NOT_RUN;
    }
    if (any(checks, Verdict.FAIL)) {
      return Status.BROKEN;
    }
    if (any(checks, Verdict.INCONCLUSIVE)) {
      return Status.UNDECIDED;
    }
    return any(checks, Verdict.PASS) ? Status.HELD : Status.NOT_APPLICABLE;
  }

  private static boolean any(List<Findings.Checked> checks, Verdict verdict) {
    return checks.stream().anyMatch(check -> check.verdict() == verdict);
  }

  private static RequirementMark whole(Rubric.Part part, Optional<Findings.Outcome> outcome) {
    Status status =
        outcome
            .map(
                o ->
                    switch (o.verdict()) {
                      case PASS -> Status.HELD;
                      case FAIL -> Status.BROKEN;
                      case INCONCLUSIVE -> Status.UNDECIDED;
                      case SKIPPED -> Status.NOT_APPLICABLE;
                    })
            .orElse(Status.NOT_RUN);
    return new RequirementMark(
        part.name(), status, List.of(), outcome.map(Findings.Outcome::words));
  }

  /** Sources say which model they use whether or not they build. */
  private static RequirementMark model(
      Rubric.Part part, Rubric.Model wanted, Optional<Findings.ModelFound> found) {
    if (found.isEmpty()) {
      return new RequirementMark(part.name(), Status.NOT_RUN, List.of(), Optional.empty());
    }
    Findings.ModelFound model = found.get();
    String words = String.join("; ", model.evidence());
    Status status;
    if (model.name().isEmpty()) {
      status = Status.UNDECIDED;
    } else {
      boolean right = wanted.models().contains(model.name().get()) && model.complete();
      status = right ? Status.HELD : Status.BROKEN;
    }
    String name = model.name().orElse("");
    return new RequirementMark(
        part.name(), status, List.of(), Optional.of(name.isEmpty() ? words : name + ": " + words));
  }
}
