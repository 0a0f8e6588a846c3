package simul.spec.model;

import java.util.Locale;

/**
 * The rules of the game that a spec describes.
 *
 * @param width cells in a row; x runs from 0
 * @param height rows; y runs from 0
 * @param edge what a move off the board does
 * @param shared whether pieces may share a cell; otherwise a move onto another piece is blocked
 * @param coordinates how cells are written on the wire
 * @param telling who is told what
 * @param slots how many play, and with which IDs
 */
public record WorldRules(
    int width,
    int height,
    Edge edge,
    boolean shared,
    Coordinates coordinates,
    Telling telling,
    Slots slots) {

  /** The handout's rules on a board of that size. */
  public WorldRules(int width, int height, BlockedReply blockedReply, int maxClients) {
    this(
        width,
        height,
        Edge.STAY,
        true,
        Coordinates.CELLS,
        new Telling(Audience.ALL, 0, blockedReply, true),
        new Slots(maxClients, 0, true, Full.CLOSE, 0, -1));
  }

  /** What a move off the board does. */
  public enum Edge {
    /** Nothing: the piece stays. */
    STAY,
    /** The piece comes in again on the other side. */
    WRAP,
    /** The board has no edge that a client meets. */
    FREE;

    /** The word in spec files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a server sends after a move that was blocked, by the edge or by another piece. */
  public enum BlockedReply {
    /** The unchanged position. */
    ALWAYS,
    /** Nothing. */
    NEVER,
    /** Either; a check must not mind (handout, section 2). */
    OPTIONAL
  }

  /** Who is told of a move. */
  public enum Audience {
    /** Everybody. */
    ALL,
    /** Everybody but the mover. */
    OTHERS,
    /** The mover alone. */
    MOVER,
    /** Everybody, the mover included, in whose view the piece is. */
    VIEW
  }

  /**
   * Who is told what.
   *
   * @param audience who is told of a move
   * @param view how far a client sees in each direction, in cells; of meaning for {@link
   *     Audience#VIEW}
   * @param eachMove whether each move is told for itself; otherwise a later position may stand for
   *     several moves
   */
  public record Telling(Audience audience, int view, BlockedReply blockedReply, boolean eachMove) {}

  /** What becomes of a client beyond the limit. */
  public enum Full {
    /** Its connection is closed. */
    CLOSE,
    /** It is told so, then its connection is closed. */
    PACKET,
    /** It is never answered. */
    SILENCE,
    /** There is no limit that a client meets. */
    ADMIT
  }

  /**
   * How many play, and with which IDs.
   *
   * @param maxClients how many play at a time
   * @param firstId the lowest ID
   * @param reused whether IDs are slots, from {@code firstId} on, that are free again after a
   *     leave; otherwise an ID is any number that nobody else has
   * @param npcFrom the lowest ID of those that are no clients, tolerated and not judged
   * @param npcTo the highest of them; below {@code npcFrom} when there are none
   */
  public record Slots(
      int maxClients, int firstId, boolean reused, Full full, int npcFrom, int npcTo) {

    /** Whether that ID is of somebody who is no client. */
    public boolean isNpc(int id) {
      return id >= npcFrom && id <= npcTo;
    }

    /** The highest ID of a client, where IDs are slots. */
    public int lastId() {
      return firstId + maxClients - 1;
    }
  }

  /** What a server sends after a move that was blocked. */
  public BlockedReply blockedReply() {
    return telling.blockedReply();
  }

  /** How many play at a time. */
  public int maxClients() {
    return slots.maxClients();
  }
}
