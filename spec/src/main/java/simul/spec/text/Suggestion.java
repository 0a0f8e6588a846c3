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
        .filter(candidate -> distance(word, candidate) <= furthest)
        .min(Comparator.comparingInt((String candidate) -> distance(word, candidate)));
  }

  /** {@code "; did you mean X?"}, or nothing when no known word is near. */
  public static String phrase(String word, Collection<String> known) {
    return closest(word, known).map(guess -> "; did you mean " + guess + "?").orElse("");
  }

  /** Levenshtein's distance, upper and lower case alike. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
