package simul.bots.swarm;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Tally;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * Who has been told of which moves, and how long that took. The protocol numbers no moves, so a
 * position is matched to the oldest move of its piece that the observer has not been told of: bots
 * make only moves that change the cell, and each mover's moves are told in order (handout, section
 * 2). An observer is owed a mover's moves from its first sight of the piece on; players who are no
 * observers are owed their own alone. Pure; players are numbered from 0.
 */
final class Sightings {
  /** How many lost moves in a row are still recognised as lost. */
  private static final int MOST_SKIPPED = 64;

  private final WorldRules rules;
  private final Board board;
  private final Observers who;
  private final boolean judged;
  private final WorldRules.Audience audience;
  private final SeenMoves seen;
  private MoveLog[] logs = {};
  private int[] observers = {};
  private boolean[] observes = {};
  private int[][] toldBefore = {};
  private int[] listeners = {};
  private boolean[] playing = {};
  private boolean[] timed = {};
  private final Latecomers latecomers = new Latecomers();
  private final Tally tally;
  private IntConsumer onAnswer = mover -> {};
  private int players;
  private int skipped;
  private long received;
  private long missed;
  private long outstanding;

  Sightings(WorldRules rules, Observers who, Tally tally) {
    this.rules = rules;
    this.who = who;
    this.tally = tally;
    this.board = Board.of(rules);
    this.judged = isJudged(rules);
    this.audience = rules.telling().audience();
    this.seen = new SeenMoves();
    makeRoom(who.bots());
  }

  /** There may be so many players from now on. */
  void makeRoom(int players) {
    int before = logs.length;
    if (players <= before) {
      return;
    }
    observers = IntStream.range(0, players).filter(who::observes).toArray();
    logs = Arrays.copyOf(logs, players);
    observes = Arrays.copyOf(observes, players);
    toldBefore = Arrays.copyOf(toldBefore, players);
    listeners = Arrays.copyOf(listeners, players);
    playing = Arrays.copyOf(playing, players);
    timed = Arrays.copyOf(timed, players);
    for (int player = before; player < players; player++) {
      observes[player] = who.observes(player);
      timed[player] = true;
    }
    for (int player = 0; player < before; player++) {
      if (toldBefore[player] != null) {
        toldBefore[player] = Arrays.copyOf(toldBefore[player], players);
      }
    }
    seen.makeRoom(players);
  }

  /** What a position of a player's piece turned out to be. */
  enum Sight {
    /** The next move, as it was due. */
    DUE,
    /** A later move: {@link #skipped} moves before it were not told. */
    LATER,
    /** Where the piece was anyway, though it has not moved. */
    REPEATED,
    /** A cell that its moves do not lead to. */
    ELSEWHERE,
    /** One of the two does not play (any more), so nothing is due. */
    UNJUDGED
  }

  /** When somebody sees something says nothing of when it was told: that is not timed. */
  void doNotTime(int player) {
    timed[player] = false;
  }

  /** Somebody plays from here on, and has seen nobody else so far. */
  void join(int player, Cell start) {
    logs[player] = new MoveLog(board, start);
    seen.begin(player, observesOthers(player));
    playing[player] = true;
    listeners[player] = 0;
    players++;
    for (int observer : observers) {
      if (playing[observer]) {
        seen.set(observer, player, SeenMoves.NOTHING);
      }
      if (toldBefore[observer] != null) {
        toldBefore[observer][player] = 0;
      }
    }
    meet(player, player);
  }

  /** Whether it is told of the others' moves for certain, and held against that. */
  private boolean observesOthers(int player) {
    return observes[player]
        && (audience == WorldRules.Audience.ALL || audience == WorldRules.Audience.OTHERS);
  }

  /** Everybody who plays has seen where everybody is. */
  void meetAll() {
    for (int observer : observers) {
      for (int mover = 0; observesOthers(observer) && mover < logs.length; mover++) {
        if (playing[observer] && playing[mover] && seen(observer, mover) == SeenMoves.NOTHING) {
          meet(observer, mover);
        }
      }
    }
  }

  /** From now on an observer is owed a mover's moves. */
  private void meet(int observer, int mover) {
    if (hears(observer, mover)) {
      seen.set(observer, mover, logs[mover].count());
      listeners[mover]++;
    }
  }

  /** Somebody is about to connect in the middle of the game. */
  void expect(int player) {
    if (!observesOthers(player)) {
      return;
    }
    toldBefore[player] = new int[logs.length];
    for (int mover = 0; mover < logs.length; mover++) {
      if (playing[mover]) {
        toldBefore[player][mover] = Math.max(0, seen(witness(mover), mover));
      }
    }
  }

  /** Somebody's connection is gone: it hears nothing more, and nobody needs to hear of it. */
  void drop(int player) {
    if (!playing[player]) {
      return;
    }
    part(player, player);
    for (int observer : observers) {
      if (playing[observer]) {
        part(observer, player);
      }
    }
    for (int mover = 0; observesOthers(player) && mover < logs.length; mover++) {
      if (playing[mover]) {
        part(player, mover);
      }
    }
    playing[player] = false;
    players--;
  }

  private void part(int observer, int mover) {
    if (seen(observer, mover) != SeenMoves.NOTHING) {
      outstanding -= pending(observer, mover);
      seen.set(observer, mover, SeenMoves.NOTHING);
      listeners[mover]--;
      latecomers.forget(observer, mover);
    }
  }

  /** A player has sent a move that leads to another cell. */
  void moved(int player, Direction direction, long intendedNanos, long sentNanos) {
    logs[player].add(direction, intendedNanos, sentNanos);
    tally.sent(intendedNanos);
    outstanding += listeners[player];
  }

  /** Whether an observer is told of a player's moves for certain, and held against that. */
  private boolean hears(int observer, int mover) {
    boolean told =
        observer == mover ? audience != WorldRules.Audience.OTHERS : observesOthers(observer);
    return judged && told;
  }

  /** Whose sight of a player's move is the answer to it: the player's own, or the next one's. */
  private int witness(int mover) {
    if (seen(mover, mover) != SeenMoves.NOTHING) {
      return mover;
    }
    int next = Arrays.binarySearch(observers, mover);
    int from = next < 0 ? -next - 1 : next;
    for (int i = 0; i < observers.length; i++) {
      int witness = observers[(from + i) % observers.length];
      if (playing[witness] && seen(witness, mover) != SeenMoves.NOTHING) {
        return witness;
      }
    }
    return mover;
  }

  /**
   * Whether moves can be foreseen. Where pieces block one another and a blocked move may go
   * unanswered, nobody but the server knows which was lost and which was blocked.
   */
  static boolean isJudged(WorldRules rules) {
    return rules.shared() || rules.blockedReply() == WorldRules.BlockedReply.ALWAYS;
  }

  /** An observer has been told a position of a player's piece. */
  Sight see(int observer, int mover, Cell cell, long nowNanos) {
    if (!playing[observer] || !playing[mover] || !hears(observer, mover)) {
      return Sight.UNJUDGED;
    }
    int last = seen(observer, mover);
    if (last == SeenMoves.NOTHING) {
      return firstSight(observer, mover, cell);
    }
    MoveLog log = logs[mover];
    if (last < log.count() && log.cell(last + 1).equals(cell)) {
      told(observer, mover, last + 1, nowNanos);
      return Sight.DUE;
    }
    if (latecomers.forgive(observer, mover, log, cell)) {
      return Sight.UNJUDGED;
    }
    if (log.cell(last).equals(cell)) {
      return repeated(observer, mover, cell, nowNanos);
    }
    for (int move = last + 2; move <= Math.min(log.count(), last + 1 + MOST_SKIPPED); move++) {
      if (log.cell(move).equals(cell)) {
        skipped = move - last - 1;
        outstanding -= skipped;
        told(observer, mover, move, nowNanos);
        if (!rules.telling().eachMove()) {
          received += skipped;
          noteAnswers(observer, mover, last + 1, move);
          return Sight.DUE;
        }
        missed += skipped;
        return Sight.LATER;
      }
    }
    if (last < log.count()) {
      seen.set(observer, mover, last + 1);
      missed++;
      outstanding--;
    }
    if (observer == mover) {
      // Only the mover's own sight says where its later moves begin: another's may be its own
      // error.
      log.correct(seen(observer, mover), cell);
    }
    return Sight.ELSEWHERE;
  }

  /** An observer who came in the middle, or before the mover did, sees the piece at last. */
  private Sight firstSight(int observer, int mover, Cell cell) {
    meet(observer, mover);
    MoveLog log = logs[mover];
    int first = toldBefore[observer] == null ? 0 : toldBefore[observer][mover];
    while (first <= log.count() && !log.cell(first).equals(cell)) {
      first++;
    }
    if (first > log.count()) {
      return Sight.ELSEWHERE;
    }
    latecomers.arrive(observer, mover, first, log.count());
    return Sight.UNJUDGED;
  }

  /** Where pieces block one another, a move that led nowhere is answered like this. */
  private Sight repeated(int observer, int mover, Cell cell, long nowNanos) {
    int last = seen(observer, mover);
    if (rules.shared() || last == logs[mover].count()) {
      return rules.telling().eachMove() ? Sight.REPEATED : Sight.UNJUDGED;
    }
    told(observer, mover, last + 1, nowNanos);
    if (observer == mover) {
      logs[mover].correct(last + 1, cell);
    }
    return Sight.DUE;
  }

  /**
   * An observer sees a piece where all its moves have led. Where a later position may stand for
   * several moves, that is all of them.
   */
  void reconcile(int observer, int mover, Cell cell) {
    int rest = playing[observer] && playing[mover] ? pending(observer, mover) : 0;
    if (!rules.telling().eachMove() && rest > 0 && logs[mover].lastCell().equals(cell)) {
      int first = seen(observer, mover) + 1;
      seen.set(observer, mover, logs[mover].count());
      received += rest;
      outstanding -= rest;
      noteAnswers(observer, mover, first, first + rest);
    }
  }

  private void told(int observer, int mover, int move, long nowNanos) {
    seen.set(observer, mover, move);
    received++;
    outstanding--;
    noteAnswers(observer, mover, move, move + 1);
    if (!timed[observer] || latecomers.isUncertain(observer, mover)) {
      return;
    }
    long intended = logs[mover].intendedNanos(move);
    if (observer == mover) {
      tally.told(intended, logs[mover].sentNanos(move), nowNanos);
    } else {
      tally.toldOthers(intended, nowNanos);
    }
  }

  /** The moves from the first to before the last have been told to that observer. */
  private void noteAnswers(int observer, int mover, int first, int last) {
    if (observer == witness(mover)) {
      for (int move = first; move < last; move++) {
        tally.answered(logs[mover].intendedNanos(move));
      }
      onAnswer.accept(mover);
    }
  }

  /** A player's own moves. */
  MoveLog log(int player) {
    return logs[player];
  }

  /** How many moves of a player an observer who has seen its piece has been told of. */
  int seen(int observer, int mover) {
    return seen.get(observer, mover);
  }

  /** How many moves of a player an observer is still to be told of. */
  int pending(int observer, int mover) {
    int moves = seen(observer, mover);
    return moves == SeenMoves.NOTHING ? 0 : logs[mover].count() - moves;
  }

  /** How many of a player's moves have not been answered. */
  int unanswered(int mover) {
    return pending(witness(mover), mover);
  }

  /** Tells of every answer; the mover's number. */
  void onAnswer(IntConsumer listener) {
    onAnswer = listener;
  }

  boolean isPlaying(int player) {
    return playing[player];
  }

  /** How many play. */
  int players() {
    return players;
  }

  /** How many moves the last {@link Sight#LATER} went past. */
  int skipped() {
    return skipped;
  }

  /** How many sights are due and have not come. */
  long outstanding() {
    return outstanding;
  }

  /** How many sights have come. */
  long received() {
    return received;
  }

  /** All sights that were due so far, and those that came. */
  SwarmResult.Sights sights() {
    return new SwarmResult.Sights(received + missed + outstanding, received);
  }
}
