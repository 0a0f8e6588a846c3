package simul.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> KNOWN =
      List.of("port", "header", "packets", "u8", "max-clients");

  @ParameterizedTest
  @CsvSource({
    "pot, port",
    "ports, port",
    "part, port",
    "prot, port",
    "PORT, port",
    "haeder, header",
    "headr, header",
    "u9, u8",
    "maxclients, max-clients",
    "max_client, max-clients",
  })
  void findsWhatWasMeant(String word, String meant) {
    assertThat(Suggestion.closest(word, KNOWN)).contains(meant);
    assertThat(Suggestion.phrase(word, KNOWN)).isEqualTo("; did you mean " + meant + "?");
  }

  /** Each is one letter further off than a mistake may be. */
  @ParameterizedTest
  @CsvSource({"pa, ''", "pa, port", "portals, port", "hdr, header", "x9, u8", "i16, u8", "'', u8"})
  void doesNotGuessWildly(String word, String known) {
    assertThat(Suggestion.closest(word, List.of(known))).isEmpty();
    assertThat(Suggestion.phrase(word, List.of(known))).isEmpty();
  }

  @Test
  void prefersTheNearest() {
    assertThat(Suggestion.closest("lefts", List.of("lift", "left", "loft"))).contains("left");
  }

  @Test
  void firstKnownWordWinsTie() {
    assertThat(Suggestion.closest("lxft", List.of("lift", "left"))).contains("lift");
  }

  @Test
  void nothingKnownMeansNothingMeant() {
    assertThat(Suggestion.closest("port", List.of())).isEmpty();
  }
}
