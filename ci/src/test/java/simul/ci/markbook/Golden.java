package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files as they are to be. When they are stale: {@code mvn -pl ci test
 * -Dtest='simul.ci.markbook.**' -Dsimul.write=true}.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "simul", "ci", "markbook");

  private Golden() {}

  static void assertIs(String file, String text) throws IOException {
    if (Boolean.getBoolean("simul.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(file), text);
    }

    assertThat(text).isEqualTo(Files.readString(FOLDER.resolve(file)));
  }
}
