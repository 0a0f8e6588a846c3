package simul.spec.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;

class WorldTest {
  private static final WorldRules RULES =
      new WorldRules(8, 8, WorldRules.BlockedReply.OPTIONAL, 10);

  private final World world = World.inRows(RULES);

  @Test
  void newcomersGetTheLowestIdsAndCellsInRows() {
    for (int id = 0; id < 10; id++) {
      assertThat(world.join()).hasValue(id);
    }

    assertThat(world.cell(0)).isEqualTo(new Cell(0, 0));
    assertThat(world.cell(7)).isEqualTo(new Cell(7, 0));
    assertThat(world.cell(8)).isEqualTo(new Cell(0, 1));
  }

  @Test
  void fullWorldTakesNobody() {
    for (int id = 0; id < 10; id++) {
      assertThat(world.join()).isPresent();
    }

    assertThat(world.join()).isEmpty();
    assertThat(world.contains(10)).isFalse();
  }

  @Test
  void lowestFreeIdIsGivenAgain() {
    for (int id = 0; id < 5; id++) {
      assertThat(world.join()).hasValue(id);
    }

    world.leave(3);
    world.leave(1);

    assertThat(world.join()).hasValue(1);
    assertThat(world.join()).hasValue(3);
    assertThat(world.join()).hasValue(5);
  }

  @Test
  void movedPieceIsWhereTheMoveLed() {
    assertThat(world.join()).hasValue(0);

    assertThat(world.move(0, Direction.RIGHT)).isEqualTo(new Cell(1, 0));
    assertThat(world.move(0, Direction.UP)).isEqualTo(new Cell(1, 0));
    assertThat(world.cell(0)).isEqualTo(new Cell(1, 0));
  }

  @Test
  void newOwnerOfIdStartsAfresh() {
    assertThat(world.join()).hasValue(0);
    assertThat(world.move(0, Direction.DOWN)).isEqualTo(new Cell(0, 1));

    world.leave(0);

    assertThat(world.contains(0)).isFalse();
    assertThat(world.join()).hasValue(0);
    assertThat(world.cell(0)).isEqualTo(new Cell(0, 0));
  }

  @Test
  void nobodyHasIdThatWasNotGiven() {
    assertThat(world.contains(-1)).isFalse();
    assertThatThrownBy(() -> world.cell(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nobody has ID 4");
    assertThatThrownBy(() -> world.move(-1, Direction.UP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nobody has ID -1");
  }

  @Test
  void startCellsWrapOnSmallBoard() {
    World small = World.inRows(new WorldRules(2, 2, WorldRules.BlockedReply.NEVER, 5));
    for (int id = 0; id < 5; id++) {
      assertThat(small.join()).hasValue(id);
    }

    assertThat(small.cell(3)).isEqualTo(new Cell(1, 1));
    assertThat(small.cell(4)).isEqualTo(new Cell(0, 0));
  }

  /** Numbers below 10 leave, if they are there; the others join. */
  @Provide
  Arbitrary<int[]> comings() {
    return Arbitraries.integers().between(0, 19).array(int[].class).ofMaxSize(80);
  }

  @Property(tries = 200)
  void idsAreAlwaysTheLowestFree(@ForAll("comings") int[] comings) {
    World tested = World.inRows(RULES);
    TreeSet<Integer> present = new TreeSet<>();

    for (int coming : comings) {
      if (coming < 10 && present.remove(coming)) {
        tested.leave(coming);
      } else if (coming >= 10) {
        int lowest = 0;
        while (present.contains(lowest)) {
          lowest++;
        }
        assertThat(tested.join().orElse(10)).isEqualTo(lowest);
        present.add(lowest);
        present.remove(10);
      }
      for (int id = 0; id < 10; id++) {
        assertThat(tested.contains(id)).isEqualTo(present.contains(id));
      }
    }
  }
}
