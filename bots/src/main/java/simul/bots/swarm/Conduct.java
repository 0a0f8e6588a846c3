package simul.bots.swarm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simul.bots.behavior.Turn;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Carries out what behaviours want, and keeps book of the moves that are made. */
final class Conduct {
  /** Long enough that the first half of a cut packet is read for itself on an idle machine. */
  private static final long CUT_NANOS = 2_000_000;

  private final Run run;
  private final Board board;
  private final Map<Bot, CutMove> cut = new LinkedHashMap<>();
  private final List<Bot> deaf = new ArrayList<>();

  /** A move of whose packet only the first bytes have been sent. */
  private record CutMove(Direction way, byte[] packet, int sentBytes, long intendedNanos) {}

  Conduct(Run run) {
    this.run = run;
    this.board = Board.of(run.plan().protocol().spec().world());
  }

  /** It is a bot's turn. Whoever is away of its own will has none. */
  void takeTurn(Bot bot, long intendedNanos) {
    if (bot.isAway()) {
      return;
    }
    finish(bot);
    Sightings sightings = run.sightings();
    if (!sightings.isPlaying(bot.number()) || !bot.connection().isWritable()) {
      run.tally().asked(1, intendedNanos);
      return;
    }
    Turn turn = bot.nextTurn(board, sightings.log(bot.number()).lastCell());
    if (turn instanceof Turn.Walk walk) {
      walk(bot, walk, intendedNanos);
    } else if (turn instanceof Turn.StopReading stop) {
      walk(bot, stop.first(), intendedNanos);
      stopReading(bot, stop.time().toNanos());
    } else if (turn instanceof Turn.Leave leave) {
      run.absences().begin(bot, leave);
    }
  }

  private void walk(Bot bot, Turn.Walk walk, long intendedNanos) {
    if (walk.ways().isEmpty()) {
      run.tally().asked(1, intendedNanos);
      return;
    }
    switch (walk.delivery()) {
      case WHOLE -> walk.ways().forEach(way -> bot.send(packet(bot, way, intendedNanos)));
      case JOINED -> {
        byte[][] packets =
            walk.ways().stream().map(way -> packet(bot, way, intendedNanos)).toArray(byte[][]::new);
        bot.send(packets);
      }
      case CUT -> walk.ways().forEach(way -> begin(bot, way, intendedNanos));
    }
  }

  /** Enters a move that is sent now into the books. */
  private byte[] packet(Bot bot, Direction way, long intendedNanos) {
    byte[] packet = bot.packet(way, target(bot, way));
    made(bot, way, intendedNanos);
    return packet;
  }

  private Cell target(Bot bot, Direction way) {
    return board.step(run.sightings().log(bot.number()).lastCell(), way);
  }

  private void made(Bot bot, Direction way, long intendedNanos) {
    long now = System.nanoTime();
    run.punctuality().doing(intendedNanos, now);
    run.tally().asked(1, intendedNanos);
    run.sightings().moved(bot.number(), way, intendedNanos, now);
  }

  /** The move counts as made when its last byte is due, so that the cut is not the target's. */
  private void begin(Bot bot, Direction way, long intendedNanos) {
    finish(bot);
    byte[] packet = bot.packet(way, target(bot, way));
    int first = bot.cut(packet.length);
    bot.send(packet, 0, first);
    CutMove begun = new CutMove(way, packet, first, intendedNanos + CUT_NANOS);
    cut.put(bot, begun);
    run.schedule(() -> finish(bot, begun), CUT_NANOS);
  }

  private void finish(Bot bot, CutMove begun) {
    if (begun.equals(cut.get(bot))) {
      finish(bot);
    }
  }

  /** Sends what is left of a packet that was cut. */
  private void finish(Bot bot) {
    CutMove begun = cut.remove(bot);
    if (begun != null && run.sightings().isPlaying(bot.number())) {
      // A turn that comes sooner than the rest was due makes it due.
      made(bot, begun.way(), Math.min(begun.intendedNanos(), System.nanoTime()));
      bot.send(begun.packet(), begun.sentBytes(), begun.packet().length);
    }
  }

  private void stopReading(Bot bot, long nanos) {
    bot.connection().read(false);
    deaf.add(bot);
    run.schedule(
        () -> {
          if (deaf.remove(bot)) {
            bot.connection().read(true);
          }
        },
        nanos);
  }

  /** Play is over: what was begun is ended, and everybody listens. */
  void end() {
    List.copyOf(cut.keySet()).forEach(this::finish);
    deaf.forEach(bot -> bot.connection().read(true));
    deaf.clear();
  }
}
