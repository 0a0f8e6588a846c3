package simul.spec.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void plainValuesStandOnOneLine() {
    assertThat(JsonText.of(map("b", 1, "a", "x", "n", null, "t", true, "l", 5L)))
        .isEqualTo("{\"b\": 1, \"a\": \"x\", \"n\": null, \"t\": true, \"l\": 5}\n");
    assertThat(JsonText.of(Arrays.asList(1, null, "x"))).isEqualTo("[1, null, \"x\"]\n");
  }

  @Test
  void nestedValuesAreIndented() {
    assertThat(JsonText.of(map("a", map("b", 1), "c", List.of(List.of(), map("d", List.of(2))))))
        .isEqualTo(
            """
            {
              "a": {"b": 1},
              "c": [
                [],
                {
                  "d": [2]
                }
              ]
            }
            """);
  }

  @Test
  void emptyOnesAreBrackets() {
    assertThat(JsonText.of(map())).isEqualTo("{}\n");
    assertThat(JsonText.of(List.of())).isEqualTo("[]\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "1, 1.0",
    "1.5, 1.5",
    "1.25, 1.25",
    "1.125, 1.125",
    "1.0005, 1.001",
    "0.0004, 0.0",
    "100.10, 100.1",
    "-2.50, -2.5",
    "1000000, 1000000.0",
  })
  void numbersHaveThreeDecimalsAtMost(double number, String text) {
    assertThat(JsonText.of(number)).isEqualTo(text + "\n");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsRefused(double number) {
    assertThatThrownBy(() -> JsonText.of(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no JSON form: " + number);
  }

  @Test
  void whatHasNoFormIsRefused() {
    assertThatThrownBy(() -> JsonText.of(List.of(new StringBuilder())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no JSON form: class java.lang.StringBuilder");
  }

  @Test
  void textIsEscapedWhereItMustBe() {
    assertThat(JsonText.of("\"\\\n\r\t\u0001/é한😀"))
        .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0001/é한😀\"\n");
    assertThat(JsonText.of("\uD83Dx\uDE00")).isEqualTo("\"\\ud83dx\\ude00\"\n");
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> plain =
        Arbitraries.oneOf(
            Arbitraries.strings().excludeChars('\uFFFF').ofMaxLength(6).asGeneric(),
            Arbitraries.integers().asGeneric(),
            Arbitraries.longs().greaterOrEqual(1L << 40).asGeneric(),
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.integers().map(n -> n / 8.0).asGeneric());
    return Arbitraries.recursive(
        () -> plain,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).asGeneric(),
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), inner)
                    .ofMaxSize(3)
                    .asGeneric()),
        0,
        3);
  }

  @Property(tries = 500)
  void anotherReaderReadsTheSame(@ForAll("values") Object value) {
    assertThat(JSON.readValue(JsonText.of(value), Object.class)).isEqualTo(value);
    assertThat(JsonText.of(value)).endsWith("\n");
  }

  @Property(tries = 500)
  void numbersAreExactToTheThousandth(@ForAll double number) {
    BigDecimal written = new BigDecimal(JsonText.of(number).strip());

    assertThat(written.subtract(BigDecimal.valueOf(number)).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.0005"));
  }
}
