package simul.conformance.mutant;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.Requests;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;
import simul.spec.model.WorldRules.Edge;
import simul.spec.reference.Announcer;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Mistakes in where a move leads, and whose piece it moves (handout, section 2). */
final class SteeringMutants {
  private SteeringMutants() {}

  static List<Mutant> all() {
    return List.of(
        steering("MovesTwoCells", "MOVE-001", "moves a piece two cells", MovesTwoCells::new),
        ofBoard(
            "WalksOffTheBoard",
            "MOVE-003",
            "does not check whether a move leads off the board",
            rules -> board(rules, 0, 0, Edge.FREE)),
        ofBoard(
                "AllowsOneColumnTooMany",
                "MOVE-003",
                "checks that x is at most the width, not below it",
                rules -> board(rules, 1, 0, Edge.STAY))
            .inTheRightMoment(),
        turning(
            "SwapsUpAndDown",
            "MOVE-005",
            "lets y grow upwards",
            direction ->
                switch (direction) {
                  case UP -> Direction.DOWN;
                  case DOWN -> Direction.UP;
                  default -> direction;
                }),
        turning(
            "FallsThroughFromDownToLeft",
            "MOVE-006",
            "has no break behind the case of a move down, so that it is one to the left",
            direction -> direction == Direction.DOWN ? Direction.LEFT : direction),
        turning(
            "SwapsAxes",
            "MOVE-007",
            "takes x for y",
            direction ->
                switch (direction) {
                  case UP -> Direction.LEFT;
                  case DOWN -> Direction.RIGHT;
                  case LEFT -> Direction.UP;
                  case RIGHT -> Direction.DOWN;
                }),
        turning(
            "TakesRightForLeft",
            "MOVE-008",
            "takes every move to the side for one to the left",
            direction -> direction == Direction.RIGHT ? Direction.LEFT : direction),
        ofBoard(
            "WrapsAtTheEdge",
            "MOVE-009",
            "lets a piece that leaves the board come in again on the other side",
            rules -> board(rules, 0, 0, Edge.WRAP)),
        steering(
                "LosesMoveAfterBlockedOne",
                "MOVE-009",
                "loses the move behind one that the edge has blocked",
                LosesMoveAfterBlockedOne::new)
            .inTheRightMoment()
            .where(Possible.HAS_EDGE),
        ofBoard(
            "StopsBeforeLastColumn",
            "MOVE-010",
            "lets no piece into the last column",
            rules -> board(rules, -1, 0, Edge.STAY)),
        steering(
                "SticksInLastCorner",
                "MOVE-010",
                "never lets a piece out of the corner with the largest x and y",
                SticksInLastCorner::new)
            .inTheRightMoment()
            .where(Possible.HAS_EDGE),
        Mutant.of(
                "LosesMovesOfSameMoment",
                "MOVE-012",
                "keeps one client's move at a time, so that those of others at that moment are lost",
                Infection.sharing(
                    SharedMove::new,
                    shared -> shared.rounds.counting().and(Infection.ofRequests(shared::requests))))
            .inTheRightMoment(),
        Mutant.of(
                "MovesWhoeverJoinedLast",
                "MOVE-013",
                "keeps the piece that moves in a global variable that each newcomer sets",
                Infection.sharing(
                    LastNewcomer::new,
                    last ->
                        Infection.ofWorld(last::world).and(Infection.ofAnnouncer(last::announcer))))
            .where(Possible.GIVES_IDS),
        steering(
                "DragsWhoeverSharesCell",
                "MOVE-013",
                "finds the piece to move by its cell, and so moves all that share it",
                DragsWhoeverSharesCell::new)
            .inTheRightMoment());
  }

  private static Mutant steering(
      String mistake, String ruleId, String summary, Function<WorldRules, World> faulty) {
    return Mutant.of(mistake, ruleId, summary, Infection.ofWorld(faulty));
  }

  private static Mutant turning(
      String mistake, String ruleId, String summary, UnaryOperator<Direction> turn) {
    return steering(
        mistake,
        ruleId,
        summary,
        rules ->
            new Steered(rules) {
              @Override
              public Cell move(int id, Direction direction) {
                return step(id, turn.apply(direction));
              }
            });
  }

  private static Mutant ofBoard(
      String mistake, String ruleId, String summary, UnaryOperator<WorldRules> board) {
    return steering(
            mistake,
            ruleId,
            summary,
            rules -> new World(board.apply(rules), id -> World.inRows(rules, id)))
        .where(Possible.HAS_EDGE);
  }

  /** The same game on another board. */
  private static WorldRules board(WorldRules rules, int wider, int higher, Edge edge) {
    return new WorldRules(
        rules.width() + wider,
        rules.height() + higher,
        edge,
        rules.shared(),
        rules.coordinates(),
        rules.telling(),
        rules.slots());
  }

  /** A world in which a move to a cell is one in a direction, too. */
  private abstract static class Steered extends World {
    Steered(WorldRules rules) {
      super(rules, id -> World.inRows(rules, id));
    }

    @Override
    public Cell moveTo(int id, int x, int y) {
      Cell from = cell(id);
      for (Direction direction : Direction.values()) {
        if (x - from.x() == direction.dx() && y - from.y() == direction.dy()) {
          return move(id, direction);
        }
      }
      return super.moveTo(id, x, y);
    }

    /** Moves a piece as it should be. */
    final Cell step(int id, Direction direction) {
      return super.move(id, direction);
    }
  }

  private static final class MovesTwoCells extends Steered {
    MovesTwoCells(WorldRules rules) {
      super(rules);
    }

    @Override
    public Cell move(int id, Direction direction) {
      step(id, direction);
      return step(id, direction);
    }
  }

  private static final class LosesMoveAfterBlockedOne extends Steered {
    private int blocked = -1;

    LosesMoveAfterBlockedOne(WorldRules rules) {
      super(rules);
    }

    @Override
    public Cell move(int id, Direction direction) {
      Cell before = cell(id);
      if (blocked == id) {
        blocked = -1;
        return before;
      }
      Cell after = step(id, direction);
      blocked = after.equals(before) ? id : blocked;
      return after;
    }
  }

  private static final class SticksInLastCorner extends Steered {
    private final Cell corner;

    SticksInLastCorner(WorldRules rules) {
      super(rules);
      this.corner = new Cell(rules.width() - 1, rules.height() - 1);
    }

    @Override
    public Cell move(int id, Direction direction) {
      return cell(id).equals(corner) ? corner : step(id, direction);
    }
  }

  private static final class DragsWhoeverSharesCell extends Steered {
    DragsWhoeverSharesCell(WorldRules rules) {
      super(rules);
    }

    @Override
    public Cell move(int id, Direction direction) {
      Cell from = cell(id);
      for (int other : List.copyOf(pieces().keySet())) {
        if (other != id && cell(other).equals(from)) {
          step(other, direction);
        }
      }
      return step(id, direction);
    }
  }

  /** The one place in which a move is kept until it is told. */
  private static final class SharedMove {
    private final Rounds rounds = new Rounds();
    private int round = -1;
    private Requests mover;

    Requests requests(Requests right) {
      return new Spoiling.Passed(right) {
        @Override
        boolean isActedOn() {
          if (round != rounds.number()) {
            round = rounds.number();
            mover = this;
          }
          return equals(mover);
        }
      };
    }
  }

  /** The variable that should belong to each client, and does not. */
  private static final class LastNewcomer {
    private static final Cell ELSEWHERE = new Cell(-1, -1);

    private int id;

    World world(WorldRules rules) {
      return new Steered(rules) {
        @Override
        public OptionalInt join() {
          OptionalInt given = super.join();
          id = given.orElse(id);
          return given;
        }

        @Override
        public Cell move(int mover, Direction direction) {
          return step(contains(id) ? id : mover, direction);
        }
      };
    }

    Announcer announcer(Protocol protocol, World world) {
      return new Announcer(protocol, world) {
        @Override
        public void moved(int mover, Cell before, Cell after, long stamp) {
          super.moved(world.contains(id) ? id : mover, ELSEWHERE, after, stamp);
        }
      };
    }
  }
}
