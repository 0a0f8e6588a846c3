package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import simul.conformance.probe.Told;
import simul.spec.world.Cell;

class DueTest {
  private static final Told A = Told.at(new Cell(0, 0));
  private static final Told B = Told.at(new Cell(1, 0));
  private static final Told C = Told.at(new Cell(2, 0));

  private final Due due = new Due(true, A.cell());

  @Test
  void owesNothingAtFirst() {
    assertThat(due.next()).isEmpty();
    assertThat(due.accept(A)).isFalse();
  }

  @Test
  void acceptsWhatIsDueInItsOrderOnly() {
    due.add(A, false);
    due.add(B, false);

    assertThat(due.accept(B)).isFalse();
    assertThat(due.accept(A)).isTrue();
    assertThat(due.accept(A)).isFalse();
    assertThat(due.accept(B)).isTrue();
    assertThat(due.next()).isEmpty();
  }

  @Test
  void namesTheNextThatMustCome() {
    due.add(A, true);
    due.add(B, false);

    assertThat(due.next()).contains(B);
  }

  @Test
  void acceptsOptionalOneInItsPlace() {
    due.add(A, true);
    due.add(B, false);

    assertThat(due.accept(A)).isTrue();
    assertThat(due.accept(B)).isTrue();
  }

  @Test
  void doesNotMissOptionalOne() {
    due.add(A, true);
    due.add(B, false);

    assertThat(due.accept(B)).isTrue();
    assertThat(due.accept(A)).isFalse();
  }

  @Test
  void acceptsOptionalOneThatComesWhenNothingMustCome() {
    due.add(A, true);

    assertThat(due.next()).isEmpty();
    assertThat(due.accept(A)).isTrue();
    assertThat(due.accept(A)).isFalse();
  }

  @Test
  void doesNotPassOverOneThatMustCome() {
    due.add(A, true);
    due.add(B, false);
    due.add(C, false);

    assertThat(due.accept(C)).isFalse();
    assertThat(due.next()).contains(B);
  }

  @Test
  void laterPositionStandsForThoseBeforeItWhereOnlyTheLatestIsTold() {
    Due latest = new Due(false, new Cell(5, 5));
    latest.add(A, false);
    latest.add(B, false);
    latest.add(C, false);

    assertThat(latest.accept(C)).isTrue();
    assertThat(latest.next()).isEmpty();
    assertThat(latest.accept(A)).isFalse();
  }

  @Test
  void pieceThatComesByAgainMayStillTellTheWayBetween() {
    Due latest = new Due(false, new Cell(5, 5));
    latest.add(B, false);
    latest.add(A, false);
    latest.add(B, false);

    assertThat(latest.accept(B)).isTrue();
    assertThat(latest.accept(A)).isTrue();
    assertThat(latest.next()).contains(B);
    assertThat(latest.accept(B)).isTrue();
    assertThat(latest.next()).isEmpty();
  }

  @Test
  void pieceThatHasComeBackOwesNothingWhereOnlyTheLatestIsTold() {
    Due latest = new Due(false, A.cell());
    latest.add(B, false);
    latest.add(A, false);

    assertThat(latest.next()).isEmpty();
  }

  @Test
  void acceptsWhatCanBeSeveralOfThoseDueAndGoesOnWithAll() {
    due.add(A, true);
    due.add(B, true);
    due.add(A, false);
    due.add(C, false);

    assertThat(due.accept(A)).isTrue();
    assertThat(due.next()).contains(C);
    assertThat(due.accept(B)).isTrue();
    assertThat(due.next()).contains(A);
  }

  @Test
  void presenceIsDueInItsPlace() {
    due.add(Told.ENTER, false);
    due.add(A, false);
    due.add(Told.LEAVE, false);

    assertThat(due.accept(A)).isFalse();
    assertThat(due.accept(Told.LEAVE)).isFalse();
    assertThat(due.accept(Told.ENTER)).isTrue();
    assertThat(due.accept(Told.ENTER)).isFalse();
    assertThat(due.accept(A)).isTrue();
    assertThat(due.next()).contains(Told.LEAVE);
  }

  @Test
  void whatIsRelaxedNeedNotCome() {
    due.add(A, false);
    due.add(B, false);
    due.relax();
    due.add(Told.LEAVE, false);

    assertThat(due.next()).contains(Told.LEAVE);
    assertThat(due.accept(B)).isTrue();
    assertThat(due.accept(Told.LEAVE)).isTrue();
    assertThat(due.accept(Told.LEAVE)).isFalse();
  }

  @Test
  void lastPositionBeforeDepartureIsNotMissedWhereOnlyTheLatestIsTold() {
    Due latest = new Due(false, A.cell());
    latest.add(B, false);
    latest.add(Told.LEAVE, false);

    assertThat(latest.accept(Told.LEAVE)).isTrue();
    assertThat(latest.next()).isEmpty();
  }

  @Test
  void longRunsAreForgottenAndCountedOn() {
    for (int i = 0; i < 20_000; i++) {
      due.add(i % 2 == 0 ? B : C, false);
      assertThat(due.accept(i % 2 == 0 ? B : C)).isTrue();
    }

    assertThat(due.next()).isEmpty();
    assertThat(due.accept(B)).isFalse();
  }
}
