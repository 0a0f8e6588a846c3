package simul.conformance.odd;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import simul.spec.reference.Parts;

/**
 * A server that is odd but correct.
 *
 * @param oddity the oddity as a name, like a class's: {@code WritesSingleBytes}
 * @param summary the oddity in one clause
 * @param waived the rules of level SHOULD that it does not keep, by ID; it keeps every MUST
 * @param alter replaces the parts in which it is odd
 */
public record OddServer(
    String oddity, String summary, Set<String> waived, UnaryOperator<Parts> alter) {
  public OddServer {
    waived = Set.copyOf(waived);
  }

  /** A server that keeps every SHOULD as well. */
  public OddServer(String oddity, String summary, UnaryOperator<Parts> alter) {
    this(oddity, summary, Set.of(), alter);
  }

  /** The name on the command line: {@code writes-single-bytes}. */
  public String name() {
    return oddity.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
