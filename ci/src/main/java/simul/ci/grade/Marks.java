package simul.ci.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.conformance.check.Selection;
import simul.conformance.verdict.Verdict;

/**
 * What a submission has earned; the same findings always earn the same.
 *
 * @param points in all, never below 0; hundredths at the finest
 * @param undecided how many more there could be, had everything been decided in the submission's
 *     favour: for somebody to look at
 * @param most what there is to earn without a bonus
 * @param unmet patterns of required rules that do not hold, for which no part counts
 * @param deductions what was taken off, in the order in which it was
 */
public record Marks(
    BigDecimal points,
    BigDecimal undecided,
    BigDecimal most,
    List<PartMark> parts,
    List<String> unmet,
    List<Deduction> deductions) {
  private static final int SCALE = 2;

  public Marks {
    parts = List.copyOf(parts);
    unmet = List.copyOf(unmet);
    deductions = List.copyOf(deductions);
  }

  /** How a requirement came out. */
  public enum Status {
    /** Nothing that was checked speaks against it. */
    HELD,
    BROKEN,
    /** Nobody knows, after several runs. */
    UNDECIDED,
    /** It has no meaning for this protocol. */
    NOT_APPLICABLE,
    /** Nothing was run that could tell. */
    NOT_RUN
  }

  /**
   * One requirement of a part.
   *
   * @param pattern the rules that it is about; the part's name where it is one thing as a whole
   * @param broken the IDs of those that were broken, or undecided
   * @param words what was seen where no rule says it
   */
  public record RequirementMark(
      String pattern, Status status, List<String> broken, Optional<String> words) {
    public RequirementMark {
      broken = List.copyOf(broken);
    }
  }

  /**
   * One part.
   *
   * @param points earned, before anything is taken off for requirements that do not hold
   * @param undecided how many more there could be
   */
  public record PartMark(
      Rubric.Part part,
      BigDecimal points,
      BigDecimal undecided,
      List<RequirementMark> requirements) {
    public PartMark {
      requirements = List.copyOf(requirements);
    }
  }

  /** Why points were taken off. */
  public enum Reason {
    UNBUILT,
    NOT_SERVING,
    REQUIRED,
    LATE
  }

  /** Points that were taken off. */
  public record Deduction(Reason reason, BigDecimal points) {}

  /** The marks for findings. */
  public static Marks of(Rubric rubric, Findings findings) {
    List<PartMark> parts =
        rubric.parts().stream().map(part -> PartMarking.mark(part, findings)).toList();
    BigDecimal points = sum(parts.stream().map(PartMark::points).toList());
    BigDecimal undecided = sum(parts.stream().map(PartMark::undecided).toList());
    List<Deduction> deductions = new ArrayList<>();
    List<String> unmet = unmet(rubric, findings);
    if (!findings.build().succeeded()) {
      points = atMost(points, rubric.penalties().unbuilt(), Reason.UNBUILT, deductions);
      undecided = BigDecimal.ZERO;
    } else if (findings.served().isPresent()) {
      points = atMost(points, rubric.penalties().unbuilt(), Reason.NOT_SERVING, deductions);
      undecided = BigDecimal.ZERO;
    } else if (!unmet.isEmpty()) {
      points = atMost(points, BigDecimal.ZERO, Reason.REQUIRED, deductions);
    }
    BigDecimal late =
        rubric
            .penalties()
            .perDayLate()
            .multiply(BigDecimal.valueOf(findings.daysLate()))
            .min(rubric.penalties().mostLate());
    points = atMost(points, points.subtract(late).max(BigDecimal.ZERO), Reason.LATE, deductions);
    return new Marks(
        scaled(points), scaled(undecided), scaled(rubric.points()), parts, unmet, deductions);
  }

  private static BigDecimal atMost(
      BigDecimal points, BigDecimal most, Reason reason, List<Deduction> deductions) {
    if (points.compareTo(most) <= 0) {
      return points;
    }
    deductions.add(new Deduction(reason, scaled(points.subtract(most))));
    return most;
  }

  /** A required rule that is undecided is not unmet: it is for somebody to look at. */
  private static List<String> unmet(Rubric rubric, Findings findings) {
    return rubric.required().stream()
        .filter(
            pattern ->
                findings.checks().stream()
                    .anyMatch(
                        check ->
                            check.verdict() == Verdict.FAIL
                                && Selection.matches(pattern, check.id())))
        .toList();
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** In hundredths, as everywhere in marks. */
  static BigDecimal scaled(BigDecimal points) {
    return points.setScale(SCALE, RoundingMode.HALF_UP);
  }

  /** Whether somebody has to look at it before it counts. */
  public boolean isToBeLookedAt() {
    return undecided.signum() > 0;
  }
}
