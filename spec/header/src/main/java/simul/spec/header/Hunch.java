package simul.spec.header;

import java.util.function.Function;

/**
 * Something guessed, and why: a person has to look at it.
 *
 * @param reason what in the header suggests it, as the end of a sentence: {@code its name says
 *     move}
 */
public record Hunch<T>(T value, String reason) {
  <R> Hunch<R> map(Function<T, R> mapper) {
    return new Hunch<>(mapper.apply(value), reason);
  }
}
