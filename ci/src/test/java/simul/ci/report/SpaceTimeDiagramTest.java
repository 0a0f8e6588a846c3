package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import simul.conformance.explain.Language;
import simul.conformance.verdict.Transcript;

class SpaceTimeDiagramTest {
  private static final Texts TEXTS = new Texts(Language.ENGLISH);

  private static String draw(Transcript transcript, String client) {
    Conversation conversation = Conversation.of(transcript, Sample.protocol());
    return SpaceTimeDiagram.of(conversation, client, "what it was", TEXTS);
  }

  private static Transcript transcript(List<Transcript.Connection> connections) {
    return new Transcript(Instant.EPOCH, OptionalLong.empty(), connections, 0);
  }

  private static List<String> all(String svg, String regex) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(regex).matcher(svg);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<String> lanes(String svg) {
    return all(svg, "<text class=\"head client\"[^>]*>([^<]*)<");
  }

  @Test
  void labelsSayWhatTheSegmentsAre() {
    String svg = draw(Sample.transcript(), "a");

    assertThat(all(svg, "</title>([^<]*)</text></g>"))
        .containsExactly(
            "connects",
            "8 B  LOGIN id=0, POSITION id=0 x=0 y=0",
            "connects",
            "8 B  LOGIN id=1, POSITION id=1 x=1 y=0",
            "16 B  LOGIN id=1, POSITION id=1 x=1 y=0, 2 more",
            "1 B  03: part of a packet",
            "the server closes",
            "5 B  LOGOUT id=0, no packet: type 7 is no packet from the server (POSITION 1, L…");
  }

  @Test
  void quietAndJudgementStandInTheirPlace() {
    String svg = draw(Sample.transcript(), "a");

    assertThat(svg).contains("nothing for 2.0 s").contains("FAIL: what it was");
    assertThat(svg.indexOf("nothing for")).isLessThan(svg.indexOf("FAIL: "));
    assertThat(all(svg, "class=\"axis\"[^>]*>([0-9.]+)<"))
        .startsWith("0.100", "0.200")
        .endsWith("2005.000");
  }

  @Test
  void endThatTheTesterAskedForIsNotOdd() {
    Transcript asked =
        transcript(
            List.of(
                Sample.connection(
                    "a",
                    50_001,
                    Sample.event(Transcript.Kind.OPENED, 0, ""),
                    Sample.event(Transcript.Kind.HALF_CLOSED, 10, ""),
                    Sample.event(Transcript.Kind.TARGET_CLOSED, 20, ""))));

    assertThat(draw(asked, "a")).doesNotContain("class=\"odd\"");
    assertThat(draw(Sample.transcript(), "a")).contains("<g class=\"odd\">");
  }

  @Test
  void clientThatComesBackKeepsItsLane() {
    List<Transcript.Connection> connections = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      connections.add(
          Sample.connection(
              "a",
              50_000 + i,
              Sample.event(Transcript.Kind.OPENED, 100L * i, ""),
              Sample.event(Transcript.Kind.TARGET_CLOSED, 100L * i + 50, "")));
    }

    assertThat(lanes(draw(transcript(connections), "a"))).containsExactly("a");
  }

  @Test
  void twoConnectionsAtOnceHaveTwoLanes() {
    Transcript both =
        transcript(
            List.of(
                Sample.connection("a", 50_001, Sample.event(Transcript.Kind.OPENED, 0, "")),
                Sample.connection("a", 50_002, Sample.event(Transcript.Kind.OPENED, 10, ""))));

    assertThat(lanes(draw(both, "a"))).containsExactly("a", "a");
  }

  @Test
  void ofManyLanesTheOneWithTheFindingIsShown() {
    List<Transcript.Connection> connections = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      connections.add(
          Sample.connection(
              "c" + i, 50_000 + i, Sample.event(Transcript.Kind.OPENED, 100L * i, "")));
    }

    List<String> lanes = lanes(draw(transcript(connections), "c20"));

    assertThat(lanes).hasSize(12).contains("c0", "c20", "c39");
  }

  @Test
  void whatWasNotKeptIsSaidWhereItIsMissing() {
    Transcript cut =
        transcript(
            List.of(
                new Transcript.Connection(
                    "a",
                    Sample.TARGET,
                    Sample.TARGET,
                    List.of(
                        Sample.event(Transcript.Kind.OPENED, 0, ""),
                        Sample.event(Transcript.Kind.SENT, 10, "03")),
                    new Transcript.Dropped(7, 21),
                    List.of(Sample.event(Transcript.Kind.SENT, 90, "01 03")))));

    String svg = draw(cut, "a");

    assertThat(svg).contains("7 events (21 bytes) of client a were not kept");
    assertThat(all(svg, "</title>([^<]*)</text></g>"))
        .as("nobody knows where packets start after the gap")
        .containsExactly("connects", "1 B  03: part of a packet", "2 B  01 03");
  }
}
