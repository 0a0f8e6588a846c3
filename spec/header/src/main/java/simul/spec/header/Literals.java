package simul.spec.header;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simul.spec.model.Scalar;

/** Integer and character literals of C++, with the types that Windows compilers give them. */
final class Literals {
  private static final Pattern INTEGER =
      Pattern.compile("(0x[0-9a-f]+|0b[01]+|[0-9]+)(u?l{0,2}|l{1,2}u|u?i64|i64u)");
  private static final Pattern CHARACTER = Pattern.compile("(L|u8|u|U)?'(.*)'", Pattern.DOTALL);
  private static final Pattern NUMERIC_ESCAPE = Pattern.compile("x([0-9a-fA-F]+)|([0-7]{1,3})");
  private static final Charset KOREAN =
      Charset.isSupported("MS949") ? Charset.forName("MS949") : StandardCharsets.ISO_8859_1;

  private Literals() {}

  /** An integer literal in any base, with digit separators and suffixes. */
  static Integral integer(String literal) throws Unimportable {
    String plain = literal.replace("'", "").toLowerCase(Locale.ROOT);
    Matcher matcher = INTEGER.matcher(plain);
    if (!matcher.matches()) {
      throw unknown(literal + " is no integer");
    }
    BigInteger value = digits(matcher.group(1), literal);
    String suffix = matcher.group(2);
    boolean decimal = plain.charAt(0) != '0';
    boolean wide = suffix.contains("ll") || suffix.contains("i64");
    boolean unsigned = suffix.contains("u");
    for (Scalar type : new Scalar[] {Scalar.I32, Scalar.U32, Scalar.I64, Scalar.U64}) {
      boolean signFits = type.signed() ? !unsigned : unsigned || !decimal;
      int bits = 8 * type.bytes() - (type.signed() ? 1 : 0);
      if (signFits && value.bitLength() <= bits && (!wide || type.bytes() == 8)) {
        return new Integral(value.longValue(), type);
      }
    }
    if (value.bitLength() <= 64) {
      return new Integral(value.longValue(), Scalar.U64);
    }
    throw unknown(literal + " does not fit 64 bits");
  }

  private static BigInteger digits(String digits, String literal) throws Unimportable {
    try {
      if (digits.startsWith("0x")) {
        return new BigInteger(digits.substring(2), 16);
      }
      if (digits.startsWith("0b")) {
        return new BigInteger(digits.substring(2), 2);
      }
      boolean octal = digits.startsWith("0") && digits.length() > 1;
      return new BigInteger(digits, octal ? 8 : 10);
    } catch (NumberFormatException e) {
      throw unknown(literal + " is no integer");
    }
  }

  /**
   * A character literal, wide or not; several characters make an {@code int}, first one highest.
   */
  static Integral character(String literal) throws Unimportable {
    Matcher matcher = CHARACTER.matcher(literal);
    if (!matcher.matches()) {
      throw unknown(literal + " is no character");
    }
    String prefix = matcher.group(1);
    boolean narrow = prefix == null || prefix.equals("u8");
    long value = 0;
    int count = 0;
    for (String rest = matcher.group(2); !rest.isEmpty(); count++) {
      int length = lengthOfFirst(rest);
      String first = rest.substring(0, length);
      for (long unit : narrow ? bytes(first) : units(first)) {
        value = narrow ? value << 8 | unit : unit;
      }
      rest = rest.substring(length);
    }
    if (count == 0 || count > 4) {
      throw unknown(literal + " is no character");
    }
    if (narrow) {
      return new Integral(value, Scalar.U32).as(value > 0xFF ? Scalar.I32 : Scalar.I8);
    }
    return new Integral(value, prefix.equals("U") ? Scalar.U32 : Scalar.U16);
  }

  private static int lengthOfFirst(String text) {
    if (text.charAt(0) != '\\' || text.length() == 1) {
      return Character.charCount(text.codePointAt(0));
    }
    Matcher numeric = NUMERIC_ESCAPE.matcher(text).region(1, text.length());
    return numeric.lookingAt() ? numeric.end() : 2;
  }

  private static long[] bytes(String character) {
    if (character.charAt(0) == '\\' && character.length() > 1) {
      return new long[] {escape(character) & 0xFF};
    }
    byte[] bytes = character.getBytes(KOREAN);
    long[] values = new long[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i] & 0xFF;
    }
    return values;
  }

  private static long[] units(String character) {
    return new long[] {
      character.charAt(0) == '\\' && character.length() > 1
          ? escape(character)
          : character.codePointAt(0)
    };
  }

  private static long escape(String sequence) {
    Matcher numeric = NUMERIC_ESCAPE.matcher(sequence).region(1, sequence.length());
    if (numeric.matches()) {
      return numeric.group(1) != null
          ? new BigInteger(numeric.group(1), 16).longValue()
          : Long.parseLong(numeric.group(2), 8);
    }
    return switch (sequence.charAt(1)) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'a' -> 7;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'v' -> 11;
      default -> sequence.charAt(1);
    };
  }

  private static Unimportable unknown(String message) {
    return new Unimportable(Refusal.Reason.UNKNOWN_VALUE, message);
  }
}
