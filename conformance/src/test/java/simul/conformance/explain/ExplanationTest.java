package simul.conformance.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import simul.conformance.odd.Servers;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Observation.Life;
import simul.conformance.verdict.ProcessExit;
import simul.conformance.verdict.Stimulus;
import simul.conformance.verdict.Stimulus.Sent;
import simul.spec.model.Sender;
import simul.spec.wire.FrameDecoder;
import simul.spec.wire.FrameFault;
import simul.spec.wire.HexDump;
import simul.spec.world.Cell;

/** Every kind of finding in words, held against files that people have read. */
class ExplanationTest {
  private static final Sent LONE_BYTE =
      new Sent("a", List.of("MOVE right"), List.of(1, 2), true, false);
  private static final FrameFault FAULT = faultOf(new byte[] {4, 1, 0, 0});

  private static FrameFault faultOf(byte[] frame) {
    FrameDecoder decoder = Servers.HOMEWORK3.packets(Sender.SERVER).newDecoder();
    assertThat(decoder.next(frame, 0, frame.length)).isEqualTo(FrameDecoder.Status.INVALID);
    return decoder.fault();
  }

  /** Between them they have every expectation, observation, life and hint. */
  static List<Finding> findings() {
    return List.of(
        finding(
            stimulus(Evidence.PROVEN, LONE_BYTE),
            new Expectation.Position(0, new Cell(1, 0)),
            new Observation.Closed("a", 3),
            "03 02 00 05 01 00 00 00",
            Hint.TAKES_LONE_BYTE_FOR_PACKET),
        finding(
            stimulus(Evidence.ASSUMED, new Sent("a", moves(2), List.of(2, 2, 2), true, false)),
            new Expectation.NoMorePositions(0),
            new Observation.UnaskedPosition("b", 0, new Cell(0, 2)),
            "05 01 00 00 02",
            Hint.ACTS_ON_PART_OF_PACKET),
        finding(
            stimulus(Evidence.PROVEN, new Sent("a", moves(50), List.of(150), false, true)),
            new Expectation.Position(0, new Cell(1, 1)),
            new Observation.OtherPosition("a", 0, new Cell(0, 1)),
            "05 01 00 00 01 05 01 00 00 02 05 01 00 00 03 05 01 00 00 04",
            Hint.HANDLES_FIRST_PACKET_ONLY),
        finding(
            stimulus(Evidence.PROVEN, single("a", 14)),
            new Expectation.Position(7, new Cell(7, 7)),
            new Observation.Silence("a", 2000, Life.SERVES_OTHERS),
            "",
            Hint.FORGETS_CUT_PACKET),
        finding(
            stimulus(
                Evidence.PROVEN,
                LONE_BYTE,
                new Sent("b", List.of("the start of a packet"), List.of(1), true, false)),
            new Expectation.Position(1, new Cell(0, 0)),
            new Observation.Silence("b", 300, Life.ADMITS_NOBODY),
            "",
            Hint.SHARES_BUFFER),
        finding(
            stimulus(Evidence.PROVEN, new Sent("a", moves(1), List.of(3), false, false)),
            new Expectation.StaysConnected(),
            new Observation.Silence("b", 2000, Life.GONE),
            "",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.WholePackets(),
            new Observation.BrokenFrame("a", FAULT),
            "05 01 00 00 00 04 01 00 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.WholePackets(),
            new Observation.Flood("a", 16_800_000),
            "05 01 00 00 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.Admission(),
            new Observation.Unreachable("a"),
            "",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.UniqueId(),
            new Observation.DuplicateId("b", 0, "a"),
            "03 02 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.Introduction(1),
            new Observation.Silence("a", 2000, Life.SERVES_OTHERS),
            "03 02 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.CellOfBoard(8, 8),
            new Observation.OtherPosition("a", 0, new Cell(8, 0)),
            "03 02 00 05 01 00 08 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.KeepsRunning(),
            new Observation.Exited(
                "a", new ProcessExit(139, Optional.of("SIGSEGV"), List.of("one", "two"))),
            "",
            null));
  }

  private static Finding finding(
      Stimulus sent, Expectation expected, Observation actual, String received, Hint hint) {
    return new Finding(
        sent,
        expected,
        actual,
        HexDump.parse(received),
        Optional.ofNullable(hint),
        Optional.empty());
  }

  private static Stimulus stimulus(Evidence evidence, Sent... sends) {
    return new Stimulus(List.of(sends), evidence);
  }

  private static List<String> moves(int count) {
    return Stream.generate(() -> "MOVE down").limit(count).toList();
  }

  private static Sent single(String client, int bytes) {
    List<Integer> ones = Stream.generate(() -> 1).limit(bytes).toList();
    List<String> packets = new ArrayList<>(moves(4));
    packets.add("the start of a packet");
    return new Sent(client, packets, ones, true, false);
  }

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
    for (Finding finding : findings()) {
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
    assertThat(findings().stream().map(finding -> finding.expected().getClass().getName()))
        .containsAll(namesOf(Expectation.class.getPermittedSubclasses()));
    assertThat(findings().stream().map(finding -> finding.actual().getClass().getName()))
        .containsAll(namesOf(Observation.class.getPermittedSubclasses()));
    assertThat(findings().stream().flatMap(finding -> finding.hint().stream()))
        .containsAll(List.of(Hint.values()));
    assertThat(findings().stream().map(Finding::actual))
        .filteredOn(Observation.Silence.class::isInstance)
        .extracting(silence -> ((Observation.Silence) silence).life())
        .containsAll(List.of(Life.values()));
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
