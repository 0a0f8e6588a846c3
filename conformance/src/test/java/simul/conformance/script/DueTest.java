package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import simul.spec.world.Cell;

class DueTest {
  private static final Cell A = new Cell(0, 0);
  private static final Cell B = new Cell(1, 0);
  private static final Cell C = new Cell(2, 0);

  private final Due due = new Due(true, A);

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
    Due latest = new Due(false, A);
    latest.add(B, false);
    latest.add(A, false);

    assertThat(latest.next()).isEmpty();
  }
}
