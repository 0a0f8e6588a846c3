package simul.ci.build;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One way to get from a project to a server that can be started. */
sealed interface BuildStrategy
    permits CMakeBuild,
        GradleBuild,
        MakeBuild,
        MavenBuild,
        MingwFolder,
        MingwProject,
        MsBuild,
        PlainCompiler,
        ReadyProgram {
  /** All, in the order in which they are tried. */
  List<BuildStrategy> ALL =
      List.of(
          new MsBuild(),
          new MingwProject(),
          new CMakeBuild(),
          new MakeBuild(),
          new MavenBuild(),
          new GradleBuild(),
          new MingwFolder(),
          new PlainCompiler(),
          new ReadyProgram(ProjectKind.JAR),
          new ReadyProgram(ProjectKind.EXE),
          new ReadyProgram(ProjectKind.ELF));

  /** What it is called when it is forced. */
  String name();

  /** Why it cannot be tried with a project; empty when it can. */
  Optional<String> lacking(Project project, Tools tools) throws IOException;

  /** Tries; all that it writes is in the order's work folder. */
  Attempt build(BuildOrder order) throws IOException;
}
