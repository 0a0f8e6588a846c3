package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import simul.conformance.explain.Language;

class ScoreSheetTest {
  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void assertAddsUp(ScoreSheet sheet) {
    assertThat(sum(sheet.lines().stream().map(ScoreSheet.Line::points).toList()))
        .isEqualByComparingTo(sheet.total());
    assertThat(sum(sheet.lines().stream().map(ScoreSheet.Line::most).toList()))
        .isEqualByComparingTo(sheet.most());
  }

  @Test
  void linesAddUpToTheMarksAsTheyAre() {
    for (Graded graded :
        List.of(GradedSample.mixed(), GradedSample.whole(), GradedSample.unbuilt())) {
      ScoreSheet sheet = ScoreSheet.of(graded, Language.ENGLISH);

      assertAddsUp(sheet);
      assertThat(sheet.total()).isEqualByComparingTo(graded.marks().points());
      assertThat(sheet.most()).isEqualByComparingTo("40");
    }
  }

  @Test
  void linesAddUpHoweverTheyAreScaled() {
    for (int most = 1; most <= 150; most++) {
      Optional<BigDecimal> to = Optional.of(BigDecimal.valueOf(most));
      ScoreSheet sheet = ScoreSheet.of(GradedSample.mixed(), Language.ENGLISH, to);

      assertAddsUp(sheet);
      assertThat(sheet.most()).isEqualByComparingTo(to.get());
    }
  }

  @Test
  void whatIsTakenOffIsLineOfItsOwn() {
    ScoreSheet sheet = ScoreSheet.of(GradedSample.mixed(), Language.ENGLISH);
    ScoreSheet.Line last = sheet.lines().get(sheet.lines().size() - 1);

    assertThat(last.name()).isEqualTo("late");
    assertThat(last.title()).isEqualTo("Late by 1 day");
    assertThat(last.points()).isEqualByComparingTo("-1.5");
  }

  @Test
  void largestRemaindersAreRoundedUp() {
    List<BigDecimal> thirds = List.of(number("3.333"), number("3.334"), number("3.333"));

    assertThat(ScoreSheet.share(thirds, number("10.00")))
        .containsExactly(number("3.33"), number("3.34"), number("3.33"));
    assertThat(ScoreSheet.share(List.of(number("5"), number("-1.25")), number("3.74")))
        .containsExactly(number("5.00"), number("-1.26"));
  }

  @Test
  void anySharesAddUp() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      List<BigDecimal> exact =
          IntStream.rangeClosed(0, random.nextInt(9))
              .mapToObj(k -> BigDecimal.valueOf(random.nextInt(20_000_000) - 5_000_000, 6))
              .toList();
      BigDecimal total = sum(exact).setScale(2, java.math.RoundingMode.HALF_UP);

      assertThat(sum(ScoreSheet.share(exact, total))).isEqualByComparingTo(total);
    }
  }
}
