package simul.ci.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutputTailTest {
  private final OutputTail tail = new OutputTail();

  private void print(String text) {
    print(text.getBytes(StandardCharsets.UTF_8));
  }

  private void print(byte[] bytes) {
    tail.append(bytes, bytes.length);
  }

  static Stream<Arguments> outputs() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("a\nb", List.of("a", "b")),
        Arguments.of("a\r\n\n  \nb\r\n", List.of("a", "b")),
        Arguments.of("서버 시작 🎲", List.of("서버 시작 🎲")),
        Arguments.of("\tat Main.main", List.of("    at Main.main")),
        Arguments.of(
            "\u001b[2J\u001b[31mred\u0007\u0000", List.of("\\x1b[2J\\x1b[31mred\\x07\\x00")),
        Arguments.of("10%\r20%\r\n", List.of("10%\\x0d20%")),
        Arguments.of("\u009bm", List.of("\\x9bm")),
        Arguments.of("abc\u202etxt\u2028x\u200b", List.of("abc\\u202etxt\\u2028x\\u200b")),
        Arguments.of("C:\\x", List.of("C:\\x")));
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void showsPlainLines(String printed, List<String> shown) {
    print(printed);

    assertThat(tail.lastLines(10)).isEqualTo(shown);
  }

  @Test
  void showsBytesThatAreNoText() {
    print(new byte[] {'a', (byte) 0xBC, (byte) 0xAD, 'b', '\n', (byte) 0xEC, (byte) 0x84});

    assertThat(tail.lastLines(10)).containsExactly("a\\xbc\\xadb", "\\xec\\x84");
  }

  @Test
  void showsOnlyTheLastLines() {
    print("1\n2\n3\n");
    print("4\n");

    assertThat(tail.lastLines(2)).containsExactly("3", "4");
  }

  @Test
  void cutsLongLines() {
    print("x".repeat(OutputTail.LONGEST_LINE) + "\n" + "y".repeat(OutputTail.LONGEST_LINE + 1));

    assertThat(tail.lastLines(10))
        .containsExactly(
            "x".repeat(OutputTail.LONGEST_LINE), "y".repeat(OutputTail.LONGEST_LINE) + "...");
  }

  @Test
  void cutsNoCharacterInTwo() {
    print("x".repeat(OutputTail.LONGEST_LINE - 1) + "🎲🎲");

    assertThat(tail.lastLines(10)).containsExactly("x".repeat(OutputTail.LONGEST_LINE - 1) + "...");
  }

  @Test
  void keepsTheEndOfWhateverIsPrinted() {
    int lines = 100_000;
    for (int i = 0; i < lines; i++) {
      print("line " + i + "\n");
    }

    assertThat(tail.totalBytes()).isGreaterThan(1_000_000);
    assertThat(tail.lastLines(2)).containsExactly("line 99998", "line 99999");
    assertThat(tail.lastLines(lines)).hasSizeLessThan(OutputTail.KEPT_BYTES / 5);
    assertThat(tail.lastLines(lines).get(0)).startsWith("...");
  }

  @Test
  void keepsTheEndOfOneLargePiece() {
    byte[] bytes =
        ("x".repeat(3 * OutputTail.KEPT_BYTES) + "\nend").getBytes(StandardCharsets.UTF_8);
    print(bytes);

    assertThat(tail.lastLines(1)).containsExactly("end");
    assertThat(tail.lastLines(2).get(0)).startsWith("...xxx").endsWith("...");
  }
}
