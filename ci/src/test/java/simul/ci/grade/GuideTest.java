package simul.ci.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Value;
import simul.spec.yaml.YamlReader;

/** The guides for whoever marks say what is so. */
class GuideTest {
  private static final Path FOLDER = Path.of("docs");

  private static String read(String guide) throws IOException {
    return Files.readString(FOLDER.resolve(guide));
  }

  private static List<String> matches(String text, String regex) {
    return Pattern.compile(regex, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static String rubric(String guide) {
    return matches(guide, "```yaml\\n(.*?)```").get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grading.md", "grading.ko.md"})
  void rubricOfTheGuideIsRight(String guide) throws Exception {
    Rubric rubric = RubricLoader.parse(guide, rubric(read(guide)));

    assertThat(rubric.points()).isEqualByComparingTo("20");
    assertThat(rubric.parts()).hasSize(4).anyMatch(Rubric.Part::hidden);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grading.md", "grading.ko.md"})
  void everyKeyOfTheRubricIsExplained(String guide) throws Exception {
    String text = read(guide);
    String table = text.substring(text.indexOf("```yaml") + rubric(text).length());
    Value yaml = new YamlReader(guide, new Problems(guide)).read(rubric(text)).orElseThrow();
    Set<String> keys = new TreeSet<>();
    collect(yaml, keys);

    assertThat(keys).hasSizeGreaterThan(15);
    assertThat(keys).allMatch(key -> table.contains("`" + key + "`"), "is explained");
    assertThat(RubricLoader.MODELS).allMatch(model -> table.contains("`" + model + "`"));
  }

  private static void collect(Value value, Set<String> keys) {
    if (value instanceof Value.Mapping mapping) {
      keys.addAll(mapping.entries().keySet());
      mapping.entries().values().forEach(child -> collect(child, keys));
    } else if (value instanceof Value.Sequence sequence) {
      sequence.items().forEach(child -> collect(child, keys));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grading.md", "grading.ko.md"})
  void everyWorkflowIsNamedAndEveryLinkLeadsSomewhere(String guide) throws Exception {
    String text = read(guide);

    try (Stream<Path> files = Files.walk(Path.of("workflows"))) {
      assertThat(files.filter(Files::isRegularFile).map(p -> String.valueOf(p.getFileName())))
          .isNotEmpty()
          .allMatch(text::contains);
    }
    assertThat(matches(text, "]\\(([^)]+)\\)"))
        .isNotEmpty()
        .allMatch(link -> Files.exists(FOLDER.resolve(link)), "leads somewhere");
  }

  @Test
  void guidesSayTheSameInBothLanguages() throws Exception {
    String english = read("grading.md");
    String korean = read("grading.ko.md");

    assertThat(matches(korean, "(?m)^(#+) ")).isEqualTo(matches(english, "(?m)^(#+) "));
    assertThat(rubric(korean)).isEqualTo(rubric(english));
    assertThat(new TreeSet<>(matches(korean, "(--[a-z-]+)")))
        .isEqualTo(new TreeSet<>(matches(english, "(--[a-z-]+)")));
  }
}
