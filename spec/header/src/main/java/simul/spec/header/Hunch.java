package simul.spec.header;

import java.util.function.Function;

/**
 * Something guessed, and why: a person has to look at it.
 *
 * @param reason what in the header suggests it, as the end of a sentence: {@code its name says
 *     move}
 */
public record Hunch<T>(T value, String reason) {
  /** The reason of what a person has looked at. */
  static final String CONFIRMED = "confirmed";

  /** What a person says. */
  static <T> Hunch<T> confirmed(T value) {
    return new Hunch<>(value, CONFIRMED);
  }

  <R> Hunch<R> map(Function<T, R> mapper) {
    return new Hunch<>(mapper.apply(value), reason);
  }
}
