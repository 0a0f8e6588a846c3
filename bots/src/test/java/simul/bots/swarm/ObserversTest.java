package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Tally;
import simul.bots.swarm.Sightings.Sight;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;
import simul.spec.reference.ReferenceServer;
import simul.spec.world.Cell;

/** Which bots are held against all that they are told, and what becomes of the others. */
@Timeout(60)
class ObserversTest {
  private static final WorldRules RULES =
      new WorldRules(8, 8, WorldRules.BlockedReply.OPTIONAL, 10);

  @ParameterizedTest
  @CsvSource({"1, 10", "3, 10", "10, 10", "200, 5000", "999, 1000"})
  void thereAreAsManyAsWereAskedFor(int count, int bots) {
    Observers observers = new Observers(count, bots);

    assertThat(IntStream.range(0, bots).filter(observers::observes)).hasSize(count);
    assertThat(observers.observes(0)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 1000", "2000, 500", "5000, 200", "20000, 50"})
  void viewsOfAllTogetherHoldMillionPiecesAtMost(int bots, int observers) {
    assertThat(Observers.of(RULES, bots).count()).isEqualTo(observers);
  }

  @Test
  void botsThatComeLaterObserveWhileTheyAreFew() {
    Observers observers = Observers.of(RULES, 10);

    assertThat(observers.observes(999)).isTrue();
    assertThat(observers.observes(1_000)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "11, 10"})
  void nobodyAndMoreThanThereAreIsNoNumberOfObservers(int count, int bots) {
    assertThatThrownBy(() -> new Observers(count, bots))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("observers must be in 1..10, but is " + count);
  }

  @Test
  void whoeverDoesNotObserveIsOwedItsOwnMovesAlone() {
    Sightings sightings = new Sightings(RULES, new Observers(1, 2), new Tally());
    sightings.join(0, new Cell(0, 0));
    sightings.join(1, new Cell(5, 5));
    sightings.meetAll();

    sightings.moved(0, Direction.RIGHT, 0, 0);
    sightings.moved(1, Direction.LEFT, 0, 0);

    // The observer's own, the other's own, and the other's as the observer sees it.
    assertThat(sightings.outstanding()).isEqualTo(3);
    assertThat(sightings.see(1, 0, new Cell(7, 7), 1)).isEqualTo(Sight.UNJUDGED);
    assertThat(sightings.see(1, 1, new Cell(4, 5), 1)).isEqualTo(Sight.DUE);
    assertThat(sightings.see(0, 1, new Cell(4, 5), 1)).isEqualTo(Sight.DUE);
    assertThat(sightings.see(0, 0, new Cell(1, 0), 1)).isEqualTo(Sight.DUE);
    assertThat(sightings.outstanding()).isZero();
    sightings.drop(1);
    assertThat(sightings.players()).isEqualTo(1);
  }

  @Test
  void threeObserversOfTenAreToldOfEverything() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      SwarmPlan plan = plan(server, 3);

      SwarmResult result = new Swarm(plan).run(progress -> {});

      // Each of 200 moves is owed to its mover and the three, who are one fewer where one moved.
      assertThat(result.sights()).isEqualTo(new SwarmResult.Sights(740, 740));
      assertThat(result.moves()).isEqualTo(new SwarmResult.Moves(200, 200, 200, 0));
      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
    }
  }

  @Test
  void observersFindWhatOneOfThemIsNotTold() throws Exception {
    int[] positions = {0};
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              boolean lost =
                  client == 0
                      && Swarms.isPosition(packets)
                      && packets[2] != 0
                      && ++positions[0] == 50;
              if (!lost) {
                to.send(packets);
              }
            })) {
      SwarmResult result = new Swarm(plan(server, 3)).run(progress -> {});

      assertThat(Swarms.rules(result)).contains("MOVE-002");
    }
  }

  private static SwarmPlan plan(ReferenceServer server, int observers) {
    Load load = Load.of(10, 50, Duration.ofMillis(400));
    return new SwarmPlan(
        TamperedServer.PROTOCOL,
        server.address(),
        load,
        7,
        Duration.ofSeconds(1),
        new Observers(observers, 10));
  }
}
