package simul.ci.report;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import simul.conformance.explain.Language;
import simul.conformance.verdict.Transcript;
import simul.spec.wire.HexDump;

/** The words of an HTML report, in one language. Immutable. */
final class Texts {
  private static final int MOST_PACKETS = 6;

  private final Language language;
  private final ResourceBundle bundle;

  Texts(Language language) {
    this(language, "page");
  }

  /** Those of another page. */
  Texts(Language language, String page) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle("simul.ci.report." + page, language.locale());
  }

  Language language() {
    return language;
  }

  /** A text with its values; numbers go in as they are to be read. */
  String say(String key, Object... values) {
    String text = bundle.getString(key);
    Object[] words = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      words[i] = String.valueOf(values[i]);
    }
    return MessageFormat.format(text, words);
  }

  /** A text of a family, such as a verdict's name. */
  String say(String family, Enum<?> member) {
    return say(family + "." + member.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** A count of bytes. */
  String bytes(long count) {
    return count == 1 ? say("bytes.one") : say("bytes.many", count);
  }

  /**
   * What an event's bytes are.
   *
   * @param mostBytes how many are shown as hex where no packet says more
   */
  String meaning(Conversation.Row row, int mostPackets, int mostBytes) {
    if (row.fault().isPresent()) {
      String before = row.packets().isEmpty() ? "" : packets(row, mostPackets) + ", ";
      return before + say("event.fault", row.fault().get());
    }
    if (!row.isSegment()) {
      return say("event", row.event().kind());
    }
    if (row.packets().isEmpty()) {
      return row.rest() > 0
          ? say("event.part", hex(row.event(), mostBytes))
          : hex(row.event(), mostBytes);
    }
    String rest = row.rest() > 0 ? ", " + say("event.rest", bytes(row.rest())) : "";
    return packets(row, mostPackets) + rest;
  }

  /** The same at its usual length. */
  String meaning(Conversation.Row row) {
    return meaning(row, MOST_PACKETS, 8);
  }

  private String packets(Conversation.Row row, int most) {
    int all = row.packets().size();
    String first = String.join(", ", row.packets().subList(0, Math.min(most, all)));
    return all <= most ? first : first + ", " + say("event.more", all - most);
  }

  /** The first of an event's bytes. */
  static String hex(Transcript.Event event, int most) {
    byte[] bytes = event.bytes();
    String first = HexDump.hex(bytes, 0, Math.min(most, bytes.length));
    return event.size() > most || !event.isWhole() ? first + " …" : first;
  }
}
