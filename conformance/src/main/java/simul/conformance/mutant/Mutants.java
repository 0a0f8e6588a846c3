package simul.conformance.mutant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every mutant there is. */
public final class Mutants {
  private static final List<Mutant> ALL =
      Stream.of(
              FrameMutants.all(),
              StreamMutants.all(),
              JoinMutants.all(),
              IdMutants.all(),
              NewcomerMutants.all(),
              SteeringMutants.all(),
              MoveMutants.all(),
              LeaveMutants.all(),
              DepartureMutants.all(),
              FullMutants.all(),
              SlotMutants.all(),
              SendMutants.all(),
              RemainderMutants.all(),
              BadMutants.all(),
              GarbageMutants.all(),
              LoadMutants.all())
          .flatMap(Collection::stream)
          .toList();

  private Mutants() {}

  /** All, section by section. */
  public static List<Mutant> all() {
    return ALL;
  }

  /** The mutant of that command-line name. */
  public static Optional<Mutant> find(String name) {
    return ALL.stream().filter(mutant -> mutant.name().equalsIgnoreCase(name)).findFirst();
  }
}
