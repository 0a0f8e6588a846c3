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

  /** The reason of what the header itself tells in a comment. */
  static final String TOLD = "told in the header";

  /** What the header tells. */
  static <T> Hunch<T> told(T value) {
    return new Hunch<>(value, TOLD);
  }

  /** What a person says. */
  static <T> Hunch<T> confirmed(T value) {
    return new Hunch<>(value, CONFIRMED);
  }

  <R> Hunch<R> map(Function<T, R> mapper) {
    return new Hunch<>(mapper.apply(value), reason);
  }
}
