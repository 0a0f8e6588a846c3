package simul.ci.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RubricLoaderTest {
  static final String SMALL =
      """
      rubric: 1
      name: small
      title: { en: "Small", ko: "작음" }
      points: 10
      required: [ JOIN-001 ]
      parts:
        - { name: join, title: { en: "Join", ko: "입장" }, points: 6, requirements: [ JOIN-00*, FRAME-001 ] }
        - { name: load, title: { en: "Load", ko: "부하" }, points: 4, swarm: { clients: 10, duration: 5s } }
        - { name: fuzz, title: { en: "Fuzz", ko: "퍼즈" }, points: 2.5, bonus: true, hidden: true, fuzz: 500ms }
      penalties: { late: { per-day: 1.5, most: 3 }, does-not-build: { at-most: 1 } }
      """;

  @Test
  void bundledRubricsAreRight() throws RubricException {
    for (String name : RubricLoader.BUNDLED) {
      assertThat(RubricLoader.load(name).name()).isEqualTo(name);
    }
  }

  @Test
  void homeworkEarnsHundredPoints() throws RubricException {
    Rubric rubric = RubricLoader.load("homework3");

    assertThat(rubric.points()).isEqualByComparingTo("100");
    assertThat(rubric.parts())
        .extracting(Rubric.Part::measure)
        .contains(new Rubric.Model(List.of("overlapped-callback")));
  }

  @Test
  void readsEveryKindOfPart() throws RubricException {
    Rubric rubric = RubricLoader.parse("small.yaml", SMALL);

    assertThat(rubric.title()).isEqualTo(new Bilingual("Small", "작음"));
    assertThat(rubric.spec()).isEqualTo("homework3");
    assertThat(rubric.required()).containsExactly("JOIN-001");
    assertThat(rubric.parts())
        .extracting(Rubric.Part::measure)
        .containsExactly(
            new Rubric.Requirements(List.of("JOIN-00*", "FRAME-001")),
            new Rubric.Load(10, Duration.ofSeconds(5)),
            new Rubric.Streams(Duration.ofMillis(500)));
    Rubric.Part bonus = rubric.parts().get(2);
    assertThat(bonus.bonus() && bonus.hidden()).isTrue();
    assertThat(bonus.points()).isEqualTo(new BigDecimal("2.5"));
    assertThat(rubric.penalties())
        .isEqualTo(
            new Rubric.Penalties(
                new BigDecimal("1.5"), new BigDecimal("3.0"), new BigDecimal("1.0")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "points: 10 | points: 11 | small.yaml:4:9: error: the parts that are no bonus add up to 10 points, not to 11",
        "FRAME-001  | FRAME-999  | small.yaml:7:89: error: no rule matches FRAME-999",
        "name: load | name: join | small.yaml:8:13: error: a second part is called join",
        "fuzz: 500ms | fuzz: 500 | must be a duration such as 500ms, 10s or 2m",
        "fuzz: 500ms | io-model: [ iocq ] | error: no I/O model iocq: there are thread, nonblocking, select, async-select, event-select, overlapped-event, overlapped-callback, iocp; did you mean iocp?",
        "', fuzz: 500ms' | '' | error: part fuzz needs exactly one of requirements, swarm, fuzz, io-model, but has none",
        "fuzz: 500ms | 'fuzz: 500ms, io-model: [ iocp ]' | but has fuzz and io-model",
        "required: | requires: | did you mean required?",
      })
  void saysWhatIsWrongAndWhere(String right, String wrong, String message) {
    String text = SMALL.replace(right, wrong);

    assertThat(text).isNotEqualTo(SMALL);
    assertThatThrownBy(() -> RubricLoader.parse("small.yaml", text))
        .isInstanceOf(RubricException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "- 1", "rubric: 1", "parts: [ 1, { name: [] } ]", "a: &a [*a]"})
  void anyOtherTextHasProblems(String text) {
    assertThatThrownBy(() -> RubricLoader.parse("x.yaml", text))
        .isInstanceOf(RubricException.class)
        .hasMessageStartingWith("x.yaml:");
  }

  @Test
  void namesRubricThatIsNotThere() {
    assertThatThrownBy(() -> RubricLoader.load("homework4"))
        .hasMessage(
            "no rubric homework4: neither a file nor one of homework3; did you mean homework3?");
  }
}
