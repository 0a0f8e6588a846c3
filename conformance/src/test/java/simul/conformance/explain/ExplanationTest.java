package simul.conformance.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import simul.conformance.odd.Servers;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Observation.Life;
import simul.conformance.verdict.Stimulus;
import simul.spec.world.Cell;

/** Every kind of finding in words, held against files that people have read. */
class ExplanationTest {
  /** The layout of a finding, without colours and columns, which are the console's. */
  private static List<String> layout(Finding finding, Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(explanation.label("sent") + ": " + String.join(" / ", explanation.sent(finding)));
    lines.add(explanation.label("expected") + ": " + explanation.expected(finding.expected()));
    lines.add(explanation.label("actual") + ": " + explanation.actual(finding.actual()));
    lines.add(explanation.label("received") + ":");
    explanation.received(finding).forEach(line -> lines.add("    " + line.stripTrailing()));
    List<String> output = explanation.output(finding);
    if (!output.isEmpty()) {
      lines.add(explanation.label("output") + ": " + String.join(" / ", output));
    }
    finding
        .hint()
        .ifPresent(h -> lines.add(explanation.label("hint") + ": " + explanation.hint(h)));
    return lines;
  }

  private static List<String> words(Language language) {
    Explanation explanation = new Explanation(Servers.HOMEWORK3, language);
    List<String> lines = new ArrayList<>();
    for (Finding finding : SampleFindings.all()) {
      lines.addAll(layout(finding, explanation));
      lines.add("");
    }
    return lines;
  }

  private static List<String> golden(Language language) {
    String name = "findings-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream in = ExplanationTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void findingsReadAsTheyShould(Language language) {
    assertThat(String.join("\n", words(language)).strip())
        .isEqualTo(String.join("\n", golden(language)).strip());
  }

  @Test
  void findingsHaveEveryKindOfEverything() {
    assertThat(
            SampleFindings.all().stream().map(finding -> finding.expected().getClass().getName()))
        .containsAll(namesOf(Expectation.class.getPermittedSubclasses()));
    assertThat(SampleFindings.all().stream().map(finding -> finding.actual().getClass().getName()))
        .containsAll(namesOf(Observation.class.getPermittedSubclasses()));
    assertThat(SampleFindings.all().stream().flatMap(finding -> finding.hint().stream()))
        .containsAll(List.of(Hint.values()));
    assertThat(SampleFindings.all().stream().map(Finding::actual))
        .filteredOn(Observation.Silence.class::isInstance)
        .extracting(silence -> ((Observation.Silence) silence).life())
        .containsAll(List.of(Life.values()));
    assertThat(SampleFindings.all().stream().flatMap(finding -> finding.sent().deeds().stream()))
        .extracting(Stimulus.Deed::kind)
        .containsAll(List.of(Stimulus.Deed.Kind.values()));
  }

  private static List<String> namesOf(Class<?>... types) {
    return Stream.of(types).map(Class::getName).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextOfTheBundleIsUsed(Language language) {
    String all = String.join("\n", words(language));
    ResourceBundle texts = bundle(language);

    List<String> unused =
        texts.keySet().stream()
            .filter(key -> !key.equals("label.replay") && !key.equals("label.handout"))
            .filter(key -> !Pattern.compile(shape(texts.getString(key))).matcher(all).find())
            .toList();

    assertThat(unused).isEmpty();
  }

  /** A text as a pattern in which something stands for each of its values. */
  private static String shape(String text) {
    return Stream.of(text.split("\\{\\d\\}", -1))
        .map(Pattern::quote)
        .reduce((left, right) -> left + ".+" + right)
        .orElseThrow();
  }

  @Test
  void bothLanguagesHaveSameTextsWithSameValues() {
    ResourceBundle english = bundle(Language.ENGLISH);
    ResourceBundle korean = bundle(Language.KOREAN);

    assertThat(korean.keySet()).isEqualTo(english.keySet());
    for (String key : english.keySet()) {
      assertThat(values(korean.getString(key))).as(key).isEqualTo(values(english.getString(key)));
      // In a pattern with values a single quote would hide what follows it.
      assertThat(english.getString(key) + korean.getString(key)).as(key).doesNotContain("'");
    }
    assertThat(korean.getString("label.sent")).isNotEqualTo(english.getString("label.sent"));
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle("simul.conformance.explain.findings", language.locale());
  }

  private static TreeSet<String> values(String text) {
    TreeSet<String> values = new TreeSet<>();
    var matcher = Pattern.compile("\\{\\d\\}").matcher(text);
    while (matcher.find()) {
      values.add(matcher.group());
    }
    return values;
  }

  @Test
  void namesOfTheSpecAreUsed() {
    Explanation wide = new Explanation(Servers.protocol("homework3-wide"), Language.ENGLISH);

    assertThat(wide.expected(new Expectation.Position(3, new Cell(1, 2))))
        .isEqualTo("POSITION id=3 x=1 z=2 on every client");
  }

  @ParameterizedTest
  @CsvSource({"ko, KOREAN", "ko-KR, KOREAN", "en, ENGLISH", "de-DE, ENGLISH", "und, ENGLISH"})
  void languageIsThatOfTheLocaleOrEnglish(String locale, Language language) {
    assertThat(Language.of(Locale.forLanguageTag(locale))).isEqualTo(language);
  }

  @Test
  void englishDoesNotDependOnTheDefaultLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.KOREA);

      Explanation english = new Explanation(Servers.HOMEWORK3, Language.ENGLISH);

      assertThat(english.label("sent")).isEqualTo("sent");
    } finally {
      Locale.setDefault(before);
    }
  }
}
