package simul.ci.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A program that was handed in ready: nothing is built, and nobody knows whether it is that of the
 * sources. It runs in a copy of its folder.
 */
final class ReadyProgram implements BuildStrategy {
  private final ProjectKind kind;

  /** For one of the ready kinds. */
  ReadyProgram(ProjectKind kind) {
    this.kind = kind;
  }

  @Override
  public String name() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<String> lacking(Project project, Tools tools) {
    if (project.kind() != kind) {
      return Optional.of("");
    }
    return switch (kind) {
      case EXE ->
          tools.isWindows() || tools.wine().isPresent()
              ? Optional.empty()
              : Optional.of("Wine, which would run the program, is not installed");
      case JAR ->
          BuiltProgram.mainClass(project.file().orElseThrow()).isEmpty()
              ? Optional.of(project.name() + ".jar names no Main-Class")
              : tools.first("java").isPresent()
                  ? Optional.empty()
                  : Optional.of("Java is not installed");
      default ->
          tools.isWindows() ? Optional.of("a program for Linux needs Linux") : Optional.empty();
    };
  }

  @Override
  public Attempt build(BuildOrder order) throws IOException {
    Path copy = order.work().resolve("src");
    order.tree().copyInto(copy);
    Path program = copy.resolve(order.tree().name(order.project().file().orElseThrow()));
    if (kind == ProjectKind.ELF && !program.toFile().setExecutable(true)) {
      return Attempt.failed("the program cannot be made executable", false, List.of());
    }
    String note = "a ready program, " + program.getFileName() + ", was run; nothing was built";
    boolean isWine = kind == ProjectKind.EXE && !order.tools().isWindows();
    List<String> words =
        switch (kind) {
          case JAR ->
              List.of(order.tools().first("java").orElseThrow(), "-jar", program.toString());
          case EXE ->
              isWine
                  ? List.of(order.tools().wine().orElseThrow(), program.toString())
                  : List.of(program.toString());
          default -> List.of(program.toString());
        };
    return Attempt.built(new RunCommand(words, program.getParent(), isWine), List.of(note));
  }
}
