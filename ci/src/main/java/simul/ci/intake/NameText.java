package simul.ci.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names and lines of text in whatever encoding Korean Windows or a Mac may have written them. */
final class NameText {
  private static final int MESSAGE_CHARACTERS = 200;

  private NameText() {}

  /** Strict UTF-8, and else CP949, which nobody declares; what is neither gets U+FFFD. */
  static String decode(byte[] bytes) {
    return utf8(bytes).orElseGet(() -> new String(bytes, korean()));
  }

  /** Text that is UTF-8 throughout. */
  static Optional<String> utf8(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** CP949, or Latin-1 on a Java that was cut down to the standard charsets. */
  private static Charset korean() {
    return Charset.isSupported("MS949") ? Charset.forName("MS949") : StandardCharsets.ISO_8859_1;
  }

  /** A name as a message shows it: no control characters, and not endless. */
  static String printable(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(MESSAGE_CHARACTERS)
        .forEach(c -> shown.appendCodePoint(isShown(c) ? c : '?'));
    return name.length() > MESSAGE_CHARACTERS ? shown + "..." : shown.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
