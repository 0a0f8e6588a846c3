package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simul.conformance.explain.Language;

class StudentPageTest {
  private static String body(Graded graded) {
    String page = StudentPage.of(graded, Language.ENGLISH);
    return page.substring(page.indexOf("<body>"));
  }

  @Test
  void pageReadsAsDesigned() throws Exception {
    Golden.assertIs("student.html", StudentPage.of(GradedSample.mixed(), Language.ENGLISH));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pageIsWholeAndNeedsNothingBesideItself(Language language) throws Exception {
    for (Graded graded :
        new Graded[] {GradedSample.mixed(), GradedSample.whole(), GradedSample.unbuilt()}) {
      String page = StudentPage.of(graded, language);

      Pages.assertWhole(page);
      Pages.assertSelfContained(page);
    }
  }

  @Test
  void markComesFirstWithWhatIsUndecided() {
    String body = body(GradedSample.mixed());

    assertThat(body.substring(0, body.indexOf("</header>")))
        .contains("18.5 of 40 points</h1>", "3.33 more could not be decided: to be looked at");
  }

  @Test
  void smallestCounterexampleStandsFirst() {
    String body = body(GradedSample.mixed());

    assertThat(body.indexOf("The smallest counterexample")).isPositive();
    assertThat(body.indexOf("id=\"finding-FRAME-003\""))
        .isGreaterThan(body.indexOf("The smallest counterexample"))
        .isLessThan(body.indexOf("id=\"finding-JOIN-003\""));
    assertThat(body).contains("class=\"spacetime");
  }

  @Test
  void hiddenPartShowsItsPointsAlone() {
    String body = body(GradedSample.mixed());

    assertThat(body)
        .contains("Bad input <small>2.5 of 5 points</small>")
        .contains("What this part looks at is not shown.")
        .doesNotContain("BAD-00");
  }

  @Test
  void saysHowToDoItAgainAtHome() {
    assertThat(body(GradedSample.mixed()))
        .contains(
            """
            <pre dir="ltr">bin/conform --port 9000 --only JOIN-003,FRAME-003
            bin/simul replay FRAME-003.trace --port 9000
            bin/simul replay JOIN-003.trace --port 9000
            bin/simul replay fuzz-01.trace --port 9000</pre>
            """);
  }

  @Test
  void saysWhatTheBuildSaid() {
    assertThat(body(GradedSample.unbuilt()))
        .contains("0 of 40 points</h1>")
        .contains("<pre dir=\"ltr\">Server.cpp:17:5: error: expected &#39;;&#39;\n1 error</pre>")
        .contains("it could not be built");
  }

  @Test
  void koreanPageIsKorean() {
    String page = StudentPage.of(GradedSample.mixed(), Language.KOREAN);

    assertThat(page)
        .contains("<html lang=\"ko\">", "40점 중 18.5점", "확인 필요", "가장 작은 반례", "1일 늦음")
        .contains("길이와 타입 사이에서 잘린 패킷도 하나의 패킷이다")
        .contains("포트 40975에서 기다립니다");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingThatSubmissionChoseIsTakenForMarkup(Language language) throws Exception {
    String page = StudentPage.of(GradedSample.hostile(GradedSample.HOSTILE), language);

    Pages.assertWhole(page);
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "onload='", "\0", "\u001b", "\u202e");
  }
}
