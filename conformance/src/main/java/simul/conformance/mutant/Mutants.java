package simul.conformance.mutant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every mutant there is. */
public final class Mutants {
  private Mutants() {}

  /** All, section by section. */
  public static List<Mutant> all() {
    return Stream.concat(FrameMutants.all().stream(), GameMutants.all().stream()).toList();
  }

  /** The mutant of that command-line name. */
  public static Optional<Mutant> find(String name) {
    return all().stream().filter(mutant -> mutant.name().equalsIgnoreCase(name)).findFirst();
  }
}
