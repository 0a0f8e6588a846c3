package simul.conformance.mutant;

import simul.spec.model.WorldRules;
import simul.spec.model.WorldRules.Full;
import simul.spec.world.World;

/** A world that keeps the number of those who play beside them, so that the two can differ. */
class CountedSlots extends World {
  private final boolean limited;
  private final int limit;
  private int taken;
  private boolean leaking;
  private int refusals;

  CountedSlots(WorldRules rules) {
    super(withoutLimit(rules), id -> World.inRows(rules, id));
    this.limited = rules.slots().full() != Full.ADMIT;
    this.limit = rules.maxClients();
  }

  private static WorldRules withoutLimit(WorldRules rules) {
    WorldRules.Slots slots = rules.slots();
    return new WorldRules(
        rules.width(),
        rules.height(),
        rules.edge(),
        rules.shared(),
        rules.coordinates(),
        rules.telling(),
        new WorldRules.Slots(
            slots.maxClients(),
            slots.firstId(),
            slots.reused(),
            Full.ADMIT,
            slots.npcFrom(),
            slots.npcTo()));
  }

  @Override
  public boolean join(int id) {
    if (limited && counted() >= limit) {
      refusals++;
      return false;
    }
    if (!super.join(id)) {
      return false;
    }
    taken++;
    return true;
  }

  /** How many play, as the check of the limit sees it. */
  int counted() {
    return taken;
  }

  /** How many have been refused. */
  final int refusals() {
    return refusals;
  }

  @Override
  public void leave(int id) {
    super.leave(id);
    if (!leaking) {
      free();
    }
  }

  /** Counts one less. */
  final void free() {
    taken--;
  }

  /** Whoever leaves meanwhile goes on being counted. */
  final void leakDuring(Runnable departure) {
    leaking = true;
    departure.run();
    leaking = false;
  }
}
