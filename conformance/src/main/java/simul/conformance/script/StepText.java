package simul.conformance.script;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simul.spec.model.Direction;
import simul.spec.wire.HexDump;

/**
 * Steps as lines of a {@link ReplayFile}: a word, whose step it is, and what else there is to say.
 */
final class StepText {
  private static final String WORDS =
      "spec, rule, players, send, move, settle, arrive, arrive-amid, leave, misbehave, stall, resume, fill,"
          + " await-close";

  private StepText() {}

  /** The line. */
  static String of(Step step) {
    if (step instanceof Step.Send send) {
      return line("send", send.player(), HexDump.hex(send.segment()));
    }
    if (step instanceof Step.Move move) {
      String headings =
          move.headings().stream().map(Heading::word).collect(Collectors.joining(" "));
      boolean holds = move.held() > 0 || move.headings().isEmpty();
      return line("move", move.player(), headings, holds ? "hold " + move.held() : "");
    }
    if (step instanceof Step.Arrive arrive) {
      String players =
          arrive.players().stream().map(Script::letter).collect(Collectors.joining(" "));
      return "arrive " + players + (arrive.narrow() ? " narrow" : "");
    }
    if (step instanceof Step.ArriveAmid amid) {
      String headings =
          amid.headings().stream().map(Heading::word).collect(Collectors.joining(" "));
      return line("arrive-amid", amid.player(), Script.letter(amid.mover()), headings);
    }
    if (step instanceof Step.Leave leave) {
      return line("leave", leave.player(), leave.how().word());
    }
    if (step instanceof Step.Misbehave bad) {
      String kind = bad.whole() ? "packet" : "garbage";
      return line("misbehave", bad.player(), kind, HexDump.hex(bad.bytes()));
    }
    if (step instanceof Step.Stall stall) {
      return line("stall", stall.player());
    }
    if (step instanceof Step.Resume resume) {
      return line("resume", resume.player(), resume.slowly() ? "slowly" : "");
    }
    if (step instanceof Step.Fill fill) {
      return line("fill", fill.player(), String.valueOf(fill.keptKibibytes()));
    }
    return step instanceof Step.AwaitClose await ? line("await-close", await.player()) : "settle";
  }

  private static String line(String word, int player, String... rest) {
    return Stream.concat(Stream.of(word, Script.letter(player)), Arrays.stream(rest))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /**
   * The step of a line.
   *
   * @param word its first word
   * @param rest what follows
   * @throws IllegalArgumentException with one clause that says what is wrong
   */
  static Step parse(String word, String rest) {
    String[] words = rest.isEmpty() ? new String[0] : rest.split("\\s+");
    return switch (word) {
      case "settle" -> settle(words);
      case "arrive" -> arrive(words);
      case "arrive-amid" -> arriveAmid(words);
      case "send" -> new Step.Send(player(word, words), bytes(word, words, 1));
      case "move" -> move(words);
      case "leave" -> new Step.Leave(player(word, words), farewell(words));
      case "misbehave" -> misbehave(words);
      case "stall" -> new Step.Stall(alone(word, words));
      case "resume" -> resume(words);
      case "fill" -> fill(words);
      case "await-close" -> new Step.AwaitClose(alone(word, words));
      default -> throw new IllegalArgumentException("'" + word + "' is none of " + WORDS);
    };
  }

  private static Step settle(String[] words) {
    if (words.length > 0) {
      throw new IllegalArgumentException("'" + words[0] + "' follows 'settle'");
    }
    return new Step.Settle();
  }

  private static int player(String word, String[] words) {
    if (words.length == 0) {
      throw new IllegalArgumentException("nothing follows '" + word + "'");
    }
    return player(words[0]);
  }

  private static int player(String letters) {
    int player = Script.player(letters);
    if (player < 0) {
      throw new IllegalArgumentException("'" + letters + "' is no client (a, b, ..., aa, ...)");
    }
    return player;
  }

  private static int alone(String word, String[] words) {
    if (words.length > 1) {
      throw new IllegalArgumentException(
          "'" + words[1] + "' follows '" + word + " " + words[0] + "'");
    }
    return player(word, words);
  }

  private static byte[] bytes(String word, String[] words, int from) {
    if (words.length <= from) {
      throw new IllegalArgumentException(
          "no bytes follow '" + word + " " + String.join(" ", words) + "'");
    }
    return HexDump.parse(String.join(" ", Arrays.copyOfRange(words, from, words.length)));
  }

  private static Step move(String[] words) {
    int player = player("move", words);
    int end = words.length;
    int held = 0;
    boolean holds = end >= 3 && words[end - 2].equals("hold");
    if (holds) {
      held = number(words[end - 1]);
      end -= 2;
    }
    List<Heading> headings = headings(words, 1, end);
    if (headings.isEmpty() && !holds) {
      throw new IllegalArgumentException("no direction follows 'move " + words[0] + "'");
    }
    return new Step.Move(player, headings, held);
  }

  private static List<Heading> headings(String[] words, int from, int to) {
    return Arrays.stream(words, from, to).map(StepText::heading).toList();
  }

  private static Heading heading(String word) {
    return Arrays.stream(Direction.values())
        .filter(direction -> direction.word().equals(word))
        .<Heading>map(Heading.Toward::new)
        .findFirst()
        .orElseGet(() -> new Heading.Turn(number(word)));
  }

  private static int number(String word) {
    if (!word.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "'" + word + "' is none of up, down, left, right, or a number below 1,000,000");
    }
    return Integer.parseInt(word);
  }

  private static Step arrive(String[] words) {
    boolean narrow = words.length > 0 && words[words.length - 1].equals("narrow");
    List<Integer> players =
        Arrays.stream(words).limit(words.length - (narrow ? 1 : 0)).map(StepText::player).toList();
    if (players.isEmpty()) {
      throw new IllegalArgumentException("nobody follows 'arrive'");
    }
    return new Step.Arrive(players, narrow);
  }

  private static Step arriveAmid(String[] words) {
    int player = player("arrive-amid", words);
    if (words.length < 3) {
      throw new IllegalArgumentException(
          "'arrive-amid " + words[0] + "' needs another client and its directions");
    }
    return new Step.ArriveAmid(player, player(words[1]), headings(words, 2, words.length));
  }

  private static Step.Farewell farewell(String[] words) {
    String way = words.length == 2 ? words[1] : "";
    return Arrays.stream(Step.Farewell.values())
        .filter(how -> how.word().equals(way))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'leave "
                        + words[0]
                        + "' needs one of close, half-close, reset, half-close-and-reset, goodbye"));
  }

  private static Step misbehave(String[] words) {
    int player = player("misbehave", words);
    String kind = words.length > 1 ? words[1] : "";
    if (!kind.equals("packet") && !kind.equals("garbage")) {
      throw new IllegalArgumentException(
          "'misbehave " + words[0] + "' needs one of packet, garbage");
    }
    return new Step.Misbehave(player, bytes("misbehave", words, 2), kind.equals("packet"));
  }

  private static Step fill(String[] words) {
    int player = player("fill", words);
    if (words.length != 2 || !words[1].matches("\\d{1,6}")) {
      throw new IllegalArgumentException("'fill " + words[0] + "' needs a number of KiB");
    }
    return new Step.Fill(player, Integer.parseInt(words[1]));
  }

  private static Step resume(String[] words) {
    int player = player("resume", words);
    if (words.length > 2 || words.length == 2 && !words[1].equals("slowly")) {
      throw new IllegalArgumentException("'" + words[1] + "' follows 'resume " + words[0] + "'");
    }
    return new Step.Resume(player, words.length == 2);
  }
}
