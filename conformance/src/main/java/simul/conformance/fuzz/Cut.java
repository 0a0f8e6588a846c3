package simul.conformance.fuzz;

import java.util.Optional;

/**
 * Where a packet lies in the writes that carry it.
 *
 * @param after the bytes of it that the first of its writes ends behind; 0 when it has a write to
 *     itself, {@link #AMONG_OTHERS} when it shares one with others
 */
public record Cut(int after) implements Comparable<Cut> {
  private static final int AMONG_OTHERS = -1;

  private static final String AFTER = "cut-";

  /** One write that holds nothing else. */
  static final Cut WHOLE = new Cut(0);

  /** One write that holds other packets as well. */
  static final Cut JOINED = new Cut(AMONG_OTHERS);

  /** Whether several writes carry it. */
  boolean isInside() {
    return after > 0;
  }

  /** The word in tables and files: {@code whole}, {@code joined}, {@code cut-2}. */
  public String word() {
    return isInside() ? AFTER + after : equals(WHOLE) ? "whole" : "joined";
  }

  /** The cut of that word. */
  static Optional<Cut> parse(String word) {
    if (word.matches(AFTER + "[1-9]\\d{0,5}")) {
      return Optional.of(new Cut(Integer.parseInt(word.substring(AFTER.length()))));
    }
    return word.equals("whole")
        ? Optional.of(WHOLE)
        : Optional.of(JOINED).filter(joined -> word.equals(joined.word()));
  }

  @Override
  public int compareTo(Cut other) {
    return Integer.compare(after, other.after);
  }
}
