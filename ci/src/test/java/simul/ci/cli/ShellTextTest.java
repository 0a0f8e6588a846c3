package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          --port, --port
          wander=70.5, wander=70.5
          a/b.html, a/b.html
          reach < 1, 'reach < 1'
          $HOME, '$HOME'
          it's, 'it'\\''s'
          "", ''
          한글, '한글'
          """)
  void quotesWhatTheShellWouldNotTakeAsItIs(String word, String quoted) {
    assertThat(ShellText.quote(word)).isEqualTo(quoted);
  }
}
