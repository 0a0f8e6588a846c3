package simul.ci.examine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simul.ci.grade.Findings;
import simul.ci.grade.Rubric;
import simul.ci.launch.LaunchedTarget;
import simul.conformance.fuzz.Discovery;
import simul.conformance.fuzz.FuzzResult;
import simul.conformance.fuzz.Fuzzer;
import simul.conformance.fuzz.Harm;
import simul.conformance.fuzz.Sample;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.ReplayFile;
import simul.conformance.verdict.Verdict;

/** The random streams of an examination. */
final class StreamsOnServer {
  private static final Duration SHRINKING = Duration.ofSeconds(5);

  private final ExaminationPlan plan;
  private final Rubric.Streams wanted;
  private volatile Fuzzer fuzzer;

  StreamsOnServer(ExaminationPlan plan, Rubric.Streams wanted) {
    this.plan = plan;
    this.wanted = wanted;
  }

  Findings.Outcome run(LaunchedTarget server) {
    fuzzer =
        new Fuzzer(
            new Fuzzer.Plan(
                plan.protocol(),
                server.address(),
                plan.seed(),
                plan.patience(),
                wanted.time(),
                Long.MAX_VALUE,
                true,
                SHRINKING,
                List.of()),
            server,
            new Saving());
    try {
      FuzzResult result = fuzzer.run();
      String tries = result.tries() + " streams";
      String found =
          result.discoveries().stream()
              .findFirst()
              .map(discovery -> tries + ", one of which breaks " + discovery.ruleId())
              .orElse(tries);
      return new Findings.Outcome(result.verdict(), found);
    } catch (TargetUnreachable e) {
      return new Findings.Outcome(Verdict.FAIL, e.getMessage());
    }
  }

  void stop() {
    Fuzzer running = fuzzer;
    if (running != null) {
      running.stop();
    }
  }

  /** Keeps what was found. */
  private final class Saving implements Fuzzer.Listener {
    @Override
    public void started(Duration patience) {}

    @Override
    public void tried(Sample sample, boolean held, FuzzResult soFar) {}

    @Override
    public void met(Harm harm) {}

    @Override
    public Optional<String> save(int number, Discovery found) {
      String name = String.format(Locale.ROOT, "fuzz-%02d.trace", number);
      Path file = plan.traces().resolve(name);
      try {
        ReplayFile replay = new ReplayFile(plan.specName(), found.ruleId(), found.script());
        Files.writeString(file, replay.text());
        return Optional.of(name);
      } catch (IOException e) {
        // The finding counts without its file.
        return Optional.empty();
      }
    }
  }
}
