package simul.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import simul.conformance.mutant.Mutant;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.Servers;

/**
 * Measures how soon the fuzzer finds each mutant, and writes the page about it: {@code mvn -pl
 * spec,conformance test -Dtest=FuzzBenchTest -Dgroups=bench -Dexcluded.tests= -Dsimul.write=true}.
 */
@Tag("bench")
class FuzzBenchTest {
  private static final Path PAGE = Path.of("docs", "fuzz-mutants.md");

  private static final Duration LIMIT = Duration.ofSeconds(Integer.getInteger("simul.limit", 20));

  private static final long SEED = 1;

  /** Silence takes no processor, so more run than there are of those. */
  private static final int AT_A_TIME = 4;

  /** One mutant's line. */
  private record Line(Mutant mutant, FuzzRun run) {
    boolean isFound() {
      return !run.saved().isEmpty();
    }

    private Discovery first() {
      return run.saved().get(0);
    }

    String text() {
      String found =
          isFound()
              ? String.format(
                  Locale.ROOT,
                  "%d | %.1f | %d | %s | %s",
                  first().tries(),
                  first().after().toMillis() / 1000.0,
                  first().packets(),
                  first().harm().word(),
                  first().mutation().word())
              : String.format(Locale.ROOT, "not in %d | - | - | - | -", run.result().tries());
      return "| " + mutant.name() + " | " + mutant.ruleId() + " | " + found + " |";
    }
  }

  @Test
  void mostMutantsAreFoundSoon() throws Exception {
    List<Mutant> mutants =
        Mutants.all().stream()
            .filter(mutant -> mutant.isPossibleIn(Servers.HOMEWORK3.spec()))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    List<Line> lines;
    try {
      List<Future<Line>> running =
          mutants.stream().map(mutant -> threads.submit(() -> line(mutant))).toList();
      lines = new java.util.ArrayList<>();
      for (Future<Line> line : running) {
        lines.add(line.get());
      }
    } finally {
      threads.shutdownNow();
    }
    if (Boolean.getBoolean("simul.write")) {
      Files.writeString(PAGE, page(lines));
    }

    assertThat(lines.stream().filter(Line::isFound).count()).isGreaterThan(mutants.size() / 2);
  }

  private static Line line(Mutant mutant) {
    return new Line(mutant, FuzzRun.untilFirst(Servers.HOMEWORK3, mutant.infect(), SEED, LIMIT));
  }

  private static String page(List<Line> lines) {
    List<Line> found = lines.stream().filter(Line::isFound).toList();
    List<Double> seconds =
        found.stream().map(line -> line.first().after().toMillis() / 1000.0).sorted().toList();
    long small = found.stream().filter(line -> line.first().packets() <= 3).count();
    String head =
        String.format(
            Locale.ROOT,
            """
            # How soon the fuzzer finds each mutant

            Written by `FuzzBenchTest` (its page comment says how): one run of at most %d s against each mutant that
            homework3 can have, %d at a time in one program, seed %d, patience 500 ms, until the first finding, which is
            made smaller for at most %d s.

            %d of %d found; of those half within %.1f s, nine in ten within %.1f s; %d with a stream of at most 3 packets.

            | mutant | rule | tries | seconds | packets | harm | mutation |
            | --- | --- | --- | --- | --- | --- | --- |
            """,
            LIMIT.toSeconds(),
            AT_A_TIME,
            SEED,
            FuzzRun.SHRINKING.toSeconds(),
            found.size(),
            lines.size(),
            seconds.get(seconds.size() / 2),
            seconds.get(seconds.size() * 9 / 10),
            small);
    return head + lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
  }
}
