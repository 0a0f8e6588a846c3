package simul.ci.launch;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line as its words, the program first. Quotes and backslashes mean what they mean to a
 * POSIX shell; nothing else does, for no shell is run: no variables, wildcards, pipes or
 * redirections. Where backslashes are what paths are written with, they are only that.
 *
 * @param text as it was written
 */
public record CommandWords(String text, List<String> words) {
  /** Stands for the port in any word, once or more often. */
  public static final String PORT = "{port}";

  /** What a backslash takes the meaning from, within double quotes. */
  private static final String ESCAPED_IN_QUOTES = "\"\\$`";

  public CommandWords {
    words = List.copyOf(words);
  }

  /** A text that is no command line; the message says in one clause why. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  /** The words of a text, as this system writes paths. */
  public static CommandWords parse(String text) throws Malformed {
    return parse(text, File.separatorChar != '\\');
  }

  /**
   * The words of a text.
   *
   * @param escapes whether a backslash takes the meaning from the character after it
   */
  static CommandWords parse(String text, boolean escapes) throws Malformed {
    List<String> words = new Splitter(text, escapes).split();
    if (words.isEmpty() || words.get(0).isEmpty()) {
      throw new Malformed("names no program");
    }
    return new CommandWords(text, words);
  }

  /** Whether some word has a place for the port. */
  public boolean namesPort() {
    return words.stream().anyMatch(word -> word.contains(PORT));
  }

  /** The words with the port in its places. */
  public List<String> withPort(int port) {
    return words.stream().map(word -> word.replace(PORT, String.valueOf(port))).toList();
  }

  /** Goes through a text once. */
  private static final class Splitter {
    private final String text;
    private final boolean escapes;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int next;

    Splitter(String text, boolean escapes) {
      this.text = text;
      this.escapes = escapes;
    }

    List<String> split() throws Malformed {
      while (next < text.length()) {
        char c = text.charAt(next++);
        if (Character.isWhitespace(c)) {
          endWord();
        } else {
          inWord = true;
          part(c);
        }
      }
      endWord();
      return words;
    }

    private void endWord() {
      if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }

    private void part(char first) throws Malformed {
      if (first == '\'' || first == '"') {
        quoted(first);
      } else if (first == '\\' && escapes) {
        if (next == text.length()) {
          throw new Malformed("ends in a backslash that has nothing to escape");
        }
        word.append(text.charAt(next++));
      } else {
        word.append(first);
      }
    }

    private void quoted(char quote) throws Malformed {
      int opened = next;
      while (next < text.length()) {
        char c = text.charAt(next++);
        if (c == quote) {
          return;
        }
        boolean escape = c == '\\' && quote == '"' && escapes && next < text.length();
        if (escape && ESCAPED_IN_QUOTES.indexOf(text.charAt(next)) >= 0) {
          c = text.charAt(next++);
        }
        word.append(c);
      }
      throw new Malformed("has a " + quote + " at column " + opened + " that is never closed");
    }
  }
}
