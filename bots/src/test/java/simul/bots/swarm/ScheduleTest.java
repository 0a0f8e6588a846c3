package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void everyBotMovesAtItsRate() {
    Schedule schedule = new Schedule(7, 20, new SplittableRandom(1));
    int[] moves = new int[7];

    while (schedule.nextNanos() < 2_000_000_000L) {
      moves[schedule.nextBot()]++;
      schedule.advance();
    }

    assertThat(moves).containsOnly(40);
  }

  @Test
  void movesAreDueInOrder() {
    Schedule schedule = new Schedule(5, 3, new SplittableRandom(2));
    List<Long> due = new ArrayList<>();

    for (int i = 0; i < 100; i++) {
      due.add(schedule.nextNanos());
      schedule.advance();
    }

    assertThat(due).isSorted();
  }

  @Test
  void longRunDoesNotDrift() {
    Schedule schedule = new Schedule(1, 3, new SplittableRandom(3));
    long first = schedule.nextNanos();

    for (int i = 0; i < 3 * 3600; i++) {
      schedule.advance();
    }

    assertThat(schedule.nextNanos() - first).isEqualTo(3_600_000_000_000L);
  }

  @Test
  void changedRateShiftsNoMoveThatIsDueAndScalesTheRest() {
    Schedule schedule = new Schedule(4, 10, new SplittableRandom(4));
    long now = 1_000_000_000L;
    while (schedule.nextNanos() <= now) {
      schedule.advance();
    }
    int bot = schedule.nextBot();
    long wait = schedule.nextNanos() - now;

    schedule.changeRate(40, now);

    assertThat(schedule.nextBot()).isEqualTo(bot);
    assertThat(schedule.nextNanos() - now).isBetween(wait / 4 - 1, wait / 4 + 1);
    int moves = 0;
    while (schedule.nextNanos() < 3 * now) {
      moves++;
      schedule.advance();
    }
    assertThat(moves).isEqualTo(4 * 40 * 2);
  }

  @Test
  void moveThatIsOverdueStaysDueAtOnceWhenTheRateChanges() {
    Schedule schedule = new Schedule(2, 10, new SplittableRandom(5));

    schedule.changeRate(1, 5_000_000_000L);

    assertThat(schedule.nextNanos()).isEqualTo(5_000_000_000L);
  }

  @Test
  void botsThatAreAddedMoveAtTheSameRate() {
    Schedule schedule = new Schedule(0, 20, new SplittableRandom(6));
    assertThat(schedule.nextNanos()).isEqualTo(Long.MAX_VALUE);

    schedule.add(2, 0);
    int[] moves = new int[5];
    while (schedule.nextNanos() < 500_000_000L) {
      moves[schedule.nextBot()]++;
      schedule.advance();
    }
    schedule.add(3, 500_000_000L);
    long last = 0;
    while (schedule.nextNanos() < 1_000_000_000L) {
      assertThat(schedule.nextNanos()).isGreaterThanOrEqualTo(last);
      last = schedule.nextNanos();
      moves[schedule.nextBot()]++;
      schedule.advance();
    }

    assertThat(moves).containsExactly(20, 20, 10, 10, 10);
  }
}
