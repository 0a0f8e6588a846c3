package simul.conformance.mutant;

import java.util.List;
import java.util.OptionalInt;
import simul.spec.model.WorldRules;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Mistakes in which ID and which cell a newcomer gets (handout, section 1). */
final class IdMutants {
  private IdMutants() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
                "GivesEverybodySameId",
                "JOIN-004",
                "gives every client the first ID",
                Infection.ofWorld(GivesEverybodySameId::new))
            .where(Possible.GIVES_IDS),
        Mutant.of(
                "GivesSameIdToSimultaneousNewcomers",
                "JOIN-008",
                "gives clients that join at the same time the same ID",
                Infection.sharing(
                    Rounds::new,
                    rounds ->
                        rounds
                            .counting()
                            .and(
                                Infection.ofWorld(
                                    rules ->
                                        new GivesSameIdToSimultaneousNewcomers(rules, rounds)))))
            .inTheRightMoment()
            .where(Possible.GIVES_IDS),
        Mutant.of(
                "GivesIdsByCounter",
                "JOIN-009",
                "never gives an ID again, so IDs leave the allowed range",
                Infection.ofWorld(GivesIdsByCounter::new))
            .where(Possible.GIVES_IDS),
        Mutant.of(
                "GivesIdsByCounterThatWraps",
                "JOIN-009",
                "counts IDs round and round, whether or not the next one is free",
                Infection.ofWorld(GivesIdsByCounterThatWraps::new))
            .inTheRightMoment()
            .where(Possible.GIVES_IDS),
        Mutant.of(
            "StartsOffTheBoard",
            "JOIN-013",
            "puts every piece one row below the board",
            Infection.ofWorld(StartsOffTheBoard::new)));
  }

  private static final class GivesEverybodySameId extends SharedIds {
    private final int firstId;

    GivesEverybodySameId(WorldRules rules) {
      super(rules);
      this.firstId = rules.slots().firstId();
    }

    @Override
    public OptionalInt join() {
      return join(firstId) ? OptionalInt.of(firstId) : OptionalInt.empty();
    }
  }

  private static final class GivesSameIdToSimultaneousNewcomers extends SharedIds {
    private final Rounds rounds;
    private int lastId;
    private int lastRound = -1;

    GivesSameIdToSimultaneousNewcomers(WorldRules rules, Rounds rounds) {
      super(rules);
      this.rounds = rounds;
    }

    @Override
    public OptionalInt join() {
      if (lastRound == rounds.number() && contains(lastId)) {
        return join(lastId) ? OptionalInt.of(lastId) : OptionalInt.empty();
      }
      OptionalInt given = super.join();
      lastRound = rounds.number();
      lastId = given.orElse(lastId);
      return given;
    }
  }

  private static final class GivesIdsByCounter extends World {
    private int next;

    GivesIdsByCounter(WorldRules rules) {
      super(rules, id -> World.inRows(rules, id));
      this.next = rules.slots().firstId();
    }

    @Override
    public OptionalInt join() {
      return join(next) ? OptionalInt.of(next++) : OptionalInt.empty();
    }
  }

  private static final class GivesIdsByCounterThatWraps extends SharedIds {
    private final WorldRules.Slots slots;
    private int joins;

    GivesIdsByCounterThatWraps(WorldRules rules) {
      super(rules);
      this.slots = rules.slots();
    }

    @Override
    public OptionalInt join() {
      int id = slots.firstId() + joins % slots.maxClients();
      if (!join(id)) {
        return OptionalInt.empty();
      }
      joins++;
      return OptionalInt.of(id);
    }
  }

  private static final class StartsOffTheBoard extends World {
    StartsOffTheBoard(WorldRules rules) {
      super(rules, id -> new Cell(World.inRows(rules, id).x(), rules.height()));
    }
  }
}
