package simul.conformance.mutant;

import java.util.function.Predicate;
import simul.spec.model.Event;
import simul.spec.model.Framing;
import simul.spec.model.Roles;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.model.WorldRules.Audience;
import simul.spec.model.WorldRules.Edge;
import simul.spec.model.WorldRules.Full;

/** In which protocols a mistake can be made at all. */
final class Possible {
  /** A move off the board leads nowhere. */
  static final Predicate<Spec> HAS_EDGE = spec -> spec.world().edge() == Edge.STAY;

  /** A client beyond the limit is not let in. */
  static final Predicate<Spec> HAS_LIMIT = spec -> spec.world().slots().full() != Full.ADMIT;

  /** What clients send has a length in it. */
  static final Predicate<Spec> HAS_LENGTH =
      spec -> spec.framing(Sender.CLIENT) instanceof Framing.LengthPrefixed;

  /** What clients send has a type in it. */
  static final Predicate<Spec> HAS_TYPE =
      spec -> spec.framing(Sender.CLIENT).typeField().isPresent();

  /** The server says which ID a client has. */
  static final Predicate<Spec> GIVES_IDS = spec -> spec.roles().identity() != Roles.Identity.CHOSEN;

  /** A position is a packet of its own. */
  static final Predicate<Spec> TELLS_POSITIONS = spec -> spec.roles().tells(Event.Role.POSITION);

  /** An arrival is a packet of its own. */
  static final Predicate<Spec> TELLS_LOGINS = spec -> spec.roles().tells(Event.Role.ENTER);

  /** A departure is a packet of its own. */
  static final Predicate<Spec> TELLS_LOGOUTS = spec -> spec.roles().tells(Event.Role.LEAVE);

  /** Each client that is there is told by itself, by an arrival or by a position. */
  static final Predicate<Spec> TELLS_OF_EACH = TELLS_LOGINS.or(TELLS_POSITIONS);

  /** Clients can say that they leave. */
  static final Predicate<Spec> HAS_GOODBYE = spec -> !spec.roles().bye().isEmpty();

  /** A move is told to the one who made it. */
  static final Predicate<Spec> MOVER_IS_TOLD =
      spec -> spec.world().telling().audience() != Audience.OTHERS;

  /** A move is told to others. */
  static final Predicate<Spec> OTHERS_ARE_TOLD =
      spec -> spec.world().telling().audience() != Audience.MOVER;

  private Possible() {}
}
