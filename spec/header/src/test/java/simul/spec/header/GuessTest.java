package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import simul.spec.header.Samples.Sample;
import simul.spec.model.Sender;

class GuessTest {
  private static final Path GUESSES = Path.of("src", "test", "resources", "guesses.txt");

  /** When a guess has become better: {@code -Dsimul.write=true}, and read what changed. */
  @Test
  void guessesOfAllSamplesAreTheReviewedOnes() throws Exception {
    StringBuilder text = new StringBuilder();
    for (Sample sample : Samples.all()) {
      text.append(sample).append('\n').append(render(Guess.of(sample.read()))).append('\n');
    }
    if (Boolean.getBoolean("simul.write")) {
      Files.writeString(GUESSES, text);
    }

    assertThat(text.toString()).isEqualTo(Files.readString(GUESSES));
  }

  @Test
  void everyGuessHasItsReason() {
    List<String> reasons = new ArrayList<>();
    for (Sample sample : Samples.all()) {
      Guess guess = Guess.of(sample.read());
      for (PacketGuess packet : guess.packets()) {
        packet.sender().ifPresent(hunch -> reasons.add(hunch.reason()));
        packet.type().ifPresent(hunch -> reasons.add(hunch.reason()));
        packet.roles().forEach(hunch -> reasons.add(hunch.reason()));
        packet.members().values().forEach(hunch -> reasons.add(hunch.reason()));
      }
      reasons.add(guess.moves().reason());
      guess.world().values().forEach(hunch -> reasons.add(hunch.reason()));
    }

    assertThat(reasons).hasSizeGreaterThan(500).doesNotContain("");
  }

  @Test
  void typeThatConstructorSetsNeedsNoLikeness() {
    Header header =
        Samples.read(
            "enum Kind : char { ALPHA = 4, BETA };\n"
                + "struct Step { char size, type; Step() : type(BETA) {} };\n");

    PacketGuess step = Guess.of(header).packets().get(0);

    assertThat(step.type().orElseThrow())
        .isEqualTo(
            new Hunch<>(header.constant("BETA").orElseThrow(), "the struct sets it to BETA"));
  }

  @Test
  void commentAboveTellsTheEndsApart() {
    Header header =
        Samples.read(
            "// 클라이언트 -> 서버\nstruct A { char size, type; };\n"
                + "// Server to Client\nstruct B { char size, type; };\n");

    assertThat(Guess.of(header).packets())
        .extracting(packet -> packet.sender().orElseThrow().value())
        .containsExactly(Sender.CLIENT, Sender.SERVER);
  }

  @Test
  void constantWithinTheStructIsItsType() {
    Header header =
        Samples.read(
            "struct A { enum { ID = 7 }; char size, op; };\n"
                + "struct B { static const int TYPE = 8; static const int LIMIT = 9; char len, type; };");

    assertThat(Guess.of(header).packets())
        .extracting(packet -> packet.type().orElseThrow().value().value())
        .containsExactly(7L, 8L);
  }

  @Test
  void heightOfTheWorldIsNoWidth() {
    Header header = Samples.read("constexpr int W_HEIGHT = 300;\nconstexpr int W_WIDTH = 400;\n");

    assertThat(Guess.of(header).world())
        .extractingFromEntries(entry -> entry.getKey() + " " + entry.getValue().value())
        .containsExactlyInAnyOrder("WIDTH 400", "HEIGHT 300");
  }

  @Test
  void constantOfTheOtherEndIsNeverTaken() {
    Header header =
        Samples.read(
            "#define SC_MOVE 7\n#define CS_MOVE 3\n"
                + "struct cs_move { char size, type; };\nstruct sc_move { char size, type; };\n");

    assertThat(Guess.of(header).packets())
        .extracting(packet -> packet.type().orElseThrow().value().value())
        .containsExactly(3L, 7L);
  }

  @Test
  void headerWithoutDirectionsHasNoMovesAndSaysSo() {
    Hunch<List<MoveGuess>> moves = Guess.of(Samples.read("struct A { int a; };")).moves();

    assertThat(moves)
        .isEqualTo(new Hunch<>(List.of(), "nothing in the header names the four directions"));
  }

  private static String render(Guess guess) {
    StringBuilder text = new StringBuilder();
    for (PacketGuess packet : guess.packets()) {
      text.append("  ").append(packet.struct().qualifiedName());
      text.append(packet.sender().map(s -> " from " + s.value().word()).orElse(" from ?"));
      text.append(
          packet
              .type()
              .map(t -> ", type " + t.value().value() + " " + t.value().qualifiedName())
              .orElse(""));
      packet.roles().forEach(role -> text.append(", ").append(role.value()));
      TreeMap<String, String> members = new TreeMap<>();
      packet.members().forEach((purpose, path) -> members.put(purpose.name(), path.value()));
      text.append(' ').append(members).append('\n');
    }
    guess
        .moves()
        .value()
        .forEach(
            move ->
                text.append("  ")
                    .append(move.direction())
                    .append(": ")
                    .append(move.struct().orElse("a byte"))
                    .append(move.member().map(member -> "." + member).orElse(""))
                    .append(" = ")
                    .append(move.value())
                    .append('\n'));
    new TreeMap<>(guess.world())
        .forEach(
            (number, value) ->
                text.append("  ").append(number).append(' ').append(value.value()).append('\n'));
    return text.toString();
  }
}
