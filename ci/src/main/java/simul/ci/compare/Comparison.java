package simul.ci.compare;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simul.spec.reference.io.IoModels;

/**
 * All figures of one run.
 *
 * @param cores of the machine; the server and the bots share them
 * @param load how many programs wanted a core before the run began, on average over a minute;
 *     negative where the system does not tell
 * @param jdk that the servers ran on
 * @param sizes how many clients there were, in ascending order
 * @param took how long the run was
 * @param figures of each model and size, as far as the time allowed
 */
public record Comparison(
    int cores, double load, String jdk, List<Integer> sizes, Duration took, List<Figures> figures) {
  public Comparison {
    sizes = List.copyOf(sizes);
    figures = List.copyOf(figures);
  }

  /** Whether others wanted the cores as well, so that the figures are worse than the models. */
  public boolean isDisturbed() {
    return load > cores / 2.0;
  }

  /** The models that there are figures of, in the order of the lecture. */
  public List<IoModels> models() {
    return figures.stream().map(Figures::model).distinct().sorted().toList();
  }

  /** The figures of a model with so many clients. */
  public Optional<Figures> of(IoModels model, int clients) {
    return figures.stream()
        .filter(each -> each.model() == model && each.clients() == clients)
        .findFirst();
  }

  /** What so many clients cost with a model. */
  public Optional<Figures.Cost> cost(IoModels model, int clients) {
    return of(model, clients).flatMap(Figures::cost);
  }

  /** How a model did with so many clients. */
  public Optional<Figures.Load> load(IoModels model, int clients) {
    return of(model, clients).flatMap(Figures::load);
  }
}
