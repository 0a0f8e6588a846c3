package simul.conformance.mutant;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import simul.spec.model.WorldRules;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;

/** Mistakes in how many are let in (handout, section 4). */
final class FullMutants {
  private static final int REFUSALS_BORNE = 128;

  private FullMutants() {}

  static List<Mutant> all() {
    return List.of(
        counting(
            "AdmitsOneMore",
            "FULL-001",
            "refuses a client when more than ten play, not when ten do",
            rules -> countedAs(rules, -1)),
        counting(
            "NeverFreesSlot",
            "FULL-002",
            "counts everybody who has ever joined towards the limit",
            NeverFreesSlot::new),
        counting(
            "AdmitsNobodyAfterRefusal",
            "FULL-002",
            "closes its listening socket when it has had to refuse a client",
            rules -> new GivesUpAfterRefusals(rules, 1)),
        counting(
            "AdmitsOneLess",
            "FULL-003",
            "refuses a client when one slot is left",
            rules -> countedAs(rules, 1)),
        counting(
                "AdmitsNobodyAfter128Refusals",
                "FULL-009",
                "keeps refused clients in an array of 128 and admits nobody once that is full",
                rules -> new GivesUpAfterRefusals(rules, REFUSALS_BORNE))
            .inTheRightMoment(),
        Mutant.of(
                "CountsNewcomersAtEndOfRound",
                "FULL-010",
                "counts newcomers after all that came at the same time have been let in",
                Infection.sharing(
                    Rounds::new,
                    rounds ->
                        rounds
                            .counting()
                            .and(
                                Infection.ofWorld(
                                    rules -> new CountsNewcomersAtEndOfRound(rules, rounds)))))
            .inTheRightMoment()
            .where(Possible.HAS_LIMIT),
        Mutant.of(
                "ActsOnMovesOfRefused",
                "FULL-011",
                "leaves a refused client its connection and takes its packets for the first one's",
                (parts, lifeline) ->
                    Infection.ofHandler(
                            game ->
                                new ActsOnMovesOfRefused(
                                    game, parts.protocol().spec().world().maxClients()))
                        .infect(parts, lifeline))
            .where(Possible.HAS_LIMIT));
  }

  private static Mutant counting(
      String mistake, String ruleId, String summary, Function<WorldRules, CountedSlots> faulty) {
    return Mutant.of(mistake, ruleId, summary, Infection.ofWorld(faulty::apply))
        .where(Possible.HAS_LIMIT);
  }

  private static CountedSlots countedAs(WorldRules rules, int more) {
    return new CountedSlots(rules) {
      @Override
      int counted() {
        return super.counted() + more;
      }
    };
  }

  private static final class NeverFreesSlot extends CountedSlots {
    NeverFreesSlot(WorldRules rules) {
      super(rules);
    }

    @Override
    public void leave(int id) {
      leakDuring(() -> super.leave(id));
    }
  }

  private static final class GivesUpAfterRefusals extends CountedSlots {
    private final int borne;

    GivesUpAfterRefusals(WorldRules rules, int borne) {
      super(rules);
      this.borne = borne;
    }

    @Override
    public boolean join(int id) {
      return refusals() < borne && super.join(id);
    }
  }

  private static final class CountsNewcomersAtEndOfRound extends CountedSlots {
    private final Rounds rounds;
    private int round = -1;
    private int atItsStart;

    CountsNewcomersAtEndOfRound(WorldRules rules, Rounds rounds) {
      super(rules);
      this.rounds = rounds;
    }

    @Override
    int counted() {
      if (round != rounds.number()) {
        round = rounds.number();
        atItsStart = super.counted();
      }
      return atItsStart;
    }
  }

  private static final class ActsOnMovesOfRefused extends PassingHandler {
    private final int limit;
    private final Set<Connection> players = new LinkedHashSet<>();
    private final Set<Connection> refused = new HashSet<>();

    ActsOnMovesOfRefused(ConnectionHandler game, int limit) {
      super(game);
      this.limit = limit;
    }

    @Override
    public void opened(Connection connection) {
      if (players.size() >= limit) {
        refused.add(connection);
      } else {
        players.add(connection);
        super.opened(connection);
      }
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      if (!refused.contains(connection)) {
        super.received(connection, bytes, from, to);
      } else if (!players.isEmpty()) {
        super.received(players.iterator().next(), bytes, from, to);
      }
    }

    @Override
    public void closed(Connection connection, String reason) {
      if (!refused.remove(connection)) {
        players.remove(connection);
        super.closed(connection, reason);
      }
    }
  }
}
