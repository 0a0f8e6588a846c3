package simul.conformance.suite;

import java.util.function.Predicate;
import simul.spec.meaning.Protocol;
import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.model.WorldRules;
import simul.spec.world.Board;

/** What a protocol must have for a check to mean anything. */
enum Need {
  ROOM_TO_MOVE(
      "the board has one cell, so nothing can move",
      protocol -> Board.of(world(protocol)).width() * Board.of(world(protocol)).height() > 1),

  EDGES("the board has no edge that stops a piece", protocol -> stops(world(protocol))),

  CORNERS(
      "the board has no corners that a piece can go into",
      protocol -> stops(world(protocol)) && world(protocol).shared()),

  SHARED_CELLS(
      "pieces block one another, so where one may be gone the others' moves are not certain",
      protocol -> world(protocol).shared()),

  SEVERAL_BYTES(
      "a move is a single byte, which cannot be cut", protocol -> Moves.longest(protocol) > 1),

  OTHERS_TOLD(
      "nobody is told of others without asking",
      protocol -> world(protocol).telling().audience() != WorldRules.Audience.MOVER),

  EVERYBODY_TOLD(
      "not everybody is told of everything",
      protocol ->
          switch (world(protocol).telling().audience()) {
            case ALL, OTHERS -> true;
            case MOVER, VIEW -> false;
          }),

  MOVERS_TOLD(
      "whoever moves is not told of it",
      protocol -> world(protocol).telling().audience() != WorldRules.Audience.OTHERS),

  DEPARTURES(
      "the protocol does not tell departures",
      protocol ->
          !protocol.spec().roles().snapshots().isEmpty()
              || protocol.spec().roles().tells(Event.Role.LEAVE)),

  GOODBYE(
      "the protocol has no packet to say goodbye with",
      protocol -> !protocol.spec().roles().bye().isEmpty()),

  LIMIT("the protocol has no limit that a client meets", protocol -> hasLimit(protocol.spec())),

  SMALL_LIMIT(
      "the limit is more than this check fills",
      protocol -> !hasLimit(protocol.spec()) || world(protocol).maxClients() <= 40),

  CLOSES_REFUSED(
      "the protocol leaves a client beyond the limit unanswered",
      protocol -> world(protocol).slots().full() != WorldRules.Full.SILENCE),

  KNOWN_PIECES(
      "nothing tells clients that come together which piece is whose",
      protocol -> protocol.spec().roles().identity() != Roles.Identity.NEVER),

  LENGTH(
      "requests have no length that could be wrong",
      protocol -> protocol.packets(Sender.CLIENT).length().isPresent()),

  TYPE(
      "requests have no type that could be unknown",
      protocol -> protocol.packets(Sender.CLIENT).type().isPresent());

  private final String reason;
  private final Predicate<Protocol> met;

  Need(String reason, Predicate<Protocol> met) {
    this.reason = reason;
    this.met = met;
  }

  private static WorldRules world(Protocol protocol) {
    return protocol.spec().world();
  }

  private static boolean stops(WorldRules world) {
    return world.edge() == WorldRules.Edge.STAY;
  }

  private static boolean hasLimit(Spec spec) {
    return spec.world().slots().full() != WorldRules.Full.ADMIT;
  }

  boolean isMetBy(Protocol protocol) {
    return met.test(protocol);
  }

  /** Why the check is left out where it is not met: one clause. */
  String reason() {
    return reason;
  }
}
