package simul.ci.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import simul.ci.launch.CommandWords;

/**
 * Builds the server of a submission by the first strategy that works. Holds nothing of a build; any
 * threads, each with a work folder of its own.
 */
public final class Builder {
  private final Tools tools;
  private final ProcessRunner runner;
  private final Duration timeLimit;

  /**
   * A builder.
   *
   * @param timeLimit for all attempts of one build together
   */
  public Builder(Tools tools, ProcessRunner runner, Duration timeLimit) {
    this.tools = tools;
    this.runner = runner;
    this.timeLimit = timeLimit;
  }

  /** The names that a strategy can be forced by. */
  public static List<String> strategies() {
    return List.copyOf(new TreeSet<>(BuildStrategy.ALL.stream().map(BuildStrategy::name).toList()));
  }

  /** No build at all: what is given is run, in the submission's own folder or where it says. */
  public static BuildResult given(CommandWords command, Path folder) {
    return new BuildResult(
        "run",
        Optional.of(new RunCommand(command.words(), folder, false)),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO,
        false,
        List.of("run: as given"),
        List.of());
  }

  /**
   * Builds the server.
   *
   * @param work a folder that is empty or does not exist; nothing is written elsewhere
   * @param forced the only strategy to be tried, by its name
   * @throws IOException when the disk or a program of ours fails, which is not the submission's
   *     fault
   */
  public BuildResult build(Projects projects, Path work, Optional<String> forced)
      throws IOException {
    long start = System.nanoTime();
    Building building = new Building(FileTree.of(projects.root()), start + timeLimit.toNanos());
    Files.createDirectories(work);
    List<BuildStrategy> strategies =
        BuildStrategy.ALL.stream()
            .filter(strategy -> forced.isEmpty() || strategy.name().equals(forced.get()))
            .toList();
    for (Project project : projects.candidates()) {
      for (BuildStrategy strategy : strategies) {
        if (!building.isOver) {
          building.attempt(strategy, project, work.toRealPath());
        }
      }
    }
    return building.result(Duration.ofNanos(System.nanoTime() - start), projects);
  }

  /** One build, while it goes on. */
  private final class Building {
    private final FileTree tree;
    private final long deadline;
    private final List<String> attempts = new ArrayList<>();
    private String firstStrategy = "";
    private Attempt first;
    private Path log;
    private boolean isOver;
    private int count;

    Building(FileTree tree, long deadline) {
      this.tree = tree;
      this.deadline = deadline;
    }

    void attempt(BuildStrategy strategy, Project project, Path work) throws IOException {
      Optional<String> lacking = strategy.lacking(project, tools);
      if (lacking.isPresent()) {
        if (!lacking.get().isEmpty()) {
          attempts.add(strategy.name() + ": " + lacking.get());
        }
        return;
      }
      String name = ++count + "-" + strategy.name();
      Path folder = Files.createDirectories(work.resolve(name));
      Path itsLog = work.resolve(name + ".log");
      Attempt attempt =
          strategy.build(new BuildOrder(project, tree, folder, itsLog, tools, runner, deadline));
      String outcome = attempt.firstError().map(error -> "failed: " + error).orElse("built");
      attempts.add(strategy.name() + " of " + project.name() + ": " + outcome);
      isOver = attempt.command().isPresent() || attempt.timedOut();
      if (first == null || attempt.command().isPresent()) {
        first = attempt;
        firstStrategy = strategy.name();
        log = Files.isRegularFile(itsLog) ? itsLog : null;
      }
    }

    BuildResult result(Duration took, Projects projects) {
      if (first == null) {
        String why =
            projects.server().isEmpty()
                ? "no server was found among " + projects.all().size() + " projects"
                : "no way to build " + projects.server().get().name() + " can be tried here";
        return new BuildResult(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.of(why),
            took,
            false,
            attempts,
            List.of());
      }
      return new BuildResult(
          firstStrategy,
          first.command(),
          Optional.ofNullable(log),
          first.firstError(),
          took,
          first.timedOut(),
          attempts,
          first.notes());
    }
  }
}
