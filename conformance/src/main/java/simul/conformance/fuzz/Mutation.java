package simul.conformance.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done to a stream of whole packets, or to its connection. */
public enum Mutation {
  /** Nothing but cuts. */
  NONE("MODEL-002", false),
  /** It stops in the middle of a packet while others play, and goes on. */
  PAUSED("FRAME-008", false),
  /** Another connection's bytes come between. */
  INTERLEAVED("FRAME-007", false),
  /** The client closes, within a packet or between two. */
  CLOSED("FRAME-018", false),
  /** It ends its sending half. */
  HALF_CLOSED("FRAME-018", false),
  /** It resets its connection. */
  RESET("FRAME-018", false),
  /** The length says 0. */
  LENGTH_0("BAD-001", true),
  /** The length says 1. */
  LENGTH_1("BAD-002", true),
  /** The length says 127, the largest of a signed byte. */
  LENGTH_127("BAD-010", true),
  /** The length says 128, which is negative in a signed byte. */
  LENGTH_128("BAD-010", true),
  /** The length is the largest that there is: 255 where it is a byte. */
  LENGTH_LARGEST("BAD-003", true),
  /** The length says one byte less than there is. */
  LENGTH_LESS("BAD-004", true),
  /** The length says one byte more than there is. */
  LENGTH_MORE("BAD-005", true),
  /** A byte is missing, and the length says so. */
  SHORTENED("BAD-004", true),
  /** There is a byte too much, and the length says so. */
  LENGTHENED("BAD-005", true),
  /** The type is 0. */
  TYPE_0("BAD-006", true),
  /** The type is the largest that there is. */
  TYPE_LARGEST("BAD-006", true),
  /** The type is any that no packet of clients has. */
  TYPE_RANDOM("BAD-006", true),
  /** A field holds the first value that is not allowed. */
  FIELD_BOUNDARY("BAD-007", true),
  /** A field holds any value that is not allowed. */
  FIELD_RANDOM("BAD-007", true),
  /** The packet ends early, and a whole one follows. */
  TRUNCATED("BAD-010", true),
  /** The packet's start comes twice. */
  DOUBLED("BAD-010", true),
  /** Another packet stands in the middle of it. */
  SPLICED("BAD-010", true),
  /** Some random bytes. */
  NOISE("BAD-008", true),
  /** A packet that servers send, about somebody else. */
  SERVER_PACKET("BAD-012", true),
  /** It names another player as its sender. */
  FOREIGN_ID("BAD-010", true);

  private final String ruleId;
  private final boolean bad;

  Mutation(String ruleId, boolean bad) {
    this.ruleId = ruleId;
    this.bad = bad;
  }

  /** The rule that a target breaks which does not stand it. */
  public String ruleId() {
    return ruleId;
  }

  /** Whether it makes the stream one that is not the protocol. */
  public boolean isBad() {
    return bad;
  }

  /** The word in tables and files: {@code length-0}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The mutation of that word. */
  static Optional<Mutation> parse(String word) {
    return Arrays.stream(values()).filter(mutation -> mutation.word().equals(word)).findFirst();
  }
}
