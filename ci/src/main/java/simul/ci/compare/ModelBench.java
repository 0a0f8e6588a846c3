package simul.ci.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import simul.bots.connection.MachineLimits;
import simul.bots.measure.Progress;
import simul.bots.measure.SwarmResult;
import simul.bots.swarm.Load;
import simul.bots.swarm.NobodyAnswers;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.SwarmPlan;
import simul.spec.meaning.Protocol;
import simul.spec.reference.io.IoModels;

/**
 * Measures one model with so many clients, in three acts: clients that connect and are silent;
 * clients that move as soon as their last move was answered, for the highest rate; and clients that
 * move by the clock, for times and processor time at a rate that is the same for all models.
 *
 * @param java the program that runs servers
 * @param protocol what they speak; a move is told to its mover alone, or nothing but the telling of
 *     all to all would be measured
 * @param spec the file that says so
 * @param play how long the clients of the second and third act play, beside a warm-up
 * @param offered moves a second in the third act, of all clients together
 * @param seed for the bots
 */
public record ModelBench(
    Path java, Protocol protocol, Path spec, Duration play, double offered, long seed) {
  /** Above this the bots' own thread is at its limit. */
  private static final double BUSY_PERCENT = 85;

  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Enough for the grain of the processor clock to be a percent of it. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** Beyond those who play: who leaves and comes again at once does not find the server full. */
  private static final int SPARE_SLOTS = 10;

  private static final int LOOKS_AT_MOST = 100;

  /** Clients that come before anything is measured. */
  private static final int FIRST = 50;

  /** The version of the JDK that servers run on; what it says of itself, where it says nothing. */
  public String jdk() {
    Path release = java.toAbsolutePath().getParent().resolveSibling("release");
    try {
      return Files.readAllLines(release).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceFirst(".*?\"(.*)\".*", "$1"))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      // A JDK without that file: if it is the one that runs this, it can be asked.
      return String.valueOf(Runtime.version().feature());
    }
  }

  /**
   * Measures.
   *
   * @throws InterruptedException when the run is to end
   */
  public Figures measure(IoModels model, int clients) throws InterruptedException {
    try (MeasuredServer server =
        MeasuredServer.start(java, model, spec, 2 * clients + SPARE_SLOTS)) {
      Optional<String> shortage = MachineLimits.current().shortage(server.address(), clients, 1);
      if (shortage.isPresent()) {
        return Figures.none(model, clients, 0, shortage.get());
      }
      Vitals before = warmedUp(server, clients);
      Figures.Cost cost;
      try (IdleClients idle = IdleClients.connect(server.address(), clients)) {
        if (idle.count() < clients) {
          // Whatever it has said of it before it answers this, it has said.
          Vitals full = server.look(false);
          String why =
              server
                  .refusal()
                  .orElse("the next client was not let in, at " + full.threads() + " threads");
          return Figures.none(model, clients, idle.count(), why);
        }
        cost = cost(server, before, clients);
      }
      awaitLeaves(server, before);
      return withLoad(server, model, clients, cost);
    } catch (IOException e) {
      return Figures.none(model, clients, 0, String.valueOf(e.getMessage()));
    }
  }

  private Figures withLoad(MeasuredServer server, IoModels model, int clients, Figures.Cost cost)
      throws IOException, InterruptedException {
    try {
      Optional<Figures.Load> load = Optional.of(load(server, clients));
      return new Figures(model, clients, clients, Optional.empty(), Optional.of(cost), load);
    } catch (NobodyAnswers | Lossy e) {
      Optional<String> why = Optional.of("they cannot play: " + e.getMessage());
      return new Figures(model, clients, clients, why, Optional.of(cost), Optional.empty());
    }
  }

  /** What it takes without clients, when it has had some: classes are loaded and pools filled. */
  private static Vitals warmedUp(MeasuredServer server, int clients)
      throws IOException, InterruptedException {
    Vitals fresh = server.look(true);
    IdleClients first = IdleClients.connect(server.address(), Math.min(clients, FIRST));
    first.close();
    awaitLeaves(server, fresh);
    return server.look(true);
  }

  private static Figures.Cost cost(MeasuredServer server, Vitals before, int clients)
      throws IOException, InterruptedException {
    Vitals connected = server.look(true);
    long startNanos = System.nanoTime();
    long cpuNanos = server.look(false).cpuNanos();
    pause(IDLE);
    Vitals after = server.look(false);
    double idle = 100.0 * (after.cpuNanos() - cpuNanos) / (System.nanoTime() - startNanos);
    long bytes = Math.max(0, connected.memoryBytes() - before.memoryBytes()) / clients;
    return new Figures.Cost(bytes, after.threads(), idle);
  }

  private static void pause(Duration time) throws InterruptedException {
    boolean ignored = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The server has noticed that all are gone. */
  private static void awaitLeaves(MeasuredServer server, Vitals before)
      throws IOException, InterruptedException {
    for (int i = 0; i < LOOKS_AT_MOST; i++) {
      if (server.look(false).descriptors() <= before.descriptors() + 1) {
        return;
      }
      pause(Duration.ofMillis(100));
    }
  }

  private Figures.Load load(MeasuredServer server, int clients)
      throws IOException, InterruptedException, NobodyAnswers, Lossy {
    Load closed = Load.of(clients, 1, play).closed().withWarmUp(WARM_UP);
    SwarmResult fastest = run(server, closed, progress -> {});
    Meter meter = new Meter(server);
    Load open = Load.of(clients, offered / clients, play.plus(WARM_UP)).withWarmUp(WARM_UP);
    SwarmResult even = run(server, open, meter::note);
    return new Figures.Load(
        fastest.movesPerSecond(),
        fastest.generator().cpuPercent() >= BUSY_PERCENT,
        even.movesPerSecond(),
        even.times().response().p50(),
        even.times().response().p99(),
        meter.microsPerMove(),
        even.generator().lateSeconds() > 0);
  }

  private SwarmResult run(
      MeasuredServer server, Load load, java.util.function.Consumer<Progress> progress)
      throws NobodyAnswers, Lossy {
    SwarmPlan plan = new SwarmPlan(protocol, server.address(), load, seed, PATIENCE);
    SwarmResult result = new Swarm(plan).run(progress);
    if (result.verdict() == SwarmResult.Verdict.FAIL) {
      String first =
          result.firstViolations().isEmpty()
              ? "reach " + result.sights().reach()
              : result.firstViolations().get(0).text();
      throw new Lossy(result.violations() + " violations: " + first);
    }
    return result;
  }

  /** A server that serves many is no use when it loses what they say. */
  private static final class Lossy extends Exception {
    private static final long serialVersionUID = 1;

    Lossy(String what) {
      super(what);
    }
  }

  /** Processor time by moves, between the first and the last look while bots play. */
  private static final class Meter {
    private final MeasuredServer server;
    private long firstCpu;
    private long firstMoves;
    private long lastCpu;
    private long lastMoves;

    Meter(MeasuredServer server) {
      this.server = server;
    }

    void note(Progress progress) {
      if (progress.elapsed().isZero()) {
        return;
      }
      try {
        long cpu = server.look(false).cpuNanos();
        if (firstCpu == 0) {
          firstCpu = cpu;
          firstMoves = progress.movesAnswered();
        }
        lastCpu = cpu;
        lastMoves = progress.movesAnswered();
      } catch (IOException e) {
        // The server is gone, which the bots notice as well.
        lastCpu = firstCpu;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    double microsPerMove() {
      return lastMoves == firstMoves ? 0 : (lastCpu - firstCpu) / 1e3 / (lastMoves - firstMoves);
    }
  }
}
