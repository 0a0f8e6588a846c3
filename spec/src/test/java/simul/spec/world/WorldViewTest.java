package simul.spec.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simul.spec.model.WorldRules;
import simul.spec.world.Anomaly.Kind;

class WorldViewTest {
  private static final WorldRules RULES =
      new WorldRules(8, 8, WorldRules.BlockedReply.OPTIONAL, 10);

  private final List<Anomaly> anomalies = new ArrayList<>();
  private final WorldView view = new WorldView(RULES, true, anomalies::add);

  /** A client that plays as 2, with 5 beside it. */
  @BeforeEach
  void joined() {
    view.self(2);
    view.position(2, 0, 0);
    view.enter(5);
    view.position(5, 3, 3);
    assertThat(anomalies).isEmpty();
  }

  private void expect(Kind kind, int id, String text) {
    assertThat(anomalies).containsExactly(new Anomaly(kind, id, text));
    assertThat(kind.ruleId()).matches("(JOIN|MOVE|LEAVE)-\\d{3}");
  }

  @Test
  void keepsWhatItIsTold() {
    assertThat(view.self()).hasValue(2);
    assertThat(view.joined()).isTrue();
    assertThat(view.pieces())
        .isEqualTo(Map.of(2, Optional.of(new Cell(0, 0)), 5, Optional.of(new Cell(3, 3))));
    assertThat(view.contains(5)).isTrue();
    assertThat(view.contains(4)).isFalse();
    assertThat(view.cell(4)).isEmpty();
  }

  @Test
  void oneCellOrNoneIsRightMove() {
    view.position(5, 3, 4);
    view.position(5, 3, 4);
    view.position(5, 4, 4);

    assertThat(anomalies).isEmpty();
    assertThat(view.cell(5)).contains(new Cell(4, 4));
  }

  @Test
  void diagonalIsJump() {
    view.position(5, 4, 4);

    expect(Kind.JUMP, 5, "ID 5 jumped from (3, 3) to (4, 4)");
    assertThat(view.cell(5)).contains(new Cell(4, 4));
  }

  @Test
  void twoCellsAreJump() {
    view.position(5, 3, 1);

    expect(Kind.JUMP, 5, "ID 5 jumped from (3, 3) to (3, 1)");
  }

  @Test
  void firstPositionAfterEntryIsNoJump() {
    view.enter(6);
    view.position(6, 7, 7);

    assertThat(anomalies).isEmpty();
  }

  @Test
  void cellBesideTheBoardIsToldOff() {
    view.position(2, 0, -1);

    expect(Kind.OFF_THE_BOARD, 2, "ID 2 is at (0, -1), off the board of 8 x 8");
  }

  @Test
  void positionOfUnannouncedIdIsToldOff() {
    view.position(6, 1, 1);

    expect(Kind.UNKNOWN_ID, 6, "a position of ID 6, which has not been announced");
    assertThat(view.contains(6)).isTrue();
  }

  @Test
  void positionAnnouncesWhereTheProtocolHasNoEntries() {
    WorldView other = new WorldView(RULES, false, anomalies::add);
    other.self(0);

    other.position(6, 1, 1);

    assertThat(anomalies).isEmpty();
    assertThat(other.cell(6)).contains(new Cell(1, 1));
  }

  @Test
  void secondEntryIsToldOff() {
    view.enter(5);

    expect(Kind.ENTERED_TWICE, 5, "ID 5 entered, but was there already");
    assertThat(view.cell(5)).contains(new Cell(3, 3));
  }

  @Test
  void ownIdAgainIsToldOff() {
    view.self(3);

    expect(Kind.SECOND_SELF, 3, "own ID 3 after own ID 2");
    assertThat(view.self()).hasValue(3);
  }

  @Test
  void idBeyondTheLimitIsToldOff() {
    view.enter(9);
    assertThat(anomalies).isEmpty();

    view.enter(10);

    expect(Kind.ID_OUT_OF_RANGE, 10, "ID 10 is outside 0..9");
  }

  @Test
  void negativeIdIsToldOff() {
    view.enter(-1);

    expect(Kind.ID_OUT_OF_RANGE, -1, "ID -1 is outside 0..9");
  }

  @Test
  void leaveOfSomebodyUnknownIsToldOff() {
    view.leave(7);

    expect(Kind.LEFT_UNKNOWN, 7, "ID 7 left, but was not there");
  }

  @Test
  void whoHasLeftMayEnterAgainAnywhere() {
    view.leave(5);
    assertThat(view.contains(5)).isFalse();

    view.enter(5);
    view.position(5, 7, 7);

    assertThat(anomalies).isEmpty();
  }

  @Test
  void nothingMayComeBeforeTheOwnId() {
    WorldView fresh = new WorldView(RULES, true, anomalies::add);

    fresh.enter(1);
    fresh.position(1, 0, 0);

    assertThat(fresh.joined()).isFalse();
    assertThat(anomalies)
        .containsExactly(
            new Anomaly(Kind.BEFORE_SELF, 1, "the entry of ID 1 came before the client's own ID"),
            new Anomaly(Kind.BEFORE_SELF, 1, "a position of ID 1 came before the client's own ID"));
  }

  @Test
  void clientHasJoinedOnceItKnowsItsCell() {
    WorldView fresh = new WorldView(RULES, true, anomalies::add);

    fresh.self(4);
    assertThat(fresh.joined()).isFalse();
    fresh.position(4, 1, 1);

    assertThat(fresh.joined()).isTrue();
    assertThat(anomalies).isEmpty();
  }

  @Test
  void piecesCannotBeChangedFromOutside() {
    assertThatThrownBy(() -> view.pieces().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
