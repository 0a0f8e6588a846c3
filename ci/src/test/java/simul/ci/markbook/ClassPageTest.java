package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import simul.ci.grade.Marks.Status;
import simul.conformance.explain.Language;

class ClassPageTest {
  private static final List<Graded> CLASS =
      List.of(GradedSample.unbuilt(), GradedSample.mixed(), GradedSample.whole());

  private static String page(List<Graded> graded, Language language) {
    return ClassPage.of(
        GradedSample.rubric(), graded, one -> one.file() + "/index.html", language, "1.0");
  }

  @Test
  void pageReadsAsDesigned() throws Exception {
    Golden.assertIs("class.html", page(CLASS, Language.ENGLISH));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pageIsWholeAndNeedsNothingBesideItself(Language language) throws Exception {
    String page = page(CLASS, language);

    Pages.assertWhole(page);
    Pages.assertSelfContained(page);
  }

  @Test
  void mapHasRowForEachAndColumnForEachRuleThatWasChecked() {
    HeatMap map = HeatMap.of(ClassOrder.of(CLASS));

    assertThat(map.rules())
        .extracting(simul.spec.rule.Rule::id)
        .containsExactly(
            "FRAME-001",
            "FRAME-003",
            "FRAME-004",
            "JOIN-001",
            "JOIN-002",
            "JOIN-003",
            "BAD-001",
            "BAD-002");
    assertThat(map.rows().get(1))
        .startsWith(Status.HELD, Status.BROKEN, Status.UNDECIDED)
        .endsWith(Status.HELD, Status.BROKEN);
    assertThat(map.rows().get(2)).containsOnly(Status.NOT_RUN);
    assertThat(map.count(1, Status.BROKEN)).isEqualTo(1);
    assertThat(map.count(0, Status.BROKEN)).isZero();
  }

  @Test
  void saysHowTheClassDid() {
    assertThat(page(CLASS, Language.ENGLISH))
        .contains("3 submissions, mean 20.33, median 18.5; 1 to be looked at.");
  }

  @Test
  void classOfNobodyIsPageAllTheSame() throws Exception {
    String page = page(List.of(), Language.KOREAN);

    Pages.assertWhole(page);
    assertThat(page).contains("제출물 0개");
  }

  @Test
  void nothingThatSubmissionChoseIsTakenForMarkup() throws Exception {
    String page = page(List.of(GradedSample.hostile(GradedSample.HOSTILE)), Language.ENGLISH);

    Pages.assertWhole(page);
    assertThat(page).doesNotContain("<script", "onload='", "\0", "\u001b", "\u202e");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1), ./javascript:alert(1)",
    "01 홍/index.html, ./01%20%ED%99%8D/index.html",
    "a#b?c%d.html, ./a%23b%3Fc%25d.html",
    "//evil/x, .///evil/x",
    "a\\b, ./a/b"
  })
  void linkLeadsNowhereElse(String path, String address) {
    assertThat(ClassPage.address(path)).isEqualTo(address);
  }
}
