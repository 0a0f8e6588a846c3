package simul.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import simul.ci.iomodel.IoModelDetector;
import simul.ci.iomodel.IoModelJson;
import simul.ci.iomodel.IoModelReport;
import simul.ci.iomodel.IoModelText;
import simul.spec.header.SourceFile;

/** {@code io-model}: which of the lecture's I/O models a server's sources use. */
@Command(
    name = "io-model",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Tells from C++ sources which I/O model a server uses, and whether it is",
      "Overlapped I/O with completion callbacks, as homework 3 demands.",
      "Parses them: comments, strings and code that is never reached do not count."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:it is Overlapped I/O with completion callbacks",
      "1:it is another model, or that one in part",
      "2:a file cannot be read, or wrong use",
      "4:the sources do not tell",
      "5:a defect of this program"
    })
final class IoModelCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "The server's folder, or its files.")
  private List<Path> paths;

  @Mixin private OutputOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    output.checkWritable();
    List<SourceFile> sources = SourceFolders.load(paths);
    IoModelReport report = IoModelDetector.detect(sources);
    PrintWriter out = command.commandLine().getOut();
    List<String> lines = new IoModelText(output.language()).lines(report);
    lines.stream().limit(output.quiet() ? 1 : lines.size()).forEach(out::println);
    out.flush();
    output.writeJson(() -> IoModelJson.of(report, Version.text()));
    return switch (report.constraint().holds()) {
      case YES -> ExitCode.HOLDS;
      case PARTLY, NO -> ExitCode.BROKEN;
      case UNKNOWN -> ExitCode.INCONCLUSIVE;
    };
  }
}
