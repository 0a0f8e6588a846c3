package simul.spec.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.model.Direction;
import simul.spec.model.Roles;
import simul.spec.model.Spec;
import simul.spec.model.WorldRules.Full;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.world.Cell;
import simul.spec.world.World;

/**
 * The handout's server, sockets aside: who joins, moves and leaves (handout, sections 1 to 4). Who
 * is told what is the {@link Announcer}'s business. One thread at a time, as {@link
 * ConnectionHandler} promises.
 */
public final class Game implements ConnectionHandler {
  private final Parts parts;
  private final Spec spec;
  private final World world;
  private final Announcer announcer;
  private final Map<Connection, Session> sessions = new LinkedHashMap<>();

  public Game(Parts parts) {
    this.parts = parts;
    this.spec = parts.protocol().spec();
    this.world = parts.world();
    this.announcer = parts.announcer().apply(parts.protocol(), world);
  }

  @Override
  public void opened(Connection connection) {
    Session session = new Session(connection);
    sessions.put(connection, session);
    if (spec.roles().hello().isEmpty()) {
      session.join();
    }
  }

  @Override
  public void received(Connection connection, byte[] bytes, int from, int to) {
    Session session = sessions.get(connection);
    if (session != null && !session.refused) {
      session.reassembly.received(bytes, from, to, session).ifPresent(connection::close);
    }
  }

  @Override
  public void closed(Connection connection, String reason) {
    Session session = sessions.remove(connection);
    if (session == null || !session.joined) {
      log(connection, reason);
      return;
    }
    session.leave();
    Duration stay = Duration.between(session.since, parts.clock().instant());
    log(connection, "left as " + session.id + " after " + stay.toMillis() + " ms: " + reason);
  }

  @Override
  public void refused(String peer, String reason) {
    log(peer, "refused: " + reason);
  }

  private void log(Connection connection, String text) {
    log(connection.peer(), text);
  }

  private void log(String peer, String text) {
    parts.log().accept(parts.clock().instant() + " " + peer + " " + text);
  }

  /** A connection, and what it asks for. */
  private final class Session implements Requests {
    final Connection connection;
    final RequestDecoder decoder;
    final Reassembly reassembly;
    Instant since;
    int id;
    boolean joined;
    boolean refused;

    Session(Connection connection) {
      this.connection = connection;
      this.decoder = parts.protocol().newRequestDecoder();
      this.reassembly = parts.reassembly().apply(decoder);
    }

    @Override
    public void hello() {
      if (!joined && !refused) {
        join();
      }
    }

    void join() {
      OptionalInt free = freeId();
      if (free.isEmpty()) {
        refuse();
        return;
      }
      id = free.getAsInt();
      joined = true;
      since = parts.clock().instant();
      decoder.identify(id);
      announcer.joined(id, connection);
      log(connection, "joined as " + id);
    }

    private OptionalInt freeId() {
      if (spec.roles().identity() != Roles.Identity.CHOSEN) {
        return world.join();
      }
      int chosen = decoder.chosenId();
      return world.join(chosen) ? OptionalInt.of(chosen) : OptionalInt.empty();
    }

    private void refuse() {
      refused = true;
      Full full = spec.world().slots().full();
      if (full == Full.PACKET) {
        connection.send(parts.protocol().eventEncoder().refused());
      }
      if (full == Full.SILENCE) {
        log(connection, "left unanswered: the limit is " + spec.world().maxClients());
      } else {
        connection.close("refused: the limit is " + spec.world().maxClients());
      }
    }

    @Override
    public void move(Direction direction) {
      if (joined) {
        Cell before = world.cell(id);
        announcer.moved(id, before, world.move(id, direction), decoder.stamp());
      }
    }

    @Override
    public void moveTo(int x, int y) {
      if (joined) {
        Cell before = world.cell(id);
        announcer.moved(id, before, world.moveTo(id, x, y), decoder.stamp());
      }
    }

    @Override
    public void poke() {
      if (joined) {
        announcer.poked(id);
      }
    }

    @Override
    public void bye() {
      connection.close("said goodbye");
    }

    void leave() {
      joined = false;
      world.leave(id);
      announcer.left(id);
    }
  }
}
