package simul.spec.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import simul.spec.model.Coordinates;
import simul.spec.model.WorldRules;

/** The rules of a spec's world, a sentence each. */
final class WorldWords {
  private WorldWords() {}

  static List<String> of(WorldRules world) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The board has "
            + world.width()
            + " x "
            + world.height()
            + " cells; "
            + coordinates(world)
            + ".");
    sentences.add(
        switch (world.edge()) {
          case STAY -> "A move off the board leaves the piece where it is" + blocked(world) + ".";
          case WRAP -> "A piece that leaves the board comes in again on the other side.";
          case FREE -> "The board has no edge that a client meets.";
        });
    sentences.add(
        world.shared()
            ? "Pieces may share a cell."
            : "A move onto another piece is blocked" + blocked(world) + ".");
    sentences.add(audience(world.telling()));
    if (!world.telling().eachMove()) {
      sentences.add("One position may stand for several moves.");
    }
    sentences.addAll(slots(world.slots()));
    return sentences;
  }

  private static String coordinates(WorldRules world) {
    Coordinates written = world.coordinates();
    String y = written.up() ? "y grows upwards" : "y grows downwards";
    return written.equals(Coordinates.CELLS)
        ? "x and y count them from 0 at the top left"
        : "a cell is "
            + number(written.step())
            + " units wide, the first is written as x "
            + number(written.originX())
            + ", y "
            + number(written.originY())
            + ", and "
            + y;
  }

  private static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String blocked(WorldRules world) {
    return switch (world.blockedReply()) {
      case ALWAYS -> ", and its position is told again";
      case NEVER -> ", and nothing is told";
      case OPTIONAL -> "; its position may be told again";
    };
  }

  private static String audience(WorldRules.Telling telling) {
    return switch (telling.audience()) {
      case ALL -> "Everybody is told of a move.";
      case OTHERS -> "Everybody but the mover is told of a move.";
      case MOVER -> "The mover alone is told of a move.";
      case VIEW ->
          "Those are told of a move who are at most "
              + telling.view()
              + " cells away on each axis.";
    };
  }

  private static List<String> slots(WorldRules.Slots slots) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "At most "
            + slots.maxClients()
            + " play; "
            + switch (slots.full()) {
              case CLOSE -> "another connection is closed.";
              case PACKET -> "another client is told so, and its connection is closed.";
              case SILENCE -> "another client is never answered.";
              case ADMIT -> "more are let in as well.";
            });
    sentences.add(
        slots.reused()
            ? "IDs are "
                + slots.firstId()
                + " to "
                + slots.lastId()
                + " and free again after a leave."
            : "An ID is any number from " + slots.firstId() + " on that nobody else has.");
    if (slots.npcFrom() <= slots.npcTo()) {
      sentences.add(
          "IDs " + slots.npcFrom() + " to " + slots.npcTo() + " are no clients and not judged.");
    }
    return sentences;
  }
}
