package simul.spec.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import simul.spec.meaning.EventEncoder;
import simul.spec.meaning.Requests;
import simul.spec.model.Direction;
import simul.spec.world.Cell;
import simul.spec.world.World;

/**
 * The handout's server, sockets aside: who joins, moves and leaves, and who is told what (handout,
 * sections 1 to 4). One thread at a time, as {@link ConnectionHandler} promises.
 */
public final class Game implements ConnectionHandler {
  private final Parts parts;
  private final World world;
  private final EventEncoder encoder;
  private final Map<Connection, Session> sessions = new LinkedHashMap<>();

  public Game(Parts parts) {
    this.parts = parts;
    this.world = parts.world();
    this.encoder = parts.protocol().eventEncoder();
  }

  @Override
  public void opened(Connection connection) {
    OptionalInt id = world.join();
    if (id.isEmpty()) {
      connection.close("refused: the limit is " + parts.protocol().spec().world().maxClients());
      return;
    }
    Session newcomer = new Session(connection, id.getAsInt(), parts);
    Cell cell = world.cell(newcomer.id);
    connection.send(encoder.self(newcomer.id, cell));
    for (Session other : sessions.values()) {
      connection.send(encoder.enter(other.id, world.cell(other.id)));
    }
    broadcast(encoder.enter(newcomer.id, cell));
    sessions.put(connection, newcomer);
    log(connection, "joined as " + newcomer.id);
  }

  @Override
  public void received(Connection connection, byte[] bytes, int from, int to) {
    Session session = sessions.get(connection);
    if (session != null) {
      session.reassembly.received(bytes, from, to, session).ifPresent(connection::close);
    }
  }

  @Override
  public void closed(Connection connection, String reason) {
    Session session = sessions.remove(connection);
    if (session == null) {
      log(connection, reason);
      return;
    }
    world.leave(session.id);
    broadcast(encoder.leave(session.id));
    Duration stay = Duration.between(session.since, parts.clock().instant());
    log(connection, "left as " + session.id + " after " + stay.toMillis() + " ms: " + reason);
  }

  private void broadcast(byte[] frames) {
    for (Session session : sessions.values()) {
      session.connection.send(frames);
    }
  }

  private void log(Connection connection, String text) {
    parts.log().accept(parts.clock().instant() + " " + connection.peer() + " " + text);
  }

  /** A client that plays, and what it asks for. */
  private final class Session implements Requests {
    final Connection connection;
    final int id;
    final Reassembly reassembly;
    final Instant since;

    Session(Connection connection, int id, Parts parts) {
      this.connection = connection;
      this.id = id;
      this.reassembly = parts.reassembly().apply(parts.protocol().newRequestDecoder());
      this.since = parts.clock().instant();
    }

    @Override
    public void move(Direction direction) {
      moved(id, direction).ifPresent(cell -> broadcast(encoder.position(id, cell)));
    }
  }

  /** Moves a piece: where it is then, or empty when the spec says that nobody is told. */
  private Optional<Cell> moved(int id, Direction direction) {
    Cell before = world.cell(id);
    Cell after = world.move(id, direction);
    boolean silent =
        switch (parts.protocol().spec().world().blockedReply()) {
          case ALWAYS, OPTIONAL -> false;
          case NEVER -> after.equals(before);
        };
    return silent ? Optional.empty() : Optional.of(after);
  }
}
