package simul.spec.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that were read and found right once. To write them anew after a change that is meant:
 * {@code mvn -pl spec test -Dtest=CppHeaderTest -Dsimul.write=true}, and read what has changed.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "export");

  private Golden() {}

  static void check(String name, String text) throws IOException {
    check(FOLDER.resolve(name), text);
  }

  static void check(Path file, String text) throws IOException {
    if (Boolean.getBoolean("simul.write")) {
      Files.writeString(file, text);
    }

    assertThat(text).isEqualTo(Files.readString(file));
  }
}
