package simul.conformance.odd;

import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import simul.spec.model.WorldRules;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Other choices that a server may make. */
final class OddWorlds {
  private OddWorlds() {}

  /** A world in which pieces start anywhere. */
  static World startingAnywhere(WorldRules rules, RandomGenerator random) {
    return new World(
        rules, id -> new Cell(random.nextInt(rules.width()), random.nextInt(rules.height())));
  }

  /** Where IDs are slots, gives a newcomer any that is free. */
  static final class AnyFreeId extends World {
    private final WorldRules rules;
    private final RandomGenerator random;

    AnyFreeId(WorldRules rules, RandomGenerator random) {
      super(rules, id -> World.inRows(rules, id));
      this.rules = rules;
      this.random = random;
    }

    @Override
    public OptionalInt join() {
      WorldRules.Slots slots = rules.slots();
      List<Integer> free =
          IntStream.rangeClosed(slots.firstId(), slots.lastId())
              .filter(id -> slots.reused() && !contains(id))
              .boxed()
              .toList();
      if (free.isEmpty()) {
        return super.join();
      }
      int chosen = free.get(random.nextInt(free.size()));
      return join(chosen) ? OptionalInt.of(chosen) : OptionalInt.empty();
    }
  }
}
