package simul.bots.swarm;

import java.util.function.Supplier;
import simul.bots.measure.Violation;
import simul.bots.measure.Violations;
import simul.spec.world.Anomaly;
import simul.spec.world.Cell;

/** Holds what bots are told against what is due, and keeps every violation. */
final class Umpire {
  private static final byte[] NO_BYTES = {};

  private final Roster roster;
  private final Sightings sightings;
  private final Violations violations = new Violations();
  private final long startNanos = System.nanoTime();

  Umpire(Roster roster, Sightings sightings) {
    this.roster = roster;
    this.sightings = sightings;
  }

  /** A bot has been told where a piece is. */
  void sighted(Bot observer, int id, Cell cell) {
    Sightings.Sight sight =
        roster
            .byId(id)
            .filter(mover -> !observer.awaitsFarewell(id))
            .map(mover -> sightings.see(observer.number(), mover.number(), cell, System.nanoTime()))
            .orElse(Sightings.Sight.UNJUDGED);
    if (sight == Sightings.Sight.LATER) {
      lostBefore(observer, id, cell);
    } else if (observer.jump().isPresent()) {
      Anomaly jump = observer.jump().get();
      violated(observer, jump.kind().ruleId(), jump.text());
    } else if (!observer.isAnomalous()) {
      judge(sight, observer, id, cell);
    }
  }

  private void lostBefore(Bot observer, int id, Cell cell) {
    int lost = sightings.skipped();
    String text = told(id, cell) + ", but not of its " + lost + " moves before";
    violated(observer, "MOVE-002", lost, text, observer.connection().frame());
  }

  private void judge(Sightings.Sight sight, Bot observer, int id, Cell cell) {
    switch (sight) {
      case REPEATED ->
          violated(observer, "MOVE-002", told(id, cell) + " once more; it has not moved since");
      case ELSEWHERE ->
          violated(observer, "MOVE-001", told(id, cell) + ", where its moves do not lead");
      default -> {}
    }
  }

  private static String told(int id, Cell cell) {
    return "was told that ID " + id + " is at " + cell;
  }

  /** The packet that is being told has shown that a rule is broken. */
  void violated(Bot bot, String ruleId, String text) {
    violated(bot, ruleId, 1, text, bot.connection().frame());
  }

  /** Bytes have shown that a rule is broken. */
  void violated(Bot bot, String ruleId, String text, byte[] bytes) {
    violated(bot, ruleId, 1, text, bytes);
  }

  /** So much that did not come, or should not have, shows that a rule is broken. */
  void missed(Bot bot, String ruleId, long count, String text) {
    missed(bot, ruleId, count, () -> text);
  }

  /** The same, for what there may be millions of: the text is made only where it is kept. */
  void missed(Bot bot, String ruleId, long count, Supplier<String> text) {
    violations.add(
        ruleId,
        count,
        () -> new Violation(millis(System.nanoTime()), bot.number(), ruleId, text.get(), NO_BYTES));
  }

  private void violated(Bot bot, String ruleId, long count, String text, byte[] bytes) {
    violations.add(
        ruleId,
        count,
        () -> new Violation(millis(System.nanoTime()), bot.number(), ruleId, text, bytes));
  }

  /** From the start of the run, in milliseconds. */
  long millis(long atNanos) {
    return (atNanos - startNanos) / 1_000_000;
  }

  Violations violations() {
    return violations;
  }
}
