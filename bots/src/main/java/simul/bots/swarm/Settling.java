package simul.bots.swarm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import simul.spec.world.Cell;

/**
 * No move is made any more; what is still due comes in. Over when nothing is, or when nothing that
 * was due has come for as long as the patience is. A target that is late but loses nothing gets as
 * long again as the bots have played; no target gets more.
 */
final class Settling implements Phase {
  private static final int MOST_PATIENCES = 3;

  private final Run run;
  private final Acquaintance acquaintance;
  private final long startNanos;
  private final long patienceNanos;
  private final long longestNanos;
  private long lastNews;
  private long lastNewsNanos;

  Settling(Run run, long nowNanos) {
    this.run = run;
    this.acquaintance = new Acquaintance(run);
    this.startNanos = nowNanos;
    this.lastNewsNanos = nowNanos;
    this.patienceNanos = run.plan().patience().toNanos();
    this.longestNanos = run.plan().load().playTime().toNanos() + MOST_PATIENCES * patienceNanos;
  }

  @Override
  public void tick(long nowNanos) {
    if (!run.plan().protocol().spec().world().telling().eachMove()) {
      reconcile();
    }
    run.absences().tick(nowNanos);
    run.headcount().tick(nowNanos);
    long news = run.sightings().received() + run.news();
    if (news != lastNews) {
      lastNews = news;
      lastNewsNanos = nowNanos;
    }
  }

  private void reconcile() {
    List<Bot> players = run.players();
    for (Bot observer : players) {
      for (Bot mover : seenBy(observer, players)) {
        observer
            .view()
            .cell(mover.view().self().orElseThrow())
            .ifPresent(cell -> run.sightings().reconcile(observer.number(), mover.number(), cell));
      }
    }
  }

  @Override
  public boolean isOver(long nowNanos) {
    return isComplete()
        || nowNanos - lastNewsNanos > patienceNanos
        || nowNanos - startNanos > longestNanos;
  }

  private boolean isComplete() {
    boolean arriving = run.absences().anyReturning() || run.headcount().isArriving();
    boolean quiet = run.sightings().outstanding() == 0 && !arriving;
    return quiet
        && (!haveBotsComeOrGone()
            || run.roster().inGame().stream().allMatch(bot -> bot.missingFarewells().isEmpty())
                && acquaintance.isComplete());
  }

  /** Whether newcomers and leaves may still have to be told of. */
  private boolean haveBotsComeOrGone() {
    boolean any = run.absences().counts().left() > 0 || run.headcount().hasChanged();
    return any && run.tellsLeaves();
  }

  @Override
  public Optional<Phase> conclude(long nowNanos) {
    List<Bot> players = run.players();
    for (Bot observer : players) {
      for (Bot mover : seenBy(observer, players)) {
        judgeSights(observer, mover);
      }
    }
    if (haveBotsComeOrGone()) {
      acquaintance.judge();
      run.roster().inGame().forEach(this::judgeFarewells);
    }
    if (run.seesEverything()) {
      List<Bot> observers = players.stream().filter(Bot::observes).toList();
      observers.forEach(other -> compare(observers.get(0), other));
    }
    return Optional.of(run.leave(nowNanos));
  }

  /** Of whose moves one bot can be owed a sight. */
  private List<Bot> seenBy(Bot observer, List<Bot> players) {
    return observer.observes() && run.tellsOfOthers() ? players : List.of(observer);
  }

  private void judgeFarewells(Bot observer) {
    for (int id : observer.missingFarewells()) {
      run.umpire().missed(observer, "LEAVE-001", 1, "was not told that ID " + id + " has left");
    }
  }

  private void judgeSights(Bot observer, Bot mover) {
    Sightings sightings = run.sightings();
    int pending = sightings.pending(observer.number(), mover.number());
    if (pending > 0) {
      MoveLog log = sightings.log(mover.number());
      int next = sightings.seen(observer.number(), mover.number()) + 1;
      run.umpire()
          .missed(
              observer,
              "MOVE-002",
              pending,
              () ->
                  String.format(
                      "was not told of %d of the %d moves of ID %d, the first of them %s to %s,"
                          + " sent at %d ms",
                      pending,
                      log.count(),
                      mover.view().self().orElseThrow(),
                      log.direction(next).word(),
                      log.cell(next),
                      run.umpire().millis(log.sentNanos(next))));
    }
  }

  /** Two clients that have been told everything see the same. */
  private void compare(Bot first, Bot other) {
    Map<Integer, Optional<Cell>> mine = first.view().pieces();
    Map<Integer, Optional<Cell>> theirs = other.view().pieces();
    TreeSet<Integer> ids = new TreeSet<>(mine.keySet());
    ids.addAll(theirs.keySet());
    for (int id : ids) {
      if (first.awaitsFarewell(id) || other.awaitsFarewell(id)) {
        continue;
      }
      if (!first.view().cell(id).equals(other.view().cell(id)) && isComplete(id, first, other)) {
        run.umpire()
            .missed(
                other,
                "MOVE-004",
                1,
                "sees ID "
                    + id
                    + place(other, id)
                    + ", but bot "
                    + first.number()
                    + " sees it"
                    + place(first, id));
      }
    }
  }

  /** Whether both have been told of all moves of that ID, so that missing moves explain nothing. */
  private boolean isComplete(int id, Bot first, Bot other) {
    return run.roster()
        .byId(id)
        .map(Bot::number)
        .filter(run.sightings()::isPlaying)
        .map(
            mover ->
                run.sightings().pending(first.number(), mover) == 0
                    && run.sightings().pending(other.number(), mover) == 0)
        .orElse(true);
  }

  private static String place(Bot bot, int id) {
    return bot.view().cell(id).map(cell -> " at " + cell).orElse(" nowhere");
  }
}
