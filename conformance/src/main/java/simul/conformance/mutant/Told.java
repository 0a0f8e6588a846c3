package simul.conformance.mutant;

import java.util.Map;
import java.util.Optional;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Announcer;
import simul.spec.reference.io.Connection;
import simul.spec.world.World;

/** Lets other parts of a faulty server tell clients something: the announcer, once there is one. */
final class Told {
  private Reachable announcer;

  /** Makes the announcer reachable. */
  Infection reachable() {
    return Infection.ofAnnouncer(
        (protocol, world) -> {
          announcer = new Reachable(protocol, world);
          return announcer;
        });
  }

  /** The ID of whoever plays through a connection. */
  Optional<Integer> id(Connection connection) {
    return announcer.everybody().entrySet().stream()
        .filter(client -> client.getValue().equals(connection))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The connections of all who play, by ID. */
  Map<Integer, Connection> everybody() {
    return announcer.everybody();
  }

  /** Tells a client what it knows already. */
  void remind(Connection connection) {
    id(connection).ifPresent(announcer::poked);
  }

  /** Tells everybody that somebody has left. */
  void tellLogout(int id) {
    announcer.tellLogout(id);
  }

  /** Lets something happen of which nobody is told. */
  void nothingDuring(Runnable change) {
    announcer.silent = true;
    change.run();
    announcer.silent = false;
  }

  private static final class Reachable extends Announcer {
    private boolean silent;

    Reachable(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void tell(Connection listener, byte[] bytes) {
      if (!silent) {
        super.tell(listener, bytes);
      }
    }

    void tellLogout(int id) {
      clients().values().forEach(listener -> tell(listener, encoder().leave(id)));
    }

    Map<Integer, Connection> everybody() {
      return clients();
    }
  }
}
