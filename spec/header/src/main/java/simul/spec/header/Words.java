package simul.spec.header;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simul.spec.model.Sender;

/** The words of a C++ name, in lower case: {@code SC_LoginOk} is {@code sc login ok}. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile("(?i:[sc]2[sc])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[가-힣]+");

  private static final Set<String> CLIENT =
      Set.of("cs", "c2s", "cts", "client", "request", "req", "send");
  private static final Set<String> SERVER =
      Set.of("sc", "s2c", "stc", "server", "reply", "response", "notify", "recv");

  /** Words that name the thing itself rather than what it says. */
  private static final Set<String> NOISE =
      Set.of(
          "packet",
          "pkt",
          "pt",
          "p",
          "struct",
          "type",
          "k",
          "e",
          "tag",
          "msg",
          "message",
          "head",
          "header",
          "protocol",
          "cmd",
          "t",
          "id",
          "code",
          "op",
          "opcode");

  private final List<String> list;

  private Words(List<String> list) {
    this.list = List.copyOf(list);
  }

  static Words of(String name) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(name);
    while (matcher.find()) {
      words.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    return new Words(words);
  }

  List<String> list() {
    return list;
  }

  boolean has(Set<String> any) {
    return list.stream().anyMatch(any::contains);
  }

  /** The first of the words that is in the set. */
  Optional<String> first(Set<String> any) {
    return list.stream().filter(any::contains).findFirst();
  }

  /** Which end the name says; a single letter counts only in front. */
  Optional<Sender> sender() {
    for (int i = 0; i < list.size(); i++) {
      String word = list.get(i);
      boolean front = i == 0 || i == 1 && NOISE.contains(list.get(0));
      if (CLIENT.contains(word) || front && word.equals("c")) {
        return Optional.of(Sender.CLIENT);
      }
      if (SERVER.contains(word) || front && word.equals("s")) {
        return Optional.of(Sender.SERVER);
      }
    }
    return Optional.empty();
  }

  /** Whether the name says nothing but that word, besides the end and words like packet. */
  boolean saysOnly(String word) {
    return list.contains(word)
        && list.stream().allMatch(w -> w.equals(word) || isEnd(w) || NOISE.contains(w));
  }

  private boolean isEnd(String word) {
    return CLIENT.contains(word) || SERVER.contains(word) || word.equals("c") || word.equals("s");
  }

  /** What is left without the end and the words that say nothing; all words if that is nothing. */
  Set<String> meaning() {
    Set<String> meaning = new LinkedHashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String word = list.get(i);
      boolean letter = i <= 1 && (word.equals("c") || word.equals("s"));
      if (!NOISE.contains(word) && !CLIENT.contains(word) && !SERVER.contains(word) && !letter) {
        meaning.add(word);
      }
    }
    return meaning.isEmpty() ? new LinkedHashSet<>(list) : meaning;
  }
}
