package simul.spec.load;

import java.util.List;
import java.util.stream.Collectors;
import simul.spec.yaml.Problem;

/** A spec that cannot be used: the caller's fault, with every problem that was found. */
public final class SpecException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  SpecException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  SpecException(String message) {
    super(message);
    this.problems = List.of();
  }

  /** The problems in the order of the file; empty when the file could not be read at all. */
  public List<Problem> problems() {
    return problems;
  }
}
