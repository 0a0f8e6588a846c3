package simul.spec.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which of several known words a mistyped one was meant to be. */
public final class Suggestion {
  private Suggestion() {}

  /** The known word nearest to the given one, unless all are too far off to be a typing mistake. */
  public static Optional<String> closest(String word, Collection<String> known) {
    int furthest = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> Math.abs(word.length() - candidate.length()) <= furthest)
        .filter(candidate -> distance(word, candidate) <= furthest)
        .min(Comparator.comparingInt((String candidate) -> distance(word, candidate)));
  }

  /** {@code "; did you mean X?"}, or nothing when no known word is near. */
  public static String phrase(String word, Collection<String> known) {
    return closest(word, known).map(guess -> "; did you mean " + guess + "?").orElse("");
  }

  /**
   * How many letters must be changed, left out, put in or swapped with their neighbour to make one
   * word of the other, upper and lower case alike.
   */
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cheapest(int[][] rows, String a, String b, int i, int j) {
    char last = a.charAt(i - 1);
    char other = b.charAt(j - 1);
    int changed = rows[i - 1][j - 1] + (same(last, other) ? 0 : 1);
    int cost = Math.min(changed, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped = i > 1 && j > 1 && same(last, b.charAt(j - 2)) && same(a.charAt(i - 2), other);
    return swapped ? Math.min(cost, 1 + rows[i - 2][j - 2]) : cost;
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
