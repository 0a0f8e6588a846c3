package simul.bots.swarm;

import java.util.regex.Pattern;

/** What somebody who watches a running swarm wants it to do. */
public sealed interface Wish {

  /** So many bots are to play: more come, or some leave. */
  record Clients(int clients) implements Wish {
    public Clients {
      if (clients < 1 || clients > Load.MOST_CLIENTS) {
        throw new IllegalArgumentException(
            "clients must be in 1.." + Load.MOST_CLIENTS + ", but is " + clients);
      }
    }
  }

  /** Each bot is to make so many moves a second from now on. */
  record Rate(double movesPerSecond) implements Wish {
    public Rate {
      if (!(movesPerSecond > 0 && movesPerSecond <= Load.MOST_MOVES_PER_SECOND)) {
        throw new IllegalArgumentException(
            String.format(
                "rate must be above 0 and at most %d, but is %s",
                Load.MOST_MOVES_PER_SECOND, movesPerSecond));
      }
    }
  }

  /** The bots are to make no more moves; what is due is waited for, and all is judged. */
  record Stop() implements Wish {}

  /** What there is, for messages. */
  String FORMS = "clients N, rate MOVES or stop";

  /**
   * A wish as it is typed: {@code clients 500}, {@code rate 5} or {@code stop}.
   *
   * @throws IllegalArgumentException when it is none; the message says what would be
   */
  static Wish parse(String line) {
    String[] words = line.strip().split("\\s+", 3);
    return switch (words[0]) {
      case "clients" -> new Clients(Forms.whole(Forms.only(words, "clients 500")));
      case "rate" -> new Rate(Forms.number(Forms.only(words, "rate 5")));
      case "stop" -> {
        if (words.length > 1) {
          throw new IllegalArgumentException("stop takes nothing, but is given '" + words[1] + "'");
        }
        yield new Stop();
      }
      default ->
          throw new IllegalArgumentException("no command '" + words[0] + "': there is " + FORMS);
    };
  }

  /** How the parts of a typed wish are written. */
  final class Forms {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    private Forms() {}

    private static String only(String[] words, String example) {
      if (words.length != 2) {
        throw new IllegalArgumentException(words[0] + " takes one number, as in '" + example + "'");
      }
      return words[1];
    }

    private static int whole(String text) {
      if (!WHOLE.matcher(text).matches()) {
        throw new IllegalArgumentException(
            String.format(
                "clients must be a whole number in 1..%d, but is '%s'", Load.MOST_CLIENTS, text));
      }
      return Integer.parseInt(text);
    }

    private static double number(String text) {
      if (!NUMBER.matcher(text).matches()) {
        throw new IllegalArgumentException(
            "rate must be a number such as 5 or 0.5, but is '" + text + "'");
      }
      return Double.parseDouble(text);
    }
  }
}
