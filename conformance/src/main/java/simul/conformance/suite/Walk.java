package simul.conformance.suite;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import simul.conformance.script.Start;
import simul.spec.meaning.Asker;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * A random walk of one piece in which every move changes its cell, so that every move must be
 * answered. Remembers where the piece is.
 */
final class Walk {
  private final Protocol protocol;
  private final Board board;
  private final RandomGenerator random;
  private final Asker asker;
  private Cell cell;

  Walk(Protocol protocol, Start start, RandomGenerator random) {
    this.protocol = protocol;
    this.board = Board.of(protocol.spec().world());
    this.asker = start.asker();
    this.cell = start.cell();
    this.random = random;
  }

  /** The next move's packet. */
  byte[] next() {
    List<Direction> open = List.copyOf(board.openDirections(cell));
    Direction direction = open.get(random.nextInt(open.size()));
    cell = board.step(cell, direction);
    return protocol.requestEncoder().move(direction, asker, cell);
  }

  /** The next moves' packets, each for itself. */
  List<byte[]> next(int moves) {
    List<byte[]> packets = new ArrayList<>();
    for (int i = 0; i < moves; i++) {
      packets.add(next());
    }
    return packets;
  }

  /** The next moves' packets as one run of bytes. */
  byte[] coalesced(int moves) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    next(moves).forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
