package simul.conformance.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import simul.spec.meaning.Protocol;
import simul.spec.model.WorldRules;
import simul.spec.reference.Announcer;
import simul.spec.reference.io.Connection;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Mistakes in who is told of whom when somebody joins (handout, section 1). */
final class JoinMutants {
  private JoinMutants() {}

  static List<Mutant> all() {
    return List.of(
        announcing(
            "TellsNewcomerItsIdTwice",
            "JOIN-001",
            "tells a newcomer twice who it is",
            TellsNewcomerItsIdTwice::new),
        announcing(
            "TellsNewcomerOfItselfLast",
            "JOIN-001",
            "tells a newcomer of the others before it tells it its own ID",
            TellsNewcomerOfItselfLast::new),
        announcing(
                "TellsPositionBeforeLogin",
                "JOIN-002",
                "tells where somebody is before it tells that there is somebody",
                TellsPositionBeforeLogin::new)
            .where(Possible.TELLS_LOGINS),
        announcing(
                "TellsNewcomerOfNobody",
                "JOIN-003",
                "does not tell a newcomer who is there already",
                TellsNewcomerOfNobody::new)
            .where(Possible.TELLS_OF_EACH),
        announcing(
                "TellsOwnPositionLast",
                "JOIN-005",
                "tells a newcomer where its own piece is after it has told it of the others",
                TellsOwnPositionLast::new)
            .where(Possible.TELLS_POSITIONS),
        announcing(
                "TellsWhereOthersBegan",
                "JOIN-006",
                "tells a newcomer where the pieces of the others began",
                TellsWhereOthersBegan::new)
            .where(Possible.TELLS_OF_EACH),
        announcing(
                "TellsNobodyOfNewcomer",
                "JOIN-007",
                "does not tell those who play of a newcomer",
                TellsNobodyOfNewcomer::new)
            .where(Possible.TELLS_OF_EACH),
        announcing(
                "TellsOfNewcomerTwice",
                "JOIN-007",
                "tells those who play twice of a newcomer",
                TellsOfNewcomerTwice::new)
            .where(Possible.TELLS_OF_EACH),
        announcing(
                "TellsOthersAnotherStart",
                "JOIN-013",
                "tells those who play that every newcomer is in the first corner",
                TellsOthersAnotherStart::new)
            .where(Possible.TELLS_OF_EACH));
  }

  private static Mutant announcing(
      String mistake,
      String ruleId,
      String summary,
      BiFunction<Protocol, World, Announcer> faulty) {
    return Mutant.of(mistake, ruleId, summary, Infection.ofAnnouncer(faulty));
  }

  private static final class TellsNewcomerItsIdTwice extends Announcer {
    TellsNewcomerItsIdTwice(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void welcome(int newcomer, Connection connection) {
      super.welcome(newcomer, connection);
      super.welcome(newcomer, connection);
    }
  }

  private static final class TellsNewcomerOfItselfLast extends Announcer {
    TellsNewcomerOfItselfLast(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void welcome(int newcomer, Connection connection) {
      // It comes too late, below.
    }

    @Override
    protected void introduce(int newcomer, Connection connection) {
      super.introduce(newcomer, connection);
      super.welcome(newcomer, connection);
    }
  }

  private static final class TellsPositionBeforeLogin extends Announcer {
    TellsPositionBeforeLogin(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void appear(int observer, Connection listener, int id, Cell cell) {
      tell(listener, encoder().position(id, cell));
      super.appear(observer, listener, id, cell);
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

  private static final class TellsOwnPositionLast extends Announcer {
    TellsOwnPositionLast(Protocol protocol, World world) {
      super(protocol, world);
    }

    private byte[] position(int id) {
      return encoder().position(id, world().cell(id));
    }

    @Override
    protected void welcome(int newcomer, Connection connection) {
      byte[] all = encoder().self(newcomer, world().cell(newcomer));
      byte[] last = position(newcomer);
      int rest = all.length - last.length;
      boolean isLast = rest >= 0 && Arrays.equals(all, rest, all.length, last, 0, last.length);
      tell(connection, isLast ? Arrays.copyOf(all, rest) : all);
    }

    @Override
    protected void introduce(int newcomer, Connection connection) {
      super.introduce(newcomer, connection);
      tell(connection, position(newcomer));
    }
  }

  private static final class TellsWhereOthersBegan extends Announcer {
    private final WorldRules rules;

    TellsWhereOthersBegan(Protocol protocol, World world) {
      super(protocol, world);
      this.rules = protocol.spec().world();
    }

    @Override
    protected void appear(int observer, Connection listener, int id, Cell cell) {
      super.appear(observer, listener, id, World.inRows(rules, id));
    }
  }

  private static final class TellsNobodyOfNewcomer extends Announcer {
    TellsNobodyOfNewcomer(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void present(int newcomer) {
      // The loop over those who are there is what is missing.
    }
  }

  private static final class TellsOfNewcomerTwice extends Announcer {
    TellsOfNewcomerTwice(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void present(int newcomer) {
      super.present(newcomer);
      super.present(newcomer);
    }
  }

  private static final class TellsOthersAnotherStart extends Announcer {
    private boolean presenting;

    TellsOthersAnotherStart(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void present(int newcomer) {
      presenting = true;
      super.present(newcomer);
      presenting = false;
    }

    @Override
    protected void appear(int observer, Connection listener, int id, Cell cell) {
      super.appear(observer, listener, id, presenting ? new Cell(0, 0) : cell);
    }
  }
}
