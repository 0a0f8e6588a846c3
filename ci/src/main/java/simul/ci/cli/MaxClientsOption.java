package simul.ci.cli;

import picocli.CommandLine.Option;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** {@code --max-clients}: another limit than the spec's. */
final class MaxClientsOption {
  /** The spec whose IDs are wide enough for any limit. */
  static final String CROWD = "crowd";

  private static final int MOST = 1_000_000;

  @Option(
      names = "--max-clients",
      paramLabel = "N",
      description =
          "How many may play (default: the spec's limit). More than the IDs of homework3 are enough"
              + " for means the spec crowd, whose IDs have 32 bits, unless --spec says otherwise.")
  private Integer most;

  /** The protocol that was asked for, with the limit that was asked for. */
  Protocol apply(SpecOption spec) {
    if (most == null) {
      return spec.protocol();
    }
    if (most < 1 || most > MOST) {
      throw CommandFailure.usage("--max-clients must be in 1.." + MOST + ", but is " + most);
    }
    Protocol asIs = spec.protocol();
    try {
      return Protocol.of(SpecLoader.load(spec.name(), most));
    } catch (SpecException e) {
      if (spec.isAskedFor()) {
        throw CommandFailure.usage(
            "--max-clients "
                + most
                + ": too many for the IDs or arrays of "
                + asIs.spec().name()
                + " (those of "
                + CROWD
                + " have 32 bits)");
      }
      return crowd(most);
    }
  }

  private static Protocol crowd(int most) {
    try {
      return Protocol.of(SpecLoader.load(CROWD, most));
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }
}
