package simul.ci.markbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import simul.ci.grade.Marks;
import simul.conformance.explain.Language;

/**
 * Marks as the lines of a bill: parts, and below them what is taken off. The lines always add up to
 * the total, in hundredths, scaled or not; every file for another program is made of these.
 *
 * @param most what there is to earn without a bonus
 */
record ScoreSheet(List<Line> lines, BigDecimal total, BigDecimal most) {
  private static final int SCALE = 2;

  ScoreSheet {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param name a word, the same for every submission
   * @param points below 0 where something is taken off
   * @param most what the line adds to what there is to earn: 0 for a bonus, and for what is taken
   *     off
   * @param part the part that it is about; empty where something is taken off
   */
  record Line(
      String name,
      String title,
      BigDecimal points,
      BigDecimal most,
      Optional<Marks.PartMark> part) {
    boolean hidden() {
      return part.map(p -> p.part().hidden()).orElse(false);
    }

    /** How it stands as a whole: the worst that is known of what it needs. */
    Marks.Status status() {
      if (part.isEmpty()) {
        return Marks.Status.BROKEN;
      }
      List<Marks.Status> all =
          part.get().requirements().stream().map(Marks.RequirementMark::status).toList();
      return List.of(Marks.Status.BROKEN, Marks.Status.UNDECIDED, Marks.Status.NOT_RUN).stream()
          .filter(all::contains)
          .findFirst()
          .orElse(Marks.Status.HELD);
    }
  }

  /** The lines of a submission's marks. */
  static ScoreSheet of(Graded graded, Language language) {
    return of(graded, language, Optional.empty());
  }

  /**
   * The same.
   *
   * @param scaleTo what the rubric's points are to become; where they are 0 there is nothing to
   *     scale
   */
  static ScoreSheet of(Graded graded, Language language, Optional<BigDecimal> scaleTo) {
    Marks marks = graded.marks();
    boolean scaled = scaleTo.isPresent() && marks.most().signum() > 0;
    BigDecimal from = scaled ? marks.most() : BigDecimal.ONE;
    BigDecimal to = scaled ? scaleTo.get() : BigDecimal.ONE;
    BigDecimal total = scale(marks.points(), from, to, SCALE);
    BigDecimal most = scale(marks.most(), from, to, SCALE);
    int exact = 12;
    List<Line> lines = lines(graded, language);
    List<BigDecimal> points =
        share(lines.stream().map(l -> scale(l.points(), from, to, exact)).toList(), total);
    List<BigDecimal> mosts =
        share(lines.stream().map(l -> scale(l.most(), from, to, exact)).toList(), most);
    List<Line> whole =
        IntStream.range(0, lines.size())
            .mapToObj(
                i ->
                    new Line(
                        lines.get(i).name(),
                        lines.get(i).title(),
                        points.get(i),
                        mosts.get(i),
                        lines.get(i).part()))
            .toList();
    return new ScoreSheet(whole, total, most);
  }

  private static List<Line> lines(Graded graded, Language language) {
    Telling telling = new Telling(graded, language);
    List<Line> lines = new ArrayList<>();
    for (Marks.PartMark part : graded.marks().parts()) {
      BigDecimal most = part.part().bonus() ? BigDecimal.ZERO : part.part().points();
      lines.add(
          new Line(
              part.part().name(), telling.title(part), part.points(), most, Optional.of(part)));
    }
    for (Marks.Deduction deduction : graded.marks().deductions()) {
      lines.add(
          new Line(
              deduction.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
              telling.deduction(deduction),
              deduction.points().negate(),
              BigDecimal.ZERO,
              Optional.empty()));
    }
    return lines;
  }

  private static BigDecimal scale(BigDecimal points, BigDecimal from, BigDecimal to, int digits) {
    return points.multiply(to).divide(from, digits, RoundingMode.HALF_UP);
  }

  /** Rounds to hundredths so that the sum is the total: the largest remainders are rounded up. */
  static List<BigDecimal> share(List<BigDecimal> exact, BigDecimal total) {
    List<BigDecimal> shares =
        new ArrayList<>(exact.stream().map(e -> e.setScale(SCALE, RoundingMode.FLOOR)).toList());
    BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int missing = total.subtract(sum).movePointRight(SCALE).intValueExact();
    List<Integer> order =
        IntStream.range(0, exact.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> exact.get(i).subtract(shares.get(i)))
                    .reversed())
            .toList();
    BigDecimal step = new BigDecimal(Integer.signum(missing)).movePointLeft(SCALE);
    for (int i = 0; i < Math.abs(missing); i++) {
      // What is too much is taken from where least was cut off.
      int place = missing > 0 ? i : order.size() - 1 - i % order.size();
      shares.set(
          order.get(place % order.size()), shares.get(order.get(place % order.size())).add(step));
    }
    return shares;
  }
}
