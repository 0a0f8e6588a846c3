package simul.conformance.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * arrive c d
 * move c up 0 3 hold 2
 * leave d half-close
 * </pre>
 *
 * @param spec name or file of the spec
 * @param ruleId the rule that the script broke
 */
public record ReplayFile(String spec, String ruleId, Script script) {
  private static final String MAGIC = "simul-replay 1";

  /** What is wrong with a file: {@code file:line: message}. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private Malformed(String message) {
      super(message);
    }
  }

  /** The file's text. */
  public String text() {
    StringBuilder text = new StringBuilder(MAGIC).append('\n');
    text.append("spec ").append(spec).append('\n');
    text.append("rule ").append(ruleId).append('\n');
    text.append("players ").append(script.players()).append('\n');
    for (Step step : script.steps()) {
      text.append(StepText.of(step)).append('\n');
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
    private int players = -1;
    private final Map<String, String> header = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<Integer> arrived = new HashSet<>();

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
        default -> {
          if (players < 0) {
            throw malformed("the line 'players' must come before the first step");
          }
          steps.add(parsed(words[0], rest));
        }
      }
    }

    private Step parsed(String word, String rest) throws Malformed {
      Step step;
      try {
        step = StepText.parse(word, rest);
      } catch (IllegalArgumentException e) {
        throw malformed(e.getMessage());
      }
      if (step instanceof Step.Arrive arrive) {
        arrived.addAll(arrive.players());
      } else if (step instanceof Step.ArriveAmid amid) {
        arrived.add(amid.player());
        checkPresent(rest.split("\\s+")[1]);
      } else if (!(step instanceof Step.Settle)) {
        checkPresent(rest.split("\\s+")[0]);
      }
      return step;
    }

    private void checkPresent(String client) throws Malformed {
      int player = Script.player(client);
      if (player >= players && !arrived.contains(player)) {
        throw malformed("client '" + client + "' is not one of the " + players + " nor arrives");
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
      if (!word.matches("\\d{1,3}") || Integer.parseInt(word) > Script.MOST_PLAYERS) {
        throw malformed("players must be 0 to " + Script.MOST_PLAYERS + ", but is '" + word + "'");
      }
      return Integer.parseInt(word);
    }

    private Malformed malformed(String message) {
      return new Malformed(file + ":" + line + ": " + message);
    }
  }
}
