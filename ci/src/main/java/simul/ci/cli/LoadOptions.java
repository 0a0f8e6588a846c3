package simul.ci.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import simul.bots.behavior.Mix;
import simul.bots.swarm.Load;
import simul.bots.swarm.Observers;
import simul.bots.swarm.SwarmPlan;
import simul.spec.meaning.Protocol;

/** {@code --clients}, {@code --rate}, {@code --ramp}, ...: how hard the bots play. */
final class LoadOptions {
  private static final double DEFAULT_MOVES_PER_SECOND = 10;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many bots (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--ramp",
      paramLabel = "N/s",
      converter = PerSecond.class,
      description = "How many connect a second (default: each as soon as those before are in).")
  private Double ramp;

  @Option(
      names = "--rate",
      paramLabel = "MOVES",
      description = "Moves a second of each bot (default: 10).")
  private Double rate;

  @Option(
      names = "--think",
      paramLabel = "open|closed",
      defaultValue = "OPEN",
      description =
          "When a bot moves: by the clock, or as soon as its last move was answered"
              + " (default: open).")
  private Think think;

  @Option(
      names = "--behavior",
      paramLabel = "KIND[=WEIGHT]",
      converter = MixText.class,
      description =
          "How they behave, mixed by weight as in wander=70,hotspot=20,churn=10: wander, hotspot,"
              + " idle, churn, burst, fragmenter, coalescer, slow-reader, half-open, reset.")
  private Mix mix;

  @Option(
      names = "--observe",
      paramLabel = "N",
      description =
          "How many bots are held against all that they are told, the others against their own"
              + " moves alone (default: all; of more than 1000, so many that their views together"
              + " hold a million pieces).")
  private Integer observe;

  @Option(
      names = "--warmup",
      paramLabel = "DURATION",
      description = "How long they play first, checked but not measured (default: not at all).")
  private Duration warmUp;

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      defaultValue = "10s",
      description = "How long they play (default: ${DEFAULT-VALUE}).")
  private Duration duration;

  /** When a bot moves. */
  private enum Think {
    OPEN,
    CLOSED
  }

  /** The load that was asked for, checked. */
  Load load(Protocol protocol) {
    if (clients < 1 || clients > Load.MOST_CLIENTS) {
      throw CommandFailure.usage(
          "--clients must be in 1.." + Load.MOST_CLIENTS + ", but is " + clients);
    }
    checkThink(protocol);
    double moves = rate == null ? DEFAULT_MOVES_PER_SECOND : rate;
    if (!(moves > 0 && moves <= Load.MOST_MOVES_PER_SECOND)) {
      throw CommandFailure.usage("--rate must be above 0 and at most 10000, but is " + moves);
    }
    Load load = Load.of(clients, moves, duration);
    if (think == Think.CLOSED) {
      load = load.closed();
    }
    if (mix != null) {
      load = load.withMix(mix);
    }
    if (ramp != null) {
      load = load.withRamp(ramp);
    }
    return warmUp == null ? load : load.withWarmUp(warmUp);
  }

  /** Who observes, checked. */
  Observers observers(Protocol protocol, Load load) {
    if (observe == null) {
      return Observers.of(protocol.spec().world(), load.clients());
    }
    if (observe < 1 || observe > load.clients()) {
      throw CommandFailure.usage(
          String.format("--observe must be in 1..%d, but is %d", load.clients(), observe));
    }
    return new Observers(observe, load.clients());
  }

  private void checkThink(Protocol protocol) {
    if (think == Think.OPEN) {
      return;
    }
    if (rate != null) {
      throw CommandFailure.usage(
          "--rate is for --think open: with closed the answers set the rate");
    }
    if (!SwarmPlan.isEveryMoveAnswered(protocol)) {
      throw CommandFailure.usage(
          "--think closed needs an answer to every move, but on "
              + protocol.spec().name()
              + " a blocked move may have none");
    }
  }

  /** {@code wander=70,hotspot=20}. */
  static final class MixText implements ITypeConverter<Mix> {
    @Override
    public Mix convert(String text) {
      try {
        return Mix.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** {@code 20/s}, or {@code 0.5/s}. */
  static final class PerSecond implements ITypeConverter<Double> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)/s");

    /** Slower, twenty thousand bots would take months. */
    private static final double LEAST = 0.1;

    private static final double MOST = 100_000;

    @Override
    public Double convert(String text) {
      Matcher matcher = FORM.matcher(text);
      double number = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
      if (number < LEAST || number > MOST) {
        throw new TypeConversionException(
            "'" + text + "' is not so many a second as 20/s, from 0.1/s to 100000/s");
      }
      return number;
    }
  }
}
