package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Tally;
import simul.bots.swarm.Sightings.Sight;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;
import simul.spec.world.Cell;

class SightingsTest {
  private static final int MOVER = 0;
  private static final int OTHER = 1;
  private static final int LATE = 2;
  private static final long MILLI = 1_000_000;

  private final Tally tally = new Tally();
  private final Sightings sightings =
      new Sightings(
          new WorldRules(8, 8, WorldRules.BlockedReply.OPTIONAL, 10), new Observers(3, 3), tally);

  @BeforeEach
  void twoPlay() {
    sightings.join(MOVER, new Cell(0, 0));
    sightings.join(OTHER, new Cell(5, 5));
    sightings.meetAll();
  }

  private Sight see(int observer, int x, int y) {
    return sightings.see(observer, MOVER, new Cell(x, y), 10 * MILLI);
  }

  private void move(Direction direction) {
    sightings.moved(MOVER, direction, 2 * MILLI, 4 * MILLI);
  }

  @Test
  void moveIsDueToEverybodyWhoPlays() {
    move(Direction.RIGHT);

    assertThat(sightings.outstanding()).isEqualTo(2);
    assertThat(see(MOVER, 1, 0)).isEqualTo(Sight.DUE);
    assertThat(see(OTHER, 1, 0)).isEqualTo(Sight.DUE);
    assertThat(sightings.outstanding()).isZero();
    assertThat(sightings.sights()).isEqualTo(new SwarmResult.Sights(2, 2));
  }

  @Test
  void responseCountsFromTheScheduleAndServiceFromTheSending() {
    move(Direction.RIGHT);

    see(MOVER, 1, 0);
    see(OTHER, 1, 0);

    assertThat(tally.times().response().max()).isBetween(8.0, 8.1);
    assertThat(tally.times().service().max()).isBetween(6.0, 6.1);
    assertThat(tally.times().propagation().max()).isBetween(8.0, 8.1);
    assertThat(tally.times().propagation().count()).isEqualTo(1);
  }

  @Test
  void sightOfUnmovedPieceIsRepeated() {
    move(Direction.RIGHT);
    see(OTHER, 1, 0);

    assertThat(see(OTHER, 1, 0)).isEqualTo(Sight.REPEATED);
    assertThat(sightings.sights()).isEqualTo(new SwarmResult.Sights(2, 1));
  }

  @Test
  void laterMoveMeansThatTheOnesBeforeWereLost() {
    move(Direction.RIGHT);
    move(Direction.DOWN);
    move(Direction.DOWN);

    assertThat(see(OTHER, 1, 2)).isEqualTo(Sight.LATER);
    assertThat(sightings.skipped()).isEqualTo(2);
    assertThat(sightings.pending(OTHER, MOVER)).isZero();
    assertThat(sightings.sights()).isEqualTo(new SwarmResult.Sights(6, 1));
  }

  @Test
  void cellOffTheWayIsElsewhereAndTakesOneMovesPlace() {
    move(Direction.RIGHT);
    move(Direction.DOWN);

    assertThat(see(OTHER, 0, 7)).isEqualTo(Sight.ELSEWHERE);
    assertThat(see(OTHER, 1, 1)).isEqualTo(Sight.DUE);
    assertThat(sightings.sights()).isEqualTo(new SwarmResult.Sights(4, 1));
  }

  @Test
  void moversOwnSightSaysWhereItsLaterMovesBegin() {
    move(Direction.RIGHT);
    move(Direction.DOWN);

    assertThat(see(MOVER, 4, 4)).isEqualTo(Sight.ELSEWHERE);
    assertThat(sightings.log(MOVER).lastCell()).isEqualTo(new Cell(4, 5));
    assertThat(see(MOVER, 4, 5)).isEqualTo(Sight.DUE);
  }

  @Test
  void pieceThatMovesUnaskedIsElsewhere() {
    assertThat(see(OTHER, 0, 1)).isEqualTo(Sight.ELSEWHERE);
    assertThat(sightings.outstanding()).isZero();
  }

  @Test
  void newcomerIsOwedWhatIsSentAfterItsFirstSight() {
    sightings.expect(LATE);
    sightings.join(LATE, new Cell(7, 7));
    move(Direction.RIGHT);

    assertThat(sightings.pending(LATE, MOVER)).isZero();
    assertThat(see(LATE, 1, 0)).isEqualTo(Sight.UNJUDGED);
    move(Direction.RIGHT);

    assertThat(sightings.pending(LATE, MOVER)).isEqualTo(1);
    assertThat(see(LATE, 2, 0)).isEqualTo(Sight.DUE);
    assertThat(see(LATE, 2, 0)).isEqualTo(Sight.REPEATED);
  }

  @Test
  void movesOnTheirWayWhenSomebodyCameMayBeTold() {
    move(Direction.RIGHT);
    move(Direction.LEFT);
    sightings.expect(LATE);
    sightings.join(LATE, new Cell(7, 7));

    assertThat(see(LATE, 0, 0)).isEqualTo(Sight.UNJUDGED);
    assertThat(see(LATE, 1, 0)).isEqualTo(Sight.UNJUDGED);
    assertThat(see(LATE, 0, 0)).isEqualTo(Sight.UNJUDGED);
    move(Direction.DOWN);
    assertThat(see(LATE, 0, 1)).isEqualTo(Sight.DUE);
    assertThat(sightings.pending(LATE, MOVER)).isZero();
    assertThat(tally.times().propagation().count()).isEqualTo(1);
  }

  @Test
  void movesThatWereToldBeforeSomebodyCameAreNotForgiven() {
    move(Direction.RIGHT);
    move(Direction.RIGHT);
    see(MOVER, 1, 0);
    see(MOVER, 2, 0);
    sightings.expect(LATE);
    sightings.join(LATE, new Cell(7, 7));

    assertThat(see(LATE, 0, 0)).isEqualTo(Sight.ELSEWHERE);
  }

  @Test
  void whoeverComesBackIsAnotherPlayer() {
    move(Direction.RIGHT);
    sightings.drop(MOVER);
    sightings.join(MOVER, new Cell(4, 4));

    assertThat(see(OTHER, 4, 4)).isEqualTo(Sight.UNJUDGED);
    move(Direction.UP);

    assertThat(see(OTHER, 4, 3)).isEqualTo(Sight.DUE);
    assertThat(see(MOVER, 4, 3)).isEqualTo(Sight.DUE);
    assertThat(sightings.outstanding()).isZero();
  }

  @Test
  void slowReaderIsCheckedButNotTimed() {
    sightings.doNotTime(OTHER);
    move(Direction.RIGHT);

    assertThat(see(OTHER, 1, 0)).isEqualTo(Sight.DUE);
    assertThat(tally.times().propagation().count()).isZero();
  }

  @Test
  void nothingIsDueToOrFromWhoeverIsGone() {
    move(Direction.RIGHT);
    sightings.moved(OTHER, Direction.UP, 0, 0);

    sightings.drop(MOVER);

    assertThat(sightings.outstanding()).isEqualTo(1);
    assertThat(see(OTHER, 1, 0)).isEqualTo(Sight.UNJUDGED);
    sightings.drop(MOVER);
    assertThat(sightings.players()).isEqualTo(1);
    assertThat(sightings.outstanding()).isEqualTo(1);
  }
}
