package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simul.spec.header.Guess.WorldNumber;
import simul.spec.header.PacketGuess.Purpose;
import simul.spec.header.PacketGuess.Role;
import simul.spec.model.Sender;

class GuessReviewTest {
  private static final String HEADER =
      "#define SC_MOVE 3\n#define MAX_USER 20\n"
          + "struct sc_move { unsigned char size, type, id, px, py; };\n";

  private final List<String> questions = new ArrayList<>();

  private Guess review(String... answers) {
    Deque<String> rest = new ArrayDeque<>(List.of(answers));
    return GuessReview.review(
        Guess.of(Samples.read(HEADER)),
        question -> {
          questions.add(question);
          return Optional.ofNullable(rest.poll());
        });
  }

  @Test
  void yesConfirmsAndSaysSo() {
    Guess guess = review("y", "", "Y", "y", "y");

    PacketGuess packet = guess.packets().get(0);
    assertThat(packet.sender()).contains(new Hunch<>(Sender.SERVER, "confirmed"));
    assertThat(packet.type().orElseThrow().reason()).isEqualTo("confirmed");
    assertThat(packet.roles()).containsExactly(new Hunch<>(Role.POSITION, "confirmed"));
    assertThat(packet.members().get(Purpose.X)).isEqualTo(new Hunch<>("px", "confirmed"));
    assertThat(guess.world().get(WorldNumber.MAX_CLIENTS)).isEqualTo(new Hunch<>(20L, "confirmed"));
    assertThat(questions)
        .containsExactly(
            "sc_move: from server (its name says so)? [y, n, or what else] ",
            "sc_move: type 3 (SC_MOVE and sc_move are named alike)? [y, n, or what else] ",
            "sc_move: role position (its name says move)? [y, n, or what else] ",
            "sc_move: members id=id x=px y=py (id: its name says id; x: its name says px;"
                + " y: its name says py)? [y, n, or what else] ",
            "max-clients 20 (the name MAX_USER says so)? [y, n, or what else] ");
  }

  @Test
  void noDrops() {
    Guess guess = review("n", "n", "n", "n", "n");

    PacketGuess packet = guess.packets().get(0);
    assertThat(packet.sender()).isEmpty();
    assertThat(packet.type()).isEmpty();
    assertThat(packet.roles()).isEmpty();
    assertThat(packet.members()).containsOnlyKeys(Purpose.LENGTH, Purpose.TYPE);
    assertThat(guess.world()).isEmpty();
  }

  @Test
  void anythingElseIsTakenInstead() {
    Guess guess = review("client", "0x10", "move", "direction=px", "9");

    PacketGuess packet = guess.packets().get(0);
    assertThat(packet.sender().orElseThrow().value()).isEqualTo(Sender.CLIENT);
    assertThat(packet.type().orElseThrow().value().value()).isEqualTo(16);
    assertThat(packet.roles()).containsExactly(new Hunch<>(Role.MOVE, "confirmed"));
    assertThat(packet.path(Purpose.DIRECTION)).contains("px");
    assertThat(packet.path(Purpose.X)).isEmpty();
    assertThat(guess.world().get(WorldNumber.MAX_CLIENTS).value()).isEqualTo(9);
  }

  @Test
  void nonsenseIsAskedAgainButNotForEver() {
    Guess guess = review("nobody", "somebody", "everybody", "y", "y", "y", "y");

    assertThat(guess.packets().get(0).sender())
        .contains(new Hunch<>(Sender.SERVER, "its name says so"));
    assertThat(questions).hasSize(7);
  }

  @Test
  void endOfAnswersLeavesTheRestGuessed() {
    Guess guess = review("y");

    assertThat(guess.packets().get(0).type().orElseThrow().reason())
        .isEqualTo("SC_MOVE and sc_move are named alike");
    assertThat(questions).hasSize(2);
  }
}
