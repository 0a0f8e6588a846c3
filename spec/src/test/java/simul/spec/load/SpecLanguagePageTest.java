package simul.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import simul.spec.yaml.Shape;

/** The page on the spec language, {@code spec/docs/spec-language.md}. */
class SpecLanguagePageTest {

  @Test
  void namesEveryKeyOfTheGrammar() throws Exception {
    String page = Files.readString(Path.of("docs", "spec-language.md"));

    List<String> unnamed =
        keys(SpecShape.ROOT).stream()
            .filter(key -> !page.contains("`" + key) && !page.contains(" " + key + ":"))
            .toList();

    assertThat(unnamed).isEmpty();
  }

  private static List<String> keys(Shape shape) {
    List<String> keys = new ArrayList<>();
    if (shape instanceof Shape.Mapping mapping) {
      mapping
          .keys()
          .forEach(
              (name, key) -> {
                keys.add(name);
                keys.addAll(keys(key.shape()));
              });
    } else if (shape instanceof Shape.Either either) {
      keys.addAll(keys(either.with()));
      keys.addAll(keys(either.without()));
    } else if (shape instanceof Shape.Sequence sequence) {
      keys.addAll(keys(sequence.item()));
    } else if (shape instanceof Shape.Named named) {
      keys.addAll(keys(named.value()));
    }
    return keys.stream().distinct().toList();
  }
}
