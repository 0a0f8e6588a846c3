package simul.ci.grade;

import java.util.List;
import java.util.stream.Collectors;
import simul.spec.yaml.Problem;

/** A rubric that cannot be used: the caller's fault, with every problem that was found. */
public final class RubricException extends Exception {
  private static final long serialVersionUID = 1;

  RubricException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }

  RubricException(String message) {
    super(message);
  }
}
