package simul.conformance.mutant;

import java.util.HashMap;
import java.util.Map;
import simul.spec.model.WorldRules;
import simul.spec.world.World;

/** A world in which several may have the same ID, and with it the same piece. */
class SharedIds extends World {
  private final Map<Integer, Integer> owners = new HashMap<>();
  private final int limit;

  SharedIds(WorldRules rules) {
    super(rules, id -> World.inRows(rules, id));
    this.limit = rules.maxClients();
  }

  @Override
  public boolean join(int id) {
    int everybody = owners.values().stream().mapToInt(Integer::intValue).sum();
    if (everybody >= limit || !contains(id) && !super.join(id)) {
      return false;
    }
    owners.merge(id, 1, Integer::sum);
    return true;
  }

  @Override
  public void leave(int id) {
    owners.merge(id, -1, Integer::sum);
    if (owners.get(id) == 0) {
      super.leave(id);
    }
  }
}
