package simul.ci.compare;

import java.util.Optional;
import simul.spec.reference.io.IoModels;

/**
 * What one model has shown with so many clients.
 *
 * @param clients how many there were to be
 * @param admitted how many the model served
 * @param missing why something, or all, was not measured
 * @param cost what they cost, when as many as there were to be were served
 * @param load how it did when they played
 */
public record Figures(
    IoModels model,
    int clients,
    int admitted,
    Optional<String> missing,
    Optional<Cost> cost,
    Optional<Load> load) {

  /**
   * Clients that are connected and silent.
   *
   * @param bytesPerClient memory
   * @param threads threads of the system that the model has by then
   * @param idlePercent of one core, while nobody does anything
   */
  public record Cost(long bytesPerClient, int threads, double idlePercent) {}

  /**
   * Clients that play.
   *
   * @param movesPerSecond the highest rate without loss: each client moved as soon as its last move
   *     was answered, and every answer was right
   * @param generatorBound whether the bots were at their own limit, so that the rate is a lower
   *     bound
   * @param offeredPerSecond the rate at which the rest was measured
   * @param p50Millis response time there
   * @param p99Millis response time there
   * @param cpuMicrosPerMove processor time of the server there
   * @param late whether the bots were late there, so that the times are too large
   */
  public record Load(
      double movesPerSecond,
      boolean generatorBound,
      double offeredPerSecond,
      double p50Millis,
      double p99Millis,
      double cpuMicrosPerMove,
      boolean late) {}

  /** Nothing was measured, and why. */
  public static Figures none(IoModels model, int clients, int admitted, String why) {
    return new Figures(
        model, clients, admitted, Optional.of(why), Optional.empty(), Optional.empty());
  }
}
