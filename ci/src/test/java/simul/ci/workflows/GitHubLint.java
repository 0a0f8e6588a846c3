package simul.ci.workflows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.Value;
import simul.spec.yaml.YamlReader;

/** What is wrong with a workflow for GitHub Actions, by its documented grammar and our manners. */
final class GitHubLint {
  private static final Set<String> WORKFLOW =
      Set.of("name", "on", "permissions", "env", "jobs", "concurrency", "defaults", "run-name");
  private static final Set<String> EVENTS =
      Set.of("push", "pull_request", "workflow_dispatch", "repository_dispatch", "schedule");
  private static final Set<String> JOB =
      Set.of(
          "name",
          "if",
          "needs",
          "runs-on",
          "timeout-minutes",
          "steps",
          "env",
          "permissions",
          "strategy",
          "outputs",
          "concurrency",
          "container",
          "defaults",
          "continue-on-error");
  private static final Set<String> STEP =
      Set.of(
          "id",
          "name",
          "if",
          "uses",
          "run",
          "with",
          "env",
          "shell",
          "working-directory",
          "timeout-minutes",
          "continue-on-error");
  private static final Set<String> SCOPES = Set.of("contents", "checks", "actions");
  private static final Set<String> RUNNERS = Set.of("ubuntu-24.04", "ubuntu-22.04", "windows-2022");
  private static final Set<String> SHELLS = Set.of("bash", "sh", "cmd", "pwsh", "powershell");
  private static final Pattern ACTION = Pattern.compile("[\\w-]+/[\\w-]+@v\\d+");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.*?)}}");

  private final List<String> problems = new ArrayList<>();
  private final Set<String> outputs = new HashSet<>();

  private GitHubLint() {}

  static List<String> problems(String text) {
    Problems yaml = new Problems("workflow");
    Optional<Value> root = new YamlReader("workflow", yaml).read(text);
    GitHubLint lint = new GitHubLint();
    yaml.sorted().forEach(problem -> lint.problems.add(problem.toString()));
    root.ifPresent(value -> lint.workflow(Reader.of(value)));
    return lint.problems;
  }

  private void workflow(Reader root) {
    keys("workflow", root, WORKFLOW, List.of("name", "on", "permissions", "jobs"));
    keys("on", root.map("on"), EVENTS, List.of());
    permissions(root.map("permissions"));
    if (root.map("jobs").entries().isEmpty()) {
      problems.add("there are no jobs");
    }
    root.map("jobs").entries().forEach((name, job) -> job(name, Reader.of(job)));
  }

  private void permissions(Reader permissions) {
    keys("permissions", permissions, SCOPES, List.of("contents"));
    if (!permissions.text("contents").equals(Optional.of("read"))) {
      problems.add("contents are to be read, not written");
    }
  }

  private void job(String name, Reader job) {
    keys("job " + name, job, JOB, List.of("runs-on", "timeout-minutes", "steps"));
    if (job.text("runs-on").filter(RUNNERS::contains).isEmpty()) {
      problems.add("job " + name + " runs on no machine of a fixed version");
    }
    if (job.whole("timeout-minutes").filter(m -> m != null && m > 0 && m <= 360).isEmpty()) {
      problems.add("job " + name + " has no timeout in minutes");
    }
    outputs.clear();
    job.list("steps").forEach(this::step);
  }

  private void step(Reader step) {
    String name = "step " + step.text("name").orElse("without a name");
    keys(name, step, STEP, List.of("name"));
    if (step.has("uses") == step.has("run")) {
      problems.add(name + " needs one of uses and run");
    }
    step.text("uses")
        .filter(uses -> !ACTION.matcher(uses).matches())
        .ifPresent(uses -> problems.add(name + " uses no action of a version: " + uses));
    if (step.has("uses") && step.has("shell") || step.has("run") && step.has("with")) {
      problems.add(name + " has what belongs to the other kind of step");
    }
    step.text("shell")
        .filter(shell -> !SHELLS.contains(shell))
        .ifPresent(shell -> problems.add(name + " has no shell " + shell));
    // What is put into a command by text can become a command: it goes through the environment.
    step.text("run")
        .filter(run -> run.contains("${{"))
        .ifPresent(run -> problems.add(name + " puts an expression into a command"));
    step.map("env").entries().values().forEach(value -> expression(name, value));
    step.map("with").entries().values().forEach(value -> expression(name, value));
    boolean checkout = step.text("uses").filter(u -> u.startsWith("actions/checkout")).isPresent();
    if (checkout
        && step.map("with").text("persist-credentials").filter("false"::equals).isEmpty()) {
      problems.add(name + " leaves a token where submissions can read it");
    }
    step.text("id")
        .filter(id -> !outputs.add(id))
        .ifPresent(id -> problems.add(name + " has the id of another: " + id));
  }

  private void expression(String step, Value value) {
    if (!(value instanceof Value.Scalar scalar)) {
      return;
    }
    Matcher matcher = EXPRESSION.matcher(scalar.text());
    while (matcher.find()) {
      String expression = matcher.group(1).strip();
      String[] words = expression.split("\\.");
      boolean known =
          words[0].equals("env") && words.length == 2
              || words[0].equals("steps") && words.length == 4 && outputs.contains(words[1]);
      if (!known) {
        problems.add(step + " asks for what no step before it has: " + expression);
      }
    }
  }

  private void keys(String where, Reader mapping, Set<String> known, List<String> required) {
    mapping.entries().keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> problems.add(where + " has an unknown key: " + key));
    required.stream()
        .filter(key -> !mapping.has(key))
        .forEach(key -> problems.add(where + " has no " + key));
  }
}
