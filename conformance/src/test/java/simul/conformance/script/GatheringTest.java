package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import simul.conformance.odd.OddServers;
import simul.conformance.odd.Servers;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.reference.Announcer;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.world.World;

/** Joining where others have only just left. */
class GatheringTest {
  private static final Protocol PROTOCOL = Servers.HOMEWORK3;
  private static final Duration LONG = Duration.ofSeconds(5);

  /** Long enough that everything else has happened by then. */
  private static final long LATE_MILLIS = 200;

  @Test
  void pieceOfSomebodyWhoHasLeftIsNotTakenForThatOfItsSuccessor() throws Exception {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try (ReferenceServer server = Servers.of(PROTOCOL, parts -> reusing(parts, timer))) {
      Target target = new Target(PROTOCOL, server.address(), LONG);

      Outcome outcome =
          Trial.run(
              target,
              2,
              starts -> {
                assertThat(starts).extracting(Start::cell).extracting(cell -> cell.x()).contains(0);
                byte[] move = PROTOCOL.requestEncoder().move(Direction.DOWN);
                return new Script.Builder(2).send(0, move).settle().build();
              });

      assertThat(outcome).isInstanceOf(Outcome.Held.class);
    } finally {
      timer.shutdownNow();
      boolean ended = timer.awaitTermination(5, TimeUnit.SECONDS);
      assertThat(ended).isTrue();
    }
  }

  private static Parts reusing(Parts parts, ScheduledExecutorService timer) {
    int departing = parts.world().join().orElseThrow();
    assertThat(departing).isZero();
    Parts threaded =
        OddServers.find("serves-each-client-by-thread").orElseThrow().alter().apply(parts);
    return threaded.withAnnouncer(
        (protocol, world) -> new HearingLate(protocol, world, departing, timer));
  }

  /**
   * The first client is told at once of somebody who then leaves; of this, and of all that comes
   * after, it is told late.
   */
  private static final class HearingLate extends Announcer {
    private final int departing;
    private final ScheduledExecutorService timer;
    private Connection first;

    HearingLate(Protocol protocol, World world, int departing, ScheduledExecutorService timer) {
      super(protocol, world);
      this.departing = departing;
      this.timer = timer;
    }

    @Override
    public void joined(int id, Connection connection) {
      super.joined(id, connection);
      if (first == null) {
        tell(connection, encoder().enter(departing, world().cell(departing)));
        first = connection;
        world().leave(departing);
        tell(connection, encoder().leave(departing));
      }
    }

    @Override
    protected void tell(Connection listener, byte[] bytes) {
      if (listener.equals(first)) {
        var ignored =
            timer.schedule(() -> super.tell(listener, bytes), LATE_MILLIS, TimeUnit.MILLISECONDS);
      } else {
        super.tell(listener, bytes);
      }
    }
  }
}
