package simul.ci.cli;

import java.security.SecureRandom;
import picocli.CommandLine.Option;

/** {@code --seed}: where randomness starts. */
final class SeedOption {
  @Option(
      names = "--seed",
      description = "Where randomness starts; the same seed does the same (default: a new one).")
  private Long seed;

  /** The seed that was asked for, or else a new one, short enough to be typed. */
  long value() {
    if (seed == null) {
      seed = (long) new SecureRandom().nextInt(1_000_000);
    }
    return seed;
  }
}
