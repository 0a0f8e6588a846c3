package simul.conformance.script;

import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.model.Spec;
import simul.spec.model.WorldRules;
import simul.spec.model.WorldRules.BlockedReply;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Who must, who may and who need not be told of a move, as the spec has it. Immutable. */
final class Audience {

  /** What an observer is owed. */
  enum Claim {
    /** It must be told. */
    MUST,
    /** It may be told. */
    MAY,
    /** It is not told. */
    NOT
  }

  private final WorldRules rules;
  private final boolean eventForEachMove;
  private final boolean poke;
  private final boolean entries;
  private final boolean departures;
  private final boolean ownFirst;

  private Audience(Spec spec) {
    this.rules = spec.world();
    this.eventForEachMove = spec.roles().tells(Event.Role.POSITION);
    this.poke = spec.roles().poke().isPresent();
    boolean snapshots = !spec.roles().snapshots().isEmpty();
    this.entries = snapshots || spec.roles().tells(Event.Role.ENTER);
    this.departures = snapshots || spec.roles().tells(Event.Role.LEAVE);
    this.ownFirst =
        !snapshots
            && spec.roles().identity() == Roles.Identity.TOLD
            && spec.roles().tells(Event.Role.SELF);
  }

  static Audience of(Spec spec) {
    return new Audience(spec);
  }

  /** Whether each move is told for itself. */
  boolean hearsEachMove() {
    return rules.telling().eachMove();
  }

  /** Whether an arrival is told, apart from the position. */
  boolean hearsArrivals() {
    return entries;
  }

  /** Whether departures are told. */
  boolean hearsDepartures() {
    return departures && hearsOthers();
  }

  /** Whether a client hears of others that it has nothing to do with. */
  private boolean hearsOthers() {
    return rules.telling().audience() != WorldRules.Audience.MOVER || poke;
  }

  /** Whether pieces come and go as they come into view and leave it. */
  boolean isByView() {
    return rules.telling().audience() == WorldRules.Audience.VIEW;
  }

  /** Whether a newcomer is told of itself before it is told of anybody else. */
  boolean hearsItselfFirst() {
    return ownFirst;
  }

  /** Whether whoever has not moved has to ask how the world is. */
  boolean mustPoke() {
    return poke && rules.telling().audience() == WorldRules.Audience.MOVER;
  }

  /** Whether a position that is where the piece is anyway may come unasked. */
  boolean mayRepeat() {
    return isByView();
  }

  /**
   * What an observer is owed of a move.
   *
   * @param still whether the observer's own piece is known to stand where it stands
   */
  Claim claim(boolean isMover, Cell before, Cell after, Cell observer, boolean still) {
    boolean blocked = before.equals(after);
    if (blocked && (rules.blockedReply() == BlockedReply.NEVER || !eventForEachMove)) {
      return Claim.NOT;
    }
    Claim told =
        switch (rules.telling().audience()) {
          case ALL -> Claim.MUST;
          case OTHERS -> isMover ? Claim.NOT : Claim.MUST;
          case MOVER -> isMover || poke ? Claim.MUST : Claim.NOT;
          case VIEW -> isMover ? Claim.MUST : inView(before, after, observer, still);
        };
    boolean optional = blocked && rules.blockedReply() == BlockedReply.OPTIONAL;
    return optional && told == Claim.MUST ? Claim.MAY : told;
  }

  private Claim inView(Cell before, Cell after, Cell observer, boolean still) {
    if (!still) {
      return Claim.MAY;
    }
    boolean sees = Board.isInView(observer, after, rules.telling().view());
    boolean saw = Board.isInView(observer, before, rules.telling().view());
    return sees ? Claim.MUST : saw ? Claim.MAY : Claim.NOT;
  }

  /** What clients that stand there are owed of one another when one of them arrives. */
  Claim introduction(Cell observer, Cell other) {
    if (isByView()) {
      return mustKnow(observer, other) ? Claim.MUST : Claim.MAY;
    }
    return mustKnow(observer, other) ? Claim.MUST : Claim.NOT;
  }

  /** Whether clients that stand there must know of one another. */
  boolean mustKnow(Cell observer, Cell other) {
    return switch (rules.telling().audience()) {
      case ALL, OTHERS -> true;
      case MOVER -> poke;
      case VIEW -> Board.isInView(observer, other, rules.telling().view());
    };
  }
}
