package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the words of sources: libraries and the port. */
class ProjectWordsTest {
  @Test
  void linksWhatPragmasName() {
    List<String> notes = new ArrayList<>();
    String source =
        SourceText.of(
                """
                #pragma comment(lib, "WS2_32.lib")
                #  pragma   comment ( lib , "iphlpapi" )
                // #pragma comment(lib, "odbc32")
                #pragma comment(lib, "lua54.lib")
                """)
            .uncommented();

    List<String> words = Libraries.words(List.of(source), List.of("Version.lib"), notes);

    assertThat(words).contains("-liphlpapi", "-lversion", "-lws2_32").doesNotContain("-lodbc32");
    assertThat(words).doesNotHaveDuplicates();
    assertThat(notes)
        .containsExactly("the library lua54.lib is not one that mingw-w64 has; it is left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short port = atoi(argv[1]);",
        "serverPort = argv[1];",
        "int p = std::stoi( argv [ 1 ] );",
        "int port = Integer.parseInt(args[0]);"
      })
  void portIsTakenFromTheFirstArgument(String code) {
    assertThat(PortArgument.isTaken(SourceText.of(code).code())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "printf(\"%s\", argv[1]);",
        "// atoi(argv[1])",
        "atoi(argv[2])",
        "int port = 9000;",
        "if (port == argv1) {}"
      })
  void portIsNotTakenOtherwise(String code) {
    assertThat(PortArgument.isTaken(SourceText.of(code).code())).isFalse();
  }
}
