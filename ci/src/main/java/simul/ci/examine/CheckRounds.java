package simul.ci.examine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.ci.grade.Findings;
import simul.ci.launch.LaunchedTarget;
import simul.conformance.check.Check;
import simul.conformance.check.Suite;
import simul.conformance.probe.Recorder;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.ReplayFile;
import simul.conformance.script.Script;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Rule;

/** The checks of an examination, run until each is decided or there were enough runs. */
final class CheckRounds {
  private final ExaminationPlan plan;
  private final List<Check> all;

  /** What is known of each check, by its ID, and after how many runs. */
  private final Map<String, CheckResult> known = new LinkedHashMap<>();

  private final Map<String, Integer> runs = new LinkedHashMap<>();
  private SuiteResult last;
  private Duration spent = Duration.ZERO;
  private volatile Runnable stopping = () -> {};

  CheckRounds(ExaminationPlan plan, List<Check> all) {
    this.plan = plan;
    this.all = all;
  }

  /** Runs, on a server that has just been launched, those that are not decided yet. */
  void run(LaunchedTarget server, int number) {
    List<Check> left = all.stream().filter(check -> isUndecided(check.ruleId())).toList();
    Suite suite =
        new Suite(
            new Suite.Plan(
                plan.protocol(),
                server.address(),
                left,
                plan.seed() + number - 1,
                plan.patience(),
                id -> Recorder.NONE,
                plan.effort(),
                true),
            new Saving(),
            server);
    stopping = suite::stop;
    try {
      last = suite.run();
    } catch (TargetUnreachable e) {
      last = suite.resultWithoutTarget(e.getMessage());
    }
    spent = spent.plus(last.duration());
    for (CheckResult result : last.checks()) {
      known.put(result.rule().id(), result);
      runs.merge(result.rule().id(), 1, Integer::sum);
    }
  }

  void stop() {
    stopping.run();
  }

  private boolean isUndecided(String id) {
    return !known.containsKey(id) || known.get(id).verdict() == Verdict.INCONCLUSIVE;
  }

  boolean anyUndecided() {
    return all.stream().anyMatch(check -> isUndecided(check.ruleId()));
  }

  /** What counts of each. */
  List<Findings.Checked> checked() {
    return known.values().stream()
        .map(
            result ->
                new Findings.Checked(
                    result.rule().id(),
                    result.verdict(),
                    runs.get(result.rule().id()),
                    result.reason()))
        .toList();
  }

  /** All of it as if it had been one run. */
  Optional<SuiteResult> result() {
    return Optional.ofNullable(last)
        .map(
            result ->
                new SuiteResult(
                    result.spec(),
                    result.target(),
                    plan.seed(),
                    result.patience(),
                    spent,
                    new ArrayList<>(known.values())));
  }

  /** Keeps each failure's script. */
  private final class Saving implements Suite.Listener {
    @Override
    public void started(Duration patience) {}

    @Override
    public void ended(CheckResult result) {}

    @Override
    public Optional<String> save(Rule rule, Script script) {
      Path file = plan.traces().resolve(rule.id() + ".trace");
      try {
        Files.writeString(file, new ReplayFile(plan.specName(), rule.id(), script).text());
        return Optional.of(file.getFileName().toString());
      } catch (IOException e) {
        // The finding counts without its file.
        return Optional.empty();
      }
    }

    @Override
    public void defect(Rule rule, RuntimeException defect) {
      throw defect;
    }
  }
}
