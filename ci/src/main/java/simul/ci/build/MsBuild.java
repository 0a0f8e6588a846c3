package simul.ci.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Visual Studio's own build, on Windows. */
final class MsBuild implements BuildStrategy {
  /** Where every Visual Studio since 2017 installs it, whatever its own version and folder. */
  private static final Path WHERE =
      Path.of("C:/Program Files (x86)/Microsoft Visual Studio/Installer/vswhere.exe");

  /** A project of an older Visual Studio names tools that this one has not. */
  private static final String NO_TOOLSET = "MSB8020";

  @Override
  public String name() {
    return "msbuild";
  }

  @Override
  public Optional<String> lacking(Project project, Tools tools) {
    if (project.kind() != ProjectKind.VISUAL_STUDIO) {
      return Optional.of("");
    }
    if (!tools.isWindows()) {
      return Optional.of("needs Windows");
    }
    if (project.sources().isEmpty()) {
      return Optional.of(project.name() + " lists no sources that are there");
    }
    return tools.first("msbuild").isPresent() || Files.isRegularFile(WHERE)
        ? Optional.empty()
        : Optional.of("Visual Studio or its build tools are not installed");
  }

  @Override
  public Attempt build(BuildOrder order) throws IOException {
    Optional<String> program = program(order);
    if (program.isEmpty()) {
      return Attempt.failed("Visual Studio has no MSBuild", false, List.of());
    }
    Path copy = order.work().resolve("src");
    order.tree().copyInto(copy);
    Path out = order.work().resolve("out");
    List<String> notes = new ArrayList<>();
    List<String> words = words(program.get(), order, copy, out);
    ProcessOutcome outcome = order.run(words, copy);
    if (!outcome.isSuccess() && log(order).contains(NO_TOOLSET)) {
      notes.add("the project's platform toolset is not installed; the newest took its place");
      words.add("/p:PlatformToolset=" + newestToolset(program.get()));
      words.add("/p:WindowsTargetPlatformVersion=10.0");
      outcome = order.run(words, copy);
    }
    if (!outcome.isSuccess()) {
      return order.failed(outcome, copy, notes);
    }
    boolean takesPort = false;
    for (Path source : order.project().sources()) {
      takesPort |= PortArgument.isTaken(SourceText.load(source).code());
    }
    Path folder = copy.resolve(order.tree().name(order.project().folder()));
    Optional<RunCommand> command =
        Files.isDirectory(out)
            ? BuiltProgram.find(out, folder, order.tools(), takesPort)
            : Optional.empty();
    return command
        .map(found -> Attempt.built(found, notes))
        .orElseGet(() -> Attempt.failed("MSBuild built no program", false, notes));
  }

  private static Optional<String> program(BuildOrder order) throws IOException {
    Optional<String> onPath = order.tools().first("msbuild");
    if (onPath.isPresent()) {
      return onPath;
    }
    List<String> words =
        List.of(
            WHERE.toString(),
            "-latest",
            "-products",
            "*",
            "-requires",
            "Microsoft.Component.MSBuild",
            "-find",
            "MSBuild\\**\\Bin\\MSBuild.exe");
    return order.run(words, order.work()).isSuccess()
        ? log(order).lines().filter(line -> line.endsWith("MSBuild.exe")).findFirst()
        : Optional.empty();
  }

  private static String log(BuildOrder order) throws IOException {
    return Files.isRegularFile(order.log())
        ? new String(Files.readAllBytes(order.log()), StandardCharsets.UTF_8)
        : "";
  }

  private static List<String> words(String program, BuildOrder order, Path copy, Path out)
      throws IOException {
    Path file = order.project().file().orElseThrow();
    String[] configuration = VcxProject.load(file).configuration().split("\\|", 2);
    List<String> words = new ArrayList<>();
    words.add(program);
    words.add(copy.resolve(order.tree().name(file)).toString());
    words.addAll(List.of("/nologo", "/v:minimal", "/nodeReuse:false"));
    words.add("/p:Configuration=" + configuration[0]);
    words.add("/p:Platform=" + configuration[1]);
    words.add("/p:OutDir=" + out + "\\");
    words.add("/p:IntDir=" + order.work().resolve("obj") + "\\");
    Path solution = order.project().solution().orElse(file);
    words.add("/p:SolutionDir=" + copy.resolve(order.tree().name(solution)).getParent() + "\\");
    return words;
  }

  /** By the year in the path of its installation; the newest known when there is none. */
  private static String newestToolset(String program) {
    if (program.contains("2017")) {
      return "v141";
    }
    return program.contains("2019") ? "v142" : "v143";
  }
}
