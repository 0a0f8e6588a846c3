package simul.conformance.selfcheck;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import simul.conformance.check.Selection;
import simul.conformance.mutant.Mutant;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.OddServer;
import simul.conformance.odd.OddServers;
import simul.spec.model.Spec;
import simul.spec.reference.Parts;

/**
 * A server of which is known whether it is right.
 *
 * @param name unique among all
 * @param summary what is special about it, one clause
 * @param ruleId the rule that a mutant breaks
 * @param waived rules of level SHOULD that it does not keep though it is right
 * @param change makes its parts of the reference server's
 */
public record Subject(
    Kind kind,
    String name,
    String summary,
    Optional<String> ruleId,
    Set<String> waived,
    UnaryOperator<Parts> change) {

  /** What a server is known to be. */
  public enum Kind {
    /** The reference server. */
    REFERENCE,
    /** A server that is odd but right. */
    ODD,
    /** A faulty server. */
    MUTANT;

    /** The word before the slash of a qualified name. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The reference server. */
  public static Subject reference() {
    return new Subject(
        Kind.REFERENCE,
        "reference",
        "keeps every rule in the plainest way",
        Optional.empty(),
        Set.of(),
        UnaryOperator.identity());
  }

  /** An odd server. */
  public static Subject of(OddServer odd) {
    return new Subject(
        Kind.ODD, odd.name(), odd.summary(), Optional.empty(), odd.waived(), odd.alter());
  }

  /** A mutant. */
  public static Subject of(Mutant mutant) {
    return new Subject(
        Kind.MUTANT,
        mutant.name(),
        mutant.summary(),
        Optional.of(mutant.ruleId()),
        Set.of(),
        mutant.infect());
  }

  /**
   * All there are: the reference server, the odd ones, and the mutants whose mistake can be made in
   * a protocol.
   */
  public static List<Subject> all(Spec spec) {
    return Stream.of(
            Stream.of(reference()),
            OddServers.all().stream().map(Subject::of),
            Mutants.all().stream().filter(mutant -> mutant.isPossibleIn(spec)).map(Subject::of))
        .flatMap(subjects -> subjects)
        .toList();
  }

  /** Whether it keeps the rules. */
  public boolean isRight() {
    return kind != Kind.MUTANT;
  }

  /** Whether a pattern is that of its name, or of its name after its kind: {@code odd/*}. */
  public boolean matches(String pattern) {
    return Selection.matches(pattern, name) || Selection.matches(pattern, kind.word() + "/" + name);
  }
}
