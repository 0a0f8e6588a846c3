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
}
