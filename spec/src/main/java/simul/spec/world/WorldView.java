package simul.spec.world;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import simul.spec.model.WorldRules;

/**
 * The world as one client sees it, built from what the server tells it. Reports what cannot be
 * right in any world, and goes on with what it was told. One thread at a time.
 */
public final class WorldView implements WorldEvents {
  private final WorldRules rules;
  private final Board board;
  private final boolean entriesAnnounced;
  private final Consumer<Anomaly> anomalies;
  private final Map<Integer, Optional<Cell>> pieces = new TreeMap<>();
  private OptionalInt self = OptionalInt.empty();
  private boolean refused;

  /**
   * An empty view.
   *
   * @param entriesAnnounced whether the protocol announces a piece before its first position; where
   *     it does not, the first position of an ID is its entry
   * @param anomalies gets every anomaly when it is met
   */
  public WorldView(WorldRules rules, boolean entriesAnnounced, Consumer<Anomaly> anomalies) {
    this.rules = rules;
    this.board = Board.of(rules);
    this.entriesAnnounced = entriesAnnounced;
    this.anomalies = anomalies;
  }

  @Override
  public void self(int id) {
    if (self.isPresent()) {
      report(Anomaly.Kind.SECOND_SELF, id, "own ID " + id + " after own ID " + self.getAsInt());
    }
    checkRange(id);
    self = OptionalInt.of(id);
    pieces.put(id, Optional.empty());
  }

  /** The client has found out its own ID, which nothing has told it: one that it knows already. */
  public void identify(int id) {
    checkRange(id);
    self = OptionalInt.of(id);
  }

  /**
   * The one piece that is none of these and whose cell is known, if it is the only one: where
   * nothing tells a client its own ID, and the others are known, it is its own.
   */
  public OptionalInt onlyOther(Set<Integer> ids) {
    List<Integer> others = pieces.keySet().stream().filter(id -> !ids.contains(id)).toList();
    return others.size() == 1 && cell(others.get(0)).isPresent()
        ? OptionalInt.of(others.get(0))
        : OptionalInt.empty();
  }

  @Override
  public void enter(int id) {
    checkSelfKnown("the entry of ID " + id, id);
    checkRange(id);
    if (pieces.putIfAbsent(id, Optional.empty()) != null) {
      report(Anomaly.Kind.ENTERED_TWICE, id, "ID " + id + " entered, but was there already");
    }
  }

  @Override
  public void position(int id, int x, int y) {
    checkSelfKnown("a position of ID " + id, id);
    if (!board.contains(x, y)) {
      report(
          Anomaly.Kind.OFF_THE_BOARD,
          id,
          String.format(
              "ID %d is at (%d, %d), off the board of %d x %d",
              id, x, y, board.width(), board.height()));
    }
    Optional<Cell> before = pieces.get(id);
    if (before == null && entriesAnnounced) {
      report(
          Anomaly.Kind.UNKNOWN_ID, id, "a position of ID " + id + ", which has not been announced");
    }
    Cell now = new Cell(x, y);
    if (before != null
        && before.isPresent()
        && rules.telling().eachMove()
        && !board.isWithinOneMove(before.get(), now)) {
      report(Anomaly.Kind.JUMP, id, "ID " + id + " jumped from " + before.get() + " to " + now);
    }
    pieces.put(id, Optional.of(now));
  }

  @Override
  public void leave(int id) {
    if (pieces.remove(id) == null) {
      report(Anomaly.Kind.LEFT_UNKNOWN, id, "ID " + id + " left, but was not there");
    }
  }

  @Override
  public void refused() {
    refused = true;
  }

  private void checkSelfKnown(String what, int id) {
    if (self.isEmpty()) {
      report(Anomaly.Kind.BEFORE_SELF, id, what + " came before the client's own ID");
    }
  }

  private void checkRange(int id) {
    WorldRules.Slots slots = rules.slots();
    if (slots.reused() && (id < slots.firstId() || id > slots.lastId())) {
      report(
          Anomaly.Kind.ID_OUT_OF_RANGE,
          id,
          "ID " + id + " is outside " + slots.firstId() + ".." + slots.lastId());
    }
  }

  private void report(Anomaly.Kind kind, int id, String text) {
    anomalies.accept(new Anomaly(kind, id, text));
  }

  /** The client's own ID, once it has been told. */
  public OptionalInt self() {
    return self;
  }

  /** Whether the client has been told that it is not let in. */
  public boolean isRefused() {
    return refused;
  }

  /** Whether the client has been told its own ID and where its piece is. */
  public boolean joined() {
    return self.isPresent() && cell(self.getAsInt()).isPresent();
  }

  /** Where a piece is, as far as the client has been told. */
  public Optional<Cell> cell(int id) {
    return pieces.getOrDefault(id, Optional.empty());
  }

  /** Whether the client has been told that this ID is in the game. */
  public boolean contains(int id) {
    return pieces.containsKey(id);
  }

  /** Everybody in the game by ID, with the cell where it is known; a live, read-only view. */
  public Map<Integer, Optional<Cell>> pieces() {
    return Collections.unmodifiableMap(pieces);
  }
}
