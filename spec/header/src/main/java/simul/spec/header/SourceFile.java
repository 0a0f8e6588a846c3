package simul.spec.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A C++ source file as it was given: a header, or a {@code .cpp} that holds structs.
 *
 * @param name what messages call it; folders in it tell two files of the same name apart
 * @param text decoded, with lines that end in {@code \n}
 */
public record SourceFile(String name, String text) {
  /** A header is a few pages; what is larger than this is some other file. */
  private static final int LARGEST_BYTES = 1 << 20;

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16_LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16_BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

  public SourceFile {
    text = text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * Reads and decodes a file.
   *
   * @throws IOException when it cannot be read, or is larger than a header can be
   */
  public static SourceFile load(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LARGEST_BYTES) {
      throw new IOException(file + ": " + size + " bytes, more than " + LARGEST_BYTES);
    }
    return decode(file.toString(), Files.readAllBytes(file));
  }

  /**
   * Decodes bytes in whatever encoding Korean Windows may have written them: by the byte order
   * mark, as UTF-16 without one, as strict UTF-8, and else as CP949. Never fails: bytes that are
   * none of these become replacement characters, and in practice stand in comments.
   */
  public static SourceFile decode(String name, byte[] bytes) {
    return new SourceFile(name, text(bytes));
  }

  private static String text(byte[] bytes) {
    if (startsWith(bytes, UTF_8_MARK)) {
      return text(bytes, UTF_8_MARK.length, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, UTF_16_LITTLE_MARK)) {
      return text(bytes, UTF_16_LITTLE_MARK.length, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, UTF_16_BIG_MARK)) {
      return text(bytes, UTF_16_BIG_MARK.length, StandardCharsets.UTF_16BE);
    }
    if (isMostlyZero(bytes, 1)) {
      return text(bytes, 0, StandardCharsets.UTF_16LE);
    }
    if (isMostlyZero(bytes, 0)) {
      return text(bytes, 0, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return text(bytes, 0, korean());
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  /** Whether every other byte, from the first or second on, is mostly 0: C++ is mostly ASCII. */
  private static boolean isMostlyZero(byte[] bytes, int from) {
    int zeros = 0;
    int others = 0;
    for (int i = from; i < bytes.length; i += 2) {
      if (bytes[i] == 0) {
        zeros++;
      } else {
        others++;
      }
    }
    return zeros > others;
  }

  private static String text(byte[] bytes, int from, Charset charset) {
    return new String(bytes, from, bytes.length - from, charset);
  }

  /** CP949, or Latin-1 on a Java that was cut down to the standard charsets. */
  private static Charset korean() {
    return Charset.isSupported("MS949") ? Charset.forName("MS949") : StandardCharsets.ISO_8859_1;
  }
}
