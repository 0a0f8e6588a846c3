package simul.conformance.mutant;

import java.util.function.Predicate;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Announcer;
import simul.spec.reference.io.Connection;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** An announcer whose loop over the clients ends at the first that it takes for broken. */
final class EndingBroadcast extends Announcer {
  private final Predicate<Connection> broken;
  private boolean ended;

  EndingBroadcast(Protocol protocol, World world, Predicate<Connection> broken) {
    super(protocol, world);
    this.broken = broken;
  }

  @Override
  public void joined(int id, Connection connection) {
    ended = false;
    super.joined(id, connection);
  }

  @Override
  public void moved(int id, Cell before, Cell after, long stamp) {
    ended = false;
    super.moved(id, before, after, stamp);
  }

  @Override
  public void left(int id) {
    ended = false;
    super.left(id);
  }

  @Override
  protected void tell(Connection listener, byte[] bytes) {
    ended |= broken.test(listener);
    if (!ended) {
      super.tell(listener, bytes);
    }
  }
}
