package simul.ci.compare;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simul.spec.reference.io.IoModels;

/** Figures as a run could have them. */
public final class Samples {
  private Samples() {}

  /** A model that served all. */
  public static Figures figures(
      IoModels model, int clients, double rate, double cpuMicros, int threads) {
    return new Figures(
        model,
        clients,
        clients,
        Optional.empty(),
        Optional.of(new Figures.Cost(threads >= clients ? 100_000 : 4_000, threads, 0.5)),
        Optional.of(new Figures.Load(rate, false, 2_000, 0.25, 1.5, cpuMicros, false)));
  }

  /** Two sizes, and one model that gave up at the larger. */
  public static Comparison comparison() {
    return new Comparison(
        2,
        0.1,
        "17.0.1",
        List.of(10, 1_000),
        Duration.ofSeconds(61),
        List.of(
            figures(IoModels.THREAD, 10, 9_000, 40, 21),
            figures(IoModels.SELECT, 10, 10_000, 20, 1),
            figures(IoModels.IOCP, 10, 12_000, 25, 5),
            Figures.none(IoModels.THREAD, 1_000, 400, "no more <threads>"),
            figures(IoModels.SELECT, 1_000, 20_000, 21, 1),
            figures(IoModels.IOCP, 1_000, 12_000, 26, 5)));
  }
}
