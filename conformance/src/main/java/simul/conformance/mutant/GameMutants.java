package simul.conformance.mutant;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import simul.spec.meaning.Protocol;
import simul.spec.model.WorldRules;
import simul.spec.reference.Announcer;
import simul.spec.reference.Connection;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Mistakes in who is in the game, and who is told of whom (handout, sections 1 and 4). */
final class GameMutants {
  private GameMutants() {}

  static List<Mutant> all() {
    return List.of(
        ofWorld(
            "GivesEverybodySameId",
            "JOIN-004",
            "gives every client the first ID",
            GivesEverybodySameId::new),
        new Mutant(
            "TellsNewcomerOfNobody",
            "JOIN-003",
            "does not tell a newcomer who is there already",
            parts -> parts.withAnnouncer(TellsNewcomerOfNobody::new)),
        ofWorld(
            "StartsOffTheBoard",
            "MOVE-003",
            "puts every piece one row below the board",
            StartsOffTheBoard::new),
        ofWorld(
            "NeverFreesSlot",
            "FULL-002",
            "counts everybody who has ever joined towards the limit",
            NeverFreesSlot::new));
  }

  private static Mutant ofWorld(
      String mistake, String ruleId, String summary, Function<WorldRules, World> faulty) {
    return new Mutant(
        mistake,
        ruleId,
        summary,
        parts -> parts.withWorld(faulty.apply(parts.protocol().spec().world())));
  }

  private static final class GivesEverybodySameId extends World {
    private final int firstId;

    GivesEverybodySameId(WorldRules rules) {
      super(rules, id -> World.inRows(rules, id));
      this.firstId = rules.slots().firstId();
    }

    @Override
    public OptionalInt join() {
      if (!contains(firstId)) {
        boolean ignored = join(firstId);
      }
      return OptionalInt.of(firstId);
    }
  }

  private static final class StartsOffTheBoard extends World {
    StartsOffTheBoard(WorldRules rules) {
      super(rules, id -> new Cell(World.inRows(rules, id).x(), rules.height()));
    }
  }

  private static final class NeverFreesSlot extends World {
    private final int limit;
    private int joined;

    NeverFreesSlot(WorldRules rules) {
      super(rules, id -> World.inRows(rules, id));
      this.limit = rules.maxClients();
    }

    @Override
    public boolean join(int id) {
      return joined++ < limit && super.join(id);
    }
  }

  private static final class TellsNewcomerOfNobody extends Announcer {
    TellsNewcomerOfNobody(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void introduce(int newcomer, Connection connection) {
      // The loop over those who are there is what is missing.
    }
  }
}
