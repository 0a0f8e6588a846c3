package simul.ci.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandWordsTest {

  static Stream<Arguments> commandLines() {
    return Stream.of(
        line("java -jar server.jar 9000", "java", "-jar", "server.jar", "9000"),
        line("  a \t b\n", "a", "b"),
        line("'a b' c", "a b", "c"),
        line("\"a b\" c", "a b", "c"),
        line("a'b c'd\"e f\"g", "ab cde fg"),
        line("a '' \"\" b", "a", "", "", "b"),
        line("a\\ b c", "a b", "c"),
        line("a \\'b\\\"", "a", "'b\""),
        line("'a\\b' \"c\\d\"", "a\\b", "c\\d"),
        line("\"a\\\"b\" \"c\\\\d\" \"e\\$f\\`g\"", "a\"b", "c\\d", "e$f`g"),
        line("'it'\\''s'", "it's"),
        line("\"it's\" '\"'", "it's", "\""),
        line(
            "echo $HOME *.java > out | cat; x &",
            "echo",
            "$HOME",
            "*.java",
            ">",
            "out",
            "|",
            "cat;",
            "x",
            "&"),
        line("./서버 '한글 이름'", "./서버", "한글 이름"));
  }

  private static Arguments line(String text, String... words) {
    return Arguments.of(text, List.of(words));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void splitsAsShellWould(String text, List<String> words) throws Exception {
    assertThat(CommandWords.parse(text, true).words()).isEqualTo(words);
  }

  @Test
  void leavesBackslashesToPathsWhereTheyAreWrittenSo() throws Exception {
    CommandWords command =
        CommandWords.parse("C:\\bin\\server.exe \"C:\\my games\\\" 'a\\b' c\\", false);

    assertThat(command.words())
        .containsExactly("C:\\bin\\server.exe", "C:\\my games\\", "a\\b", "c\\");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          ##          | names no program
          #  #        | names no program
          '' a        | names no program
          a 'b c      | has a ' at column 3 that is never closed
          "a b'       | has a " at column 1 that is never closed
          "a\\"       | has a " at column 1 that is never closed
          a\\         | ends in a backslash that has nothing to escape
          """)
  void saysWhatIsNoCommandLine(String text, String message) {
    assertThatThrownBy(() -> CommandWords.parse(text, true))
        .isInstanceOf(CommandWords.Malformed.class)
        .hasMessage(message);
  }

  @Test
  void putsPortIntoAnyWord() throws Exception {
    CommandWords command = CommandWords.parse("run {port} --at=127.0.0.1:{port},{port} {ports}");

    assertThat(command.namesPort()).isTrue();
    assertThat(command.withPort(80))
        .containsExactly("run", "80", "--at=127.0.0.1:80,80", "{ports}");
    assertThat(command.text()).contains("{port}");
  }

  @Test
  void knowsThatNoWordHasPlaceForPort() throws Exception {
    CommandWords command = CommandWords.parse("run port { port }");

    assertThat(command.namesPort()).isFalse();
    assertThat(command.withPort(80)).containsExactly("run", "port", "{", "port", "}");
  }
}
