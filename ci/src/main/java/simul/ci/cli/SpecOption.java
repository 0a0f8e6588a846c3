package simul.ci.cli;

import picocli.CommandLine.Option;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** {@code --spec}: which protocol. */
final class SpecOption {
  @Option(
      names = "--spec",
      paramLabel = "NAME|FILE",
      defaultValue = "homework3",
      description = "The protocol: a bundled spec or a file (default: ${DEFAULT-VALUE}).")
  private String spec;

  /** What was asked for. */
  String name() {
    return spec;
  }

  /** The protocol, compiled. */
  Protocol protocol() {
    return load(spec);
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
