package simul.ci.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignArchiveTest {
  @TempDir private Path temporary;

  /** Packs a folder with 7-Zip, or skips the test. */
  private Path pack(Path folder, String... options) throws IOException, InterruptedException {
    assumeTrue(ForeignArchive.installed("7z").isPresent(), "7z is not installed");
    Path archive = temporary.resolve("in.7z");
    List<String> words = new ArrayList<>(List.of("7z", "a", "-bd", "-snl"));
    words.addAll(List.of(options));
    words.addAll(List.of(archive.toString(), "."));
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    return archive;
  }

  private Submission take(Path archive) throws IntakeRefused {
    return new Intake(IntakeLimits.forCourse()).take(archive, temporary.resolve("out"));
  }

  @Test
  void unpacksByInstalledProgramAndTakesNoLinks() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("homework/Server"));
    Files.writeString(folder.resolve("main.cpp"), "int main() {}");
    Files.writeString(folder.resolve("main.obj"), "1");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("main.cpp"));

    Submission submission = take(pack(folder.getParent()));

    assertThat(temporary.resolve("out/Server/main.cpp")).hasContent("int main() {}");
    assertThat(temporary.resolve("out")).isDirectoryNotContaining("glob:**.taking*");
    assertThat(temporary.resolve("out/Server/link")).doesNotExist();
    assertThat(submission.refused()).extracting(Remark::path).containsExactly("Server/link");
    assertThat(submission.ignored()).extracting(Remark::path).containsExactly("Server/main.obj");
  }

  @Test
  void refusesEncryptedOne() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("homework"));
    Files.writeString(folder.resolve("main.cpp"), "int main() {}");
    Path archive = pack(folder, "-psecret", "-mhe=on");

    assertThatThrownBy(() -> take(archive))
        .isInstanceOf(IntakeRefused.class)
        .hasMessageStartingWith("in.7z is damaged or encrypted: ");
    assertThat(temporary.resolve("out")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"in.rar", "in.7z"})
  void refusesWhatIsNone(String name) throws Exception {
    Path archive = Files.writeString(temporary.resolve(name), "not an archive");

    assertThatThrownBy(() -> take(archive))
        .isInstanceOf(IntakeRefused.class)
        .hasMessageMatching(
            name
                + " (is damaged or encrypted: \\w+ exited with status \\d+"
                + "|cannot be unpacked: none of 7z, unrar and bsdtar is installed)");
  }

  @Test
  void asksForZipInPlaceOfKoreanArchive() throws Exception {
    Path archive = Files.writeString(temporary.resolve("in.alz"), "ALZ");

    assertThatThrownBy(() -> take(archive))
        .hasMessage("in.alz is an archive that only ALZip unpacks; a zip is needed");
  }
}
