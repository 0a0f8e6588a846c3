package simul.spec.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import simul.spec.model.Encoding;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Value;

/** Text of a fixed size, or bytes without meaning, at their place in a frame. Immutable. */
public final class TextLayout implements Part {
  private final String name;
  private final int offset;
  private final int bytes;
  private final Optional<Charset> charset;
  private final byte[] constant;

  private TextLayout(
      String name, int offset, int bytes, Optional<Charset> charset, Optional<Value> constant) {
    this.name = name;
    this.offset = offset;
    this.bytes = bytes;
    this.charset = charset;
    this.constant =
        constant
            .filter(Value.Text.class::isInstance)
            .map(value -> encode(((Value.Text) value).text()))
            .orElse(null);
  }

  static TextLayout of(
      Field field, FieldType.Text type, String path, int offset, Encoding encoding) {
    Charset wide = encoding.bigEndian() ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    Charset charset = type.unitBytes() == 2 ? wide : encoding.text();
    return new TextLayout(
        path, offset, type.units() * type.unitBytes(), Optional.of(charset), field.constant());
  }

  static TextLayout of(FieldType.Filler type, String path, int offset) {
    return new TextLayout(path, offset, type.bytes(), Optional.empty(), Optional.empty());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int offset() {
    return offset;
  }

  @Override
  public int end() {
    return offset + bytes;
  }

  /** Whether it is text; otherwise its bytes have no meaning. */
  public boolean isText() {
    return charset.isPresent();
  }

  /** How the text is written; empty where it is no text. */
  public Optional<Charset> charset() {
    return charset;
  }

  /** The text up to the first zero; nothing where it is no text. */
  public String read(byte[] source, int frame) {
    if (charset.isEmpty()) {
      return "";
    }
    String all = new String(source, frame + offset, bytes, charset.get());
    int zero = all.indexOf('\0');
    return zero < 0 ? all : all.substring(0, zero);
  }

  /** Writes text, cut to the size and filled up with zeros. */
  public void write(byte[] target, int frame, String text) {
    System.arraycopy(encode(text), 0, target, frame + offset, bytes);
  }

  private byte[] encode(String text) {
    byte[] encoded = charset.map(text::getBytes).orElse(new byte[0]);
    return Arrays.copyOf(encoded, bytes);
  }

  /** Whether it always holds the same. */
  public boolean isConstant() {
    return constant != null;
  }

  /** Whether the bytes that have arrived can be the constant's. */
  boolean matches(byte[] source, int frame, int available) {
    int there = Math.max(0, Math.min(bytes, available - offset));
    int from = frame + offset;
    return there == 0 || Arrays.equals(source, from, from + there, constant, 0, there);
  }

  void writeConstant(byte[] target, int frame) {
    System.arraycopy(constant, 0, target, frame + offset, bytes);
  }
}
