package simul.ci.grade;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What there is to earn.
 *
 * @param spec the protocol that submissions without one of their own are held against
 * @param points what the parts that are no bonus add up to
 * @param required rules without which no part counts; each is a pattern such as {@code JOIN-00*}
 * @param penalties what is taken off
 */
public record Rubric(
    String name,
    Bilingual title,
    String spec,
    BigDecimal points,
    List<String> required,
    List<Part> parts,
    Penalties penalties) {
  public Rubric {
    required = List.copyOf(required);
    parts = List.copyOf(parts);
  }

  /**
   * One thing that earns points.
   *
   * @param bonus whether its points come on top of the rubric's
   * @param hidden whether students see no more of it than its points
   */
  public record Part(
      String name,
      Bilingual title,
      BigDecimal points,
      boolean bonus,
      boolean hidden,
      Measure measure) {}

  /** What decides about a part. */
  public sealed interface Measure {}

  /**
   * Requirements, each of which earns the same share of the part's points.
   *
   * @param requirements each holds when no check whose ID matches its pattern fails
   */
  public record Requirements(List<String> requirements) implements Measure {
    public Requirements {
      requirements = List.copyOf(requirements);
    }
  }

  /** A swarm that meets no violation. */
  public record Load(int clients, Duration duration) implements Measure {}

  /** Random streams that break nothing. */
  public record Streams(Duration time) implements Measure {}

  /**
   * The I/O model of the sources.
   *
   * @param models by the words of {@code serve --io-model}; one of them has to be used
   */
  public record Model(List<String> models) implements Measure {
    public Model {
      models = List.copyOf(models);
    }
  }

  /**
   * What is taken off.
   *
   * @param perDayLate points for each day begun after the deadline
   * @param mostLate points for lateness at most
   * @param unbuilt what a submission that does not build can have at most, in points
   */
  public record Penalties(BigDecimal perDayLate, BigDecimal mostLate, BigDecimal unbuilt) {
    /** Nothing is taken off, and what does not build earns nothing. */
    public static final Penalties NONE =
        new Penalties(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }
}
