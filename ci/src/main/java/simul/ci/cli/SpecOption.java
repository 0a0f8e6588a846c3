package simul.ci.cli;

import picocli.CommandLine.Option;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** {@code --spec}: which protocol. */
final class SpecOption {
  private static final String DEFAULT = "homework3";

  @Option(
      names = "--spec",
      paramLabel = "NAME|FILE",
      description = "The protocol: a bundled spec or a file (default: homework3).")
  private String spec;

  /** What was asked for, or else the default. */
  String name() {
    return spec == null ? DEFAULT : spec;
  }

  /** Whether one was asked for. */
  boolean isAskedFor() {
    return spec != null;
  }

  /** The protocol, compiled. */
  Protocol protocol() {
    return load(name());
  }

  /** A protocol by the name or file of its spec. */
  static Protocol load(String spec) {
    try {
      return Protocol.of(SpecLoader.load(spec));
    } catch (SpecException e) {
      throw CommandFailure.usage(e.getMessage());
    }
  }
}
