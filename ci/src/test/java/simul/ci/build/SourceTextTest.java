package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a(); // listen(1)      | a();",
        "a(); /* listen(1) */ b(); | a();                 b();",
        "a(\"listen(1)\");      | a(\"         \");",
        "a(\"\\\"listen(1)\");  | a(\"           \");",
        "a('\"'); listen(2);    | a(' '); listen(2);",
        "1'000'000 + listen(3)  | 1'000'000 + listen(3)",
        "R\"x(\")listen(1))x\" + b | R                  + b",
        "a(\"never closed       | a(\"",
        "/* never closed        | ``"
      })
  void codeIsWithoutCommentsAndTexts(String text, String code) {
    SourceText source = SourceText.of(text);

    assertThat(source.code().stripTrailing()).isEqualTo(code);
    assertThat(source.code()).hasSameSizeAs(text);
    assertThat(source.uncommented()).hasSameSizeAs(text);
  }

  @Test
  void linesStayWhereTheyWere() {
    SourceText source = SourceText.of("/* one\ntwo */ x\n// y \\\n z\nw");

    assertThat(source.code().lines().map(String::strip)).containsExactly("", "x", "", "", "w");
    assertThat(source.line(source.code().indexOf('w'))).isEqualTo(5);
  }

  @Test
  void readsCp949(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.cpp");
    Files.write(file, "// 서버\nint x;".getBytes(Charset.forName("MS949")));

    assertThat(SourceText.load(file).text()).isEqualTo("// 서버\nint x;");
  }
}
