package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Help.Ansi;
import simul.conformance.explain.Language;
import simul.conformance.survey.Candidate;
import simul.conformance.survey.Fact;
import simul.conformance.survey.FramingGuess;
import simul.conformance.survey.FramingGuess.Encoding;
import simul.conformance.survey.FramingGuess.Ending;
import simul.conformance.survey.Happening;
import simul.conformance.survey.Question;
import simul.conformance.survey.Reason;
import simul.conformance.survey.Recording;
import simul.conformance.survey.Survey;

/** What people and programs are shown of a survey, to the letter. */
class SurveyReportTest {
  private static final Survey SURVEY =
      Survey.of(
          new Recording(
              List.of(
                  new Happening.Opened("a", Duration.ZERO),
                  new Happening.Received("a", Duration.ofMillis(3), new byte[] {3, 2, 0})),
              Duration.ofMillis(500)));

  private static String printed(Survey survey, Language language) {
    StringWriter out = new StringWriter();
    SurveyConsole console =
        new SurveyConsole(new PrintWriter(out, true), language, Ansi.OFF, false);
    console.begin("127.0.0.1:9000", Duration.ofSeconds(3));
    console.end(survey);
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void readsAsDesigned() {
    assertThat(printed(SURVEY, Language.ENGLISH))
        .isEqualTo(
            """
            probe: 127.0.0.1:9000, for 3.0 s; nothing is sent
            heard
              the server speaks first: 3 bytes, 3 ms after a client connects
              a: 3 bytes in 1 reads (3), the first after 3 ms
                  0000  03 02 00
            framings that fit, the likeliest first
            1  length at offset 0 (1 byte), counts the whole packet
                  weak, it may be chance: other bytes would fit such a framing about once in 40 times
                  divides all 3 bytes of the connections (1) into 1 packets, none left over
                  each of 1 reads ends where a packet ends
                  packet sizes (size x how often): 3 x 1
                  signed or unsigned cannot be told: the largest number is 3
                  a 0000  03 02 00
            This promises nothing: a framing may fit by chance, or only so far.
            what remains open
              - all messages have the same size: that this is fixed, or that there is no framing, fits as well
              - whether it is another framing, or none: too little speaks for these
              - what a client must send, and how it is framed: listening cannot tell
              - what the bytes mean: which are IDs, positions, entries, departures
              - whether messages in play are framed like those at the start
              - whether the server would say more, were it listened to for longer (--timeout)
            """);
  }

  @Test
  void jsonHasTheNamesThatOthersRead() {
    Survey survey =
        new Survey(
            List.of(SURVEY.facts().get(1)), SURVEY.candidates(), List.of(Question.WHAT_TO_SEND));

    assertThat(SurveyJson.of(survey, "127.0.0.1:9000", Duration.ofSeconds(3), "1.0"))
        .isEqualTo(
            """
            {
              "tool": "simul",
              "version": "1.0",
              "target": "127.0.0.1:9000",
              "timeoutMillis": 3000,
              "promise": "This promises nothing: a framing may fit by chance, or only so far.",
              "facts": [
                {
                  "kind": "RECEIVED",
                  "text": "a: 3 bytes in 1 reads (3), the first after 3 ms",
                  "values": ["a", "3", "1", "3", "3"],
                  "bytes": "03 02 00"
                }
              ],
              "candidates": [
                {
                  "framing": {"kind": "length", "offset": 0, "width": 1, "order": "little", "uncountedBytes": 0},
                  "text": "length at offset 0 (1 byte), counts the whole packet",
                  "strength": "WEAK",
                  "bits": 5.322,
                  "reasons": [
                    {
                      "kind": "DIVIDES_ALL",
                      "text": "divides all 3 bytes of the connections (1) into 1 packets, none left over",
                      "values": ["3", "1", "1"]
                    },
                    {
                      "kind": "ENDS_WITH_DELIVERIES",
                      "text": "each of 1 reads ends where a packet ends",
                      "values": ["1"]
                    },
                    {
                      "kind": "SIZES",
                      "text": "packet sizes (size x how often): 3 x 1",
                      "values": ["3 x 1"]
                    },
                    {
                      "kind": "SIGN_UNKNOWN",
                      "text": "signed or unsigned cannot be told: the largest number is 3",
                      "values": ["3"]
                    }
                  ],
                  "frames": [
                    {"connection": "a", "offset": 0, "size": 3, "bytes": "03 02 00"}
                  ]
                }
              ],
              "questions": [
                {"kind": "WHAT_TO_SEND", "text": "what a client must send, and how it is framed: listening cannot tell"}
              ]
            }
            """);
  }

  @Test
  void longFrameIsShownInPart() {
    Candidate.Frame frame = new Candidate.Frame("a", 402, 402, new byte[64]);
    Candidate candidate =
        new Candidate(new FramingGuess.FixedSize(402), 26, List.of(), List.of(frame));

    String printed =
        printed(new Survey(List.of(), List.of(candidate), List.of()), Language.ENGLISH);

    assertThat(printed).contains("      a 0192  " + "00 ".repeat(16) + "...\n");
  }

  @Test
  void textIsShownWithoutControlCharacters() {
    Candidate.Frame frame = new Candidate.Frame("a", 0, 5, new byte[] {'H', 'I', 27, '\r', '\n'});
    FramingGuess text = new FramingGuess.Text(Encoding.ASCII, Ending.CR_LF);
    Candidate candidate = new Candidate(text, 26, List.of(), List.of(frame));

    String printed =
        printed(new Survey(List.of(), List.of(candidate), List.of()), Language.ENGLISH);

    assertThat(printed).contains("a 0000  48 49 1b 0d 0a  \"HI\"\n");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everythingHasWords(Language language) {
    SurveyText texts = new SurveyText(language);
    List<String> values = Collections.nCopies(5, "7");
    List<String> said = new ArrayList<>();

    Stream.of(Fact.Kind.values())
        .forEach(kind -> said.add(texts.fact(new Fact(kind, values, new byte[0]))));
    Stream.of(Reason.Kind.values())
        .forEach(kind -> said.add(texts.reason(new Reason(kind, values))));
    Stream.of(Question.values()).forEach(question -> said.add(texts.question(question)));
    framings().forEach(framing -> said.add(texts.framing(framing)));

    assertThat(said).allMatch(text -> !text.isBlank() && !text.contains("{"));
    assertThat(said).doesNotHaveDuplicates();
  }

  private static Stream<FramingGuess> framings() {
    return Stream.concat(
        Stream.of(
            new FramingGuess.LengthField(0, 1, ByteOrder.LITTLE_ENDIAN, 0),
            new FramingGuess.LengthField(0, 2, ByteOrder.LITTLE_ENDIAN, 2),
            new FramingGuess.LengthField(0, 2, ByteOrder.BIG_ENDIAN, 4),
            new FramingGuess.CountField(0, 4, ByteOrder.LITTLE_ENDIAN, 12),
            new FramingGuess.FixedSize(402),
            new FramingGuess.SizeByType(
                ByteOrder.LITTLE_ENDIAN, new TreeMap<>(Map.of(1, 7, 2, 5)))),
        Stream.of(Ending.values()).map(ending -> new FramingGuess.Text(Encoding.ASCII, ending)));
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    ResourceBundle english = bundle(Locale.ROOT);
    ResourceBundle korean = bundle(Locale.KOREAN);

    assertThat(korean.getLocale()).isEqualTo(Locale.KOREAN);
    assertThat(english.keySet())
        .allSatisfy(
            key ->
                assertThat(placeholders(korean.getString(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getString(key))));
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "simul.ci.report.survey",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static List<String> placeholders(String text) {
    return java.util.regex.Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .sorted()
        .toList();
  }
}
