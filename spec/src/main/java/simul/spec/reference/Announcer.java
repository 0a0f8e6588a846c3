package simul.spec.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import simul.spec.meaning.EventEncoder;
import simul.spec.meaning.Protocol;
import simul.spec.model.WorldRules;
import simul.spec.model.WorldRules.Audience;
import simul.spec.reference.io.Connection;
import simul.spec.world.Board;
import simul.spec.world.Cell;
import simul.spec.world.World;

/**
 * Tells clients what has happened, each as much as the spec says: everybody, or those in view, by
 * an event for each change or by snapshots of all (handout, sections 1 to 3). One thread at a time.
 */
public class Announcer {
  private final World world;
  private final WorldRules rules;
  private final EventEncoder encoder;
  private final Map<Integer, Connection> clients = new LinkedHashMap<>();
  private final Map<Integer, Acquaintances> seen = new HashMap<>();
  private final boolean canAsk;

  /**
   * Nobody to tell yet.
   *
   * @param world what snapshots show; kept by the {@link Game}
   */
  public Announcer(Protocol protocol, World world) {
    this.world = world;
    this.rules = protocol.spec().world();
    this.encoder = protocol.eventEncoder();
    this.canAsk = !protocol.spec().roles().poke().isEmpty();
  }

  /** How events are written. */
  protected final EventEncoder encoder() {
    return encoder;
  }

  /** Everybody who is told, by ID, in the order of their joins. */
  protected final Map<Integer, Connection> clients() {
    return clients;
  }

  /** The world that the clients are told of. */
  protected final World world() {
    return world;
  }

  /** A client is in the game, on its cell: it is told of all, and all are told of it. */
  public void joined(int id, Connection connection) {
    seen.put(id, new Acquaintances());
    welcome(id, connection);
    introduce(id, connection);
    present(id);
    clients.put(id, connection);
    show(connection);
    showAll(other -> other != id && hears(other));
  }

  /** Tells a newcomer its own ID, and where its piece is. */
  protected void welcome(int newcomer, Connection connection) {
    tell(connection, encoder.self(newcomer, world.cell(newcomer)));
  }

  /** Tells a newcomer who is there already, and where. */
  protected void introduce(int newcomer, Connection connection) {
    for (int other : clients.keySet()) {
      if (sees(newcomer, other)) {
        appear(newcomer, connection, other, world.cell(other));
      }
    }
  }

  /** Tells those who are there already of a newcomer, and where it is. */
  protected void present(int newcomer) {
    for (Map.Entry<Integer, Connection> other : clients.entrySet()) {
      if (hears(other.getKey()) && sees(other.getKey(), newcomer)) {
        appear(other.getKey(), other.getValue(), newcomer, world.cell(newcomer));
      }
    }
  }

  /** A piece was to move: it is told to whom it concerns, unless it stayed and that is silent. */
  public void moved(int id, Cell before, Cell after, long stamp) {
    boolean stayed = before.equals(after);
    if (stayed && rules.blockedReply() == WorldRules.BlockedReply.NEVER) {
      return;
    }
    byte[] position = encoder.position(id, after, stamp);
    Connection mover = clients.get(id);
    if (rules.telling().audience() == Audience.MOVER) {
      if (mover != null) {
        position(id, mover, id, position);
        show(mover);
      }
      return;
    }
    for (Map.Entry<Integer, Connection> client : clients.entrySet()) {
      if (isTold(client.getKey(), id)) {
        position(client.getKey(), client.getValue(), id, position);
      }
    }
    if (rules.telling().audience() == Audience.VIEW && mover != null) {
      lookAround(id, mover);
    }
    showAll(other -> isTold(other, id));
  }

  /** A client wants to know how the world is. */
  public void poked(int id) {
    Connection client = clients.get(id);
    if (client == null) {
      return;
    }
    if (encoder.hasSnapshot()) {
      show(client);
      return;
    }
    for (int gone : seen.get(id).all()) {
      if (!world.contains(gone)) {
        disappear(id, client, gone);
      }
    }
    world
        .pieces()
        .forEach((other, cell) -> position(id, client, other, encoder.position(other, cell)));
  }

  /** A client is gone, and its piece off the board. */
  public void left(int id) {
    clients.remove(id);
    seen.remove(id);
    byte[] leave = encoder.leave(id);
    for (Map.Entry<Integer, Connection> client : clients.entrySet()) {
      if (hears(client.getKey()) && seen.get(client.getKey()).remove(id)) {
        tell(client.getValue(), leave);
      }
    }
    showAll(this::hears);
  }

  /** Whether a client is told of joins and leaves when they happen. */
  private boolean hears(int observer) {
    return clients.containsKey(observer) && rules.telling().audience() != Audience.MOVER;
  }

  private boolean isTold(int observer, int mover) {
    return switch (rules.telling().audience()) {
      case ALL, VIEW -> true;
      case OTHERS -> observer != mover;
      case MOVER -> observer == mover;
    };
  }

  private boolean sees(int observer, int id) {
    return switch (rules.telling().audience()) {
      case ALL, OTHERS -> true;
      case MOVER -> canAsk;
      case VIEW -> Board.isInView(world.cell(observer), world.cell(id), rules.telling().view());
    };
  }

  /** Tells a client of a piece that it has not heard of. */
  protected void appear(int observer, Connection listener, int id, Cell cell) {
    seen.get(observer).add(id);
    tell(listener, encoder.enter(id, cell));
  }

  private void disappear(int observer, Connection listener, int id) {
    seen.get(observer).remove(id);
    tell(listener, encoder.leave(id));
  }

  /** A position, or, where the piece has come into or gone out of view, that it has. */
  private void position(int observer, Connection listener, int id, byte[] position) {
    boolean known = observer == id || seen.get(observer).contains(id);
    if (sees(observer, id) || observer == id) {
      if (known) {
        tell(listener, position);
      } else {
        appear(observer, listener, id, world.cell(id));
      }
    } else if (known) {
      disappear(observer, listener, id);
    }
  }

  /** The mover's own view has moved with it. */
  private void lookAround(int mover, Connection connection) {
    for (int other : clients.keySet()) {
      boolean known = seen.get(mover).contains(other);
      if (other != mover && known != sees(mover, other)) {
        if (known) {
          disappear(mover, connection, other);
        } else {
          appear(mover, connection, other, world.cell(other));
        }
      }
    }
  }

  /** Shows all to those of whom that is true. */
  private void showAll(IntPredicate due) {
    if (encoder.hasSnapshot()) {
      clients.forEach(
          (other, listener) -> {
            if (due.test(other)) {
              show(listener);
            }
          });
    }
  }

  private void show(Connection listener) {
    tell(listener, encoder.snapshot(world.pieces()));
  }

  /** Sends bytes, if there are any. */
  protected void tell(Connection listener, byte[] bytes) {
    if (bytes.length > 0) {
      listener.send(bytes);
    }
  }
}
