package simul.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simul.ci.compare.Comparison;
import simul.ci.compare.Figures;
import simul.ci.compare.ModelBench;
import simul.ci.compare.QuietCrowd;
import simul.ci.report.ComparisonHtml;
import simul.ci.report.ComparisonJson;
import simul.ci.report.ComparisonMarkdown;
import simul.spec.reference.io.IoModels;

/** {@code compare-io-models}: what each of the lecture's I/O models costs. */
@Command(
    name = "compare-io-models",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Runs the reference server with each I/O model in a process of its own, lets bots play on it,"
          + " and prints the lecture's table with figures.",
      "Takes five to ten minutes on two cores; nothing else should run."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every model was measured, as far as it goes",
      "2:wrong use",
      "4:a model gave no figure at any size",
      "5:a defect of this program"
    })
final class CompareIoModelsCommand implements Callable<Integer> {
  /** What one machine can connect. */
  private static final int MOST_CLIENTS = 20_000;

  @Option(
      names = "--models",
      paramLabel = "NAME",
      split = ",",
      description = "Which models (default: all that this JDK has; see serve --help).")
  private List<String> models = List.of();

  @Option(
      names = "--clients",
      paramLabel = "N",
      split = ",",
      defaultValue = "10,100,1000,10000",
      description = "How many clients (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes;

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      defaultValue = "2s",
      description = "How long bots play in each act (default: ${DEFAULT-VALUE}).")
  private Duration play;

  @Option(
      names = "--rate",
      paramLabel = "MOVES",
      defaultValue = "2000",
      description =
          "Moves a second, of all clients together, at which times are taken (default:"
              + " ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--within",
      paramLabel = "DURATION",
      defaultValue = "480s",
      description = "Begin nothing after so long (default: ${DEFAULT-VALUE}).")
  private Duration within;

  @Option(
      names = "--jdk",
      paramLabel = "FOLDER",
      description = "The JDK that the servers run on (default: the one that runs this).")
  private Path jdk;

  @Option(names = "--markdown", paramLabel = "FILE", description = "Write a page in Markdown.")
  private String markdown;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page with plots.")
  private String html;

  @Mixin private SeedOption seed;
  @Mixin private OutputOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    Path folder = Files.createTempDirectory("simul-compare");
    try {
      Path spec = QuietCrowd.write(folder);
      Comparison comparison = measure(spec);
      write(comparison);
      boolean complete =
          comparison.models().stream()
              .allMatch(
                  model ->
                      comparison.sizes().stream()
                          .anyMatch(size -> comparison.load(model, size).isPresent()));
      return complete ? ExitCode.HOLDS : ExitCode.INCONCLUSIVE;
    } finally {
      Files.deleteIfExists(folder.resolve("crowd-quiet.yaml"));
      Files.deleteIfExists(folder);
    }
  }

  private void check() {
    List<IoModels> known = IoModelOptions.models(models);
    assert !known.isEmpty();
    for (int size : sizes) {
      if (size < 1 || size > MOST_CLIENTS) {
        throw CommandFailure.usage("--clients must be in 1.." + MOST_CLIENTS + ", but is " + size);
      }
    }
    if (!(rate > 0)) {
      throw CommandFailure.usage("--rate must be above 0, but is " + rate);
    }
    if (!Files.isExecutable(java())) {
      throw CommandFailure.usage("--jdk " + jdk + ": no JDK, for it has no bin/java");
    }
    output.checkWritable();
    for (ResultFile file : pages()) {
      file.checkWritable();
    }
  }

  private List<ResultFile> pages() {
    List<ResultFile> pages = new ArrayList<>();
    if (markdown != null) {
      pages.add(new ResultFile("--markdown", markdown));
    }
    if (html != null) {
      pages.add(new ResultFile("--html", html));
    }
    return pages;
  }

  private Path java() {
    Path home = jdk == null ? Path.of(System.getProperty("java.home")) : jdk;
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return home.resolve("bin").resolve(windows ? "java.exe" : "java");
  }

  private Comparison measure(Path spec) throws InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    long startNanos = System.nanoTime();
    List<Integer> ascending = sizes.stream().sorted().distinct().toList();
    int largest = ascending.get(ascending.size() - 1);
    ModelBench bench =
        new ModelBench(java(), QuietCrowd.load(spec, 2 * largest), spec, play, rate, seed.value());
    List<Figures> figures = new ArrayList<>();
    for (int size : ascending) {
      for (IoModels model : wanted()) {
        boolean isTime = System.nanoTime() - startNanos < within.toNanos();
        Figures measured =
            isTime
                ? bench.measure(model, size)
                : Figures.none(model, size, 0, "the time of " + within.toMillis() + " ms was over");
        figures.add(measured);
        print(measured);
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    int cores = Runtime.getRuntime().availableProcessors();
    return new Comparison(cores, load, bench.jdk(), ascending, took, figures);
  }

  /** What was asked for, or else all that can be had; what another JDK has, it will say. */
  private List<IoModels> wanted() {
    return IoModelOptions.models(models).stream()
        .filter(model -> jdk != null || !models.isEmpty() || model.isAvailable())
        .toList();
  }

  private void print(Figures figures) {
    if (output.quiet()) {
      return;
    }
    PrintWriter out = command.commandLine().getOut();
    String result =
        figures
            .load()
            .map(
                load ->
                    String.format(
                        Locale.ROOT,
                        "%,9.0f moves/s  p50 %.2f ms  p99 %.2f ms  %.1f µs/move",
                        load.movesPerSecond(),
                        load.p50Millis(),
                        load.p99Millis(),
                        load.cpuMicrosPerMove()))
            .orElse("");
    String cost =
        figures
            .cost()
            .map(
                c ->
                    String.format(
                        Locale.ROOT,
                        "  %.1f KB/client  %d threads  idle %.1f %%",
                        c.bytesPerClient() / 1024.0,
                        c.threads(),
                        c.idlePercent()))
            .orElse("");
    out.println(
        String.format(Locale.ROOT, "%,6d  %-20s", figures.clients(), figures.model().id())
            + result
            + cost
            + figures
                .missing()
                .map(why -> "  served " + figures.admitted() + ": " + why)
                .orElse(""));
  }

  private void write(Comparison comparison) {
    if (markdown != null) {
      new ResultFile("--markdown", markdown).write(ComparisonMarkdown.of(comparison));
    }
    if (html != null) {
      new ResultFile("--html", html).write(ComparisonHtml.of(comparison, output.language()));
    }
    output.writeJson(() -> ComparisonJson.of(comparison, Version.text()));
  }
}
