package simul.ci.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simul.spec.export.ExportFormat;

/** {@code spec export}: a spec for other tools. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Turns a spec into a C++ header, a Wireshark dissector, a page or Kaitai Struct.")
final class SpecExportCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME|FILE",
      description = "A bundled spec or a file (default: homework3).")
  private String positional;

  @Option(names = "--spec", paramLabel = "NAME|FILE", description = "The same as an option.")
  private String spec;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private String out;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  /** The formats, for the help text. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ExportFormat.values()).map(ExportFormat::word).iterator();
    }
  }

  @Override
  public Integer call() {
    if (positional != null && spec != null) {
      throw CommandFailure.usage("--spec " + spec + " and " + positional + ": one spec at a time");
    }
    ExportFormat target =
        ExportFormat.parse(format)
            .orElseThrow(
                () ->
                    CommandFailure.usage(
                        "--to must be one of "
                            + String.join(", ", new Formats())
                            + ", but is "
                            + format));
    if (out != null) {
      new ResultFile("--out", out).checkWritable();
    }
    String name = positional != null ? positional : spec != null ? spec : "homework3";
    String text = target.of(SpecOption.load(name).spec());
    if (out != null) {
      new ResultFile("--out", out).write(text);
    } else {
      PrintWriter printer = command.commandLine().getOut();
      printer.print(text);
      printer.flush();
    }
    return ExitCode.HOLDS;
  }
}
