package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrintableTest {
  private static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("홍길동 C++ <x>", "홍길동 C++ <x>"),
        Arguments.of("a\tb\nc\rd\u2028e", "a b c d e"),
        Arguments.of("\u001b[2J\0\u009b", "?[2J??"),
        Arguments.of("\u202eabc\u200b\ufeff", "?abc??"),
        Arguments.of("\ud800x", "?x"),
        Arguments.of("\ud83d\ude00", "\ud83d\ude00"),
        Arguments.of("::error::x", ": :error::x"),
        Arguments.of("  ::error::x", "  : :error::x"),
        Arguments.of("a::b", "a::b"),
        Arguments.of("a ##[x] ##vso[y] ##", "a # #[x] # #vso[y] ##"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void lineHasNothingInItThatActs(String text, String line) {
    assertThat(Printable.line(text)).isEqualTo(line);
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertThat(Printable.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Printable.cut("abcdef", 5)).isEqualTo("abcd…");
    assertThat(Printable.cut("abc\ud83d\ude00ef", 5)).isEqualTo("abc…");
  }
}
