package simul.conformance.odd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import simul.spec.meaning.Protocol;
import simul.spec.model.WorldRules.BlockedReply;
import simul.spec.reference.Announcer;
import simul.spec.reference.io.Connection;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Other ways to tell the same. */
final class OddAnnouncers {
  private OddAnnouncers() {}

  /** Lets {@link BlockingSockets} know which clients are in the game. */
  static final class Admitting extends Announcer {
    Admitting(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    public void joined(int id, Connection connection) {
      ((BlockingClient) connection).admit();
      super.joined(id, connection);
    }
  }

  /** Where it is free to, does not always tell of a move that was blocked. */
  static final class SilentOfBlockedMoves extends Announcer {
    private final boolean free;
    private final BooleanSupplier silent;

    SilentOfBlockedMoves(Protocol protocol, World world, BooleanSupplier silent) {
      super(protocol, world);
      this.free = protocol.spec().world().blockedReply() == BlockedReply.OPTIONAL;
      this.silent = silent;
    }

    @Override
    public void moved(int id, Cell before, Cell after, long stamp) {
      boolean stayed = before.equals(after);
      if (!(stayed && free && silent.getAsBoolean())) {
        super.moved(id, before, after, stamp);
      }
    }
  }

  /** Tells a newcomer of the others in any order. */
  static final class IntroducingInAnyOrder extends Announcer {
    private final Random random = new Random(OddServers.SEED);

    IntroducingInAnyOrder(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void introduce(int newcomer, Connection connection) {
      List<byte[]> introductions = new ArrayList<>();
      super.introduce(newcomer, new Noting(connection, introductions));
      Collections.shuffle(introductions, random);
      introductions.forEach(connection::send);
    }
  }

  /** Keeps what is to be sent. */
  private record Noting(Connection connection, List<byte[]> sent) implements Connection {
    @Override
    public void send(byte[] bytes) {
      sent.add(bytes);
    }

    @Override
    public void close(String reason) {
      connection.close(reason);
    }

    @Override
    public String peer() {
      return connection.peer();
    }
  }
}
