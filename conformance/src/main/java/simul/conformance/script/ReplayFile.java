package simul.conformance.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simul.spec.wire.HexDump;

/**
 * A script as a text file, so that a failure can be run again without any randomness: one line for
 * each step, bytes in hex, {@code #} before a comment. Only the name of the spec may hold a {@code
 * #}: it may be a path.
 *
 * <pre>
 * simul-replay 1
 * spec homework3
 * rule FRAME-003
 * players 2
 * send a 03
 * send a 01 03
 * settle
 * </pre>
 *
 * @param spec name or file of the spec
 * @param ruleId the rule that the script broke
 */
public record ReplayFile(String spec, String ruleId, Script script) {
  private static final String MAGIC = "simul-replay 1";

  /** More clients than letters would need names that reports do not have. */
  private static final int MOST_PLAYERS = 26;

  /** What is wrong with a file: {@code file:line: message}. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  /** The file's text. */
  public String text() {
    StringBuilder text = new StringBuilder(MAGIC).append('\n');
    text.append("spec ").append(spec).append('\n');
    text.append("rule ").append(ruleId).append('\n');
    text.append("players ").append(script.players()).append('\n');
    for (Script.Step step : script.steps()) {
      if (step instanceof Script.Send send) {
        text.append("send ")
            .append(Script.letter(send.player()))
            .append(' ')
            .append(HexDump.hex(send.segment()));
      } else {
        text.append("settle");
      }
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * Reads a file's text.
   *
   * @param file what messages call it
   */
  public static ReplayFile parse(String file, String text) throws Malformed {
    return new Parser(file).parse(text);
  }

  /** Reads line by line. */
  private static final class Parser {
    private final String file;
    private int line;
    private int players;
    private final Map<String, String> header = new HashMap<>();
    private final List<Script.Step> steps = new ArrayList<>();

    Parser(String file) {
      this.file = file;
    }

    ReplayFile parse(String text) throws Malformed {
      boolean begun = false;
      for (String raw : text.split("\n", -1)) {
        line++;
        String content = raw.startsWith("spec ") ? raw.strip() : withoutComment(raw);
        if (content.isEmpty()) {
          continue;
        }
        if (!begun && !content.equals(MAGIC)) {
          throw malformed("the first line must be '" + MAGIC + "'");
        }
        if (begun) {
          step(content);
        }
        begun = true;
      }
      if (header.size() < 3) {
        throw malformed("a replay needs the lines spec, rule and players");
      }
      return new ReplayFile(header.get("spec"), header.get("rule"), new Script(players, steps));
    }

    private static String withoutComment(String line) {
      int comment = line.indexOf('#');
      return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    private void step(String content) throws Malformed {
      String[] words = content.split("\\s+", 2);
      String rest = words.length > 1 ? words[1] : "";
      switch (words[0]) {
        case "spec", "rule" -> header(words[0], rest);
        case "players" -> {
          header(words[0], rest);
          players = players(rest);
        }
        case "send" -> steps.add(send(rest));
        case "settle" -> steps.add(new Script.Settle());
        default ->
            throw malformed("'" + words[0] + "' is none of spec, rule, players, send, settle");
      }
    }

    private void header(String name, String value) throws Malformed {
      if (value.isEmpty()) {
        throw malformed("nothing follows '" + name + "'");
      }
      if (header.putIfAbsent(name, value) != null) {
        throw malformed("a second line '" + name + "'");
      }
    }

    private int players(String word) throws Malformed {
      if (!word.matches("\\d{1,2}")
          || Integer.parseInt(word) < 1
          || Integer.parseInt(word) > MOST_PLAYERS) {
        throw malformed("players must be 1 to " + MOST_PLAYERS + ", but is '" + word + "'");
      }
      return Integer.parseInt(word);
    }

    private Script.Send send(String rest) throws Malformed {
      String[] words = rest.split("\\s+", 2);
      int player = words[0].length() == 1 ? words[0].charAt(0) - 'a' : -1;
      if (players == 0) {
        throw malformed("the line 'players' must come before the first 'send'");
      }
      if (player < 0 || player >= players) {
        throw malformed("no client '" + words[0] + "' among " + players);
      }
      if (words.length == 1) {
        throw malformed("nothing follows 'send " + words[0] + "'");
      }
      try {
        return new Script.Send(player, HexDump.parse(words[1]));
      } catch (IllegalArgumentException e) {
        throw malformed(e.getMessage());
      }
    }

    private Malformed malformed(String message) {
      return new Malformed(file + ":" + line + ": " + message);
    }
  }
}
