package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;

class FieldLayoutTest {

  private static FieldLayout plain(Scalar scalar, int offset, boolean bigEndian) {
    return new FieldLayout(Field.of("f", new FieldType.Plain(scalar)), offset, bigEndian);
  }

  private static FieldLayout ranged(Scalar scalar, long min, long max) {
    return new FieldLayout(new Field("f", new FieldType.Plain(scalar), min, max), 0, false);
  }

  private static FieldLayout enumeration(long... values) {
    Map<String, Long> named = new LinkedHashMap<>();
    for (long value : values) {
      named.put("V" + value, value);
    }
    return new FieldLayout(
        Field.of("f", new FieldType.Enumeration("E", Scalar.U8, named)), 0, false);
  }

  @ParameterizedTest
  @CsvSource({
    "U8, 00, 00, 0",
    "U8, ff, ff, 255",
    "I8, 7f, 7f, 127",
    "I8, 80, 80, -128",
    "U16, 34 12, 12 34, 4660",
    "U16, ff ff, ff ff, 65535",
    "I16, 00 80, 80 00, -32768",
    "I16, ff 7f, 7f ff, 32767",
    "U32, 04 03 02 01, 01 02 03 04, 16909060",
    "U32, ff ff ff ff, ff ff ff ff, 4294967295",
    "I32, fe ff ff ff, ff ff ff fe, -2",
    "I32, 00 00 00 80, 80 00 00 00, -2147483648",
    "U64, 08 07 06 05 04 03 02 01, 01 02 03 04 05 06 07 08, 72623859790382856",
    "U64, ff ff ff ff ff ff ff ff, ff ff ff ff ff ff ff ff, -1",
    "I64, 00 00 00 00 00 00 00 80, 80 00 00 00 00 00 00 00, -9223372036854775808",
  })
  void readsAndWritesBothByteOrders(Scalar scalar, String little, String big, long value) {
    assertThat(written(plain(scalar, 0, false), value)).isEqualTo(little);
    assertThat(written(plain(scalar, 0, true), value)).isEqualTo(big);
    assertThat(plain(scalar, 0, false).read(HexDump.parse(little), 0)).isEqualTo(value);
    assertThat(plain(scalar, 0, true).read(HexDump.parse(big), 0)).isEqualTo(value);
  }

  private static String written(FieldLayout field, long value) {
    byte[] bytes = new byte[field.scalar().bytes()];
    field.write(bytes, 0, value);
    return HexDump.hex(bytes);
  }

  @Test
  void standsAtItsOffsetInTheFrame() {
    FieldLayout field = plain(Scalar.U16, 3, false);
    byte[] bytes = new byte[10];

    field.write(bytes, 2, 0xBBAA);

    assertThat(HexDump.hex(bytes)).isEqualTo("00 00 00 00 00 aa bb 00 00 00");
    assertThat(field.read(bytes, 2)).isEqualTo(0xBBAA);
    assertThat(field.end()).isEqualTo(5);
  }

  @Test
  void writesTheLowBytesOfValueThatDoesNotFit() {
    assertThat(written(plain(Scalar.U8, 0, false), 0x1234)).isEqualTo("34");
    assertThat(written(plain(Scalar.U16, 0, true), -1)).isEqualTo("ff ff");
  }

  @Provide
  Arbitrary<Scalar> integers() {
    return Layouts.integers();
  }

  @Property
  void writingTouchesNothingElse(
      @ForAll("integers") Scalar scalar,
      @ForAll boolean bigEndian,
      @ForAll @IntRange(max = 5) int offset,
      @ForAll @IntRange(max = 5) int frame,
      @ForAll long value,
      @ForAll byte before) {
    FieldLayout field = plain(scalar, offset, bigEndian);
    byte[] bytes = new byte[20];
    Arrays.fill(bytes, before);

    field.write(bytes, frame, value);

    for (int at = 0; at < bytes.length; at++) {
      boolean inside = at >= frame + field.offset() && at < frame + field.end();
      assertThat(inside || bytes[at] == before).isTrue();
    }
    assertThat(field.read(bytes, frame)).isEqualTo(truncated(scalar, value));
  }

  private static long truncated(Scalar scalar, long value) {
    int unused = 64 - 8 * scalar.bytes();
    return scalar.signed() ? value << unused >> unused : value << unused >>> unused;
  }

  @Test
  void allowsItsRangeAndNothingBeside() {
    FieldLayout field = ranged(Scalar.I16, -4, 300);

    assertThat(field.allows(-4)).isTrue();
    assertThat(field.allows(300)).isTrue();
    assertThat(field.allows(-5)).isFalse();
    assertThat(field.allows(301)).isFalse();
    assertThat(field.allowedPhrase()).isEqualTo("-4..300");
  }

  @Test
  void enumerationAllowsItsValuesAndNothingBetween() {
    FieldLayout field = enumeration(7, 2, 4);

    assertThat(field.allows(4)).isTrue();
    assertThat(field.allows(7)).isTrue();
    assertThat(field.allows(3)).isFalse();
    assertThat(field.allows(8)).isFalse();
    assertThat(field.allowedPhrase()).isEqualTo("[2, 4, 7]");
    assertThat(field.nameOf(4)).contains("V4");
    assertThat(field.nameOf(3)).isEmpty();
  }

  @Test
  void valuesInRowAreShownAsRange() {
    assertThat(enumeration(3, 1, 2).allowedPhrase()).isEqualTo("1..3");
    assertThat(enumeration(5).allowedPhrase()).isEqualTo("5");
  }

  @Test
  void onlyFieldThatDoesNotAllowAllIsChecked() {
    assertThat(plain(Scalar.U8, 0, false).needsCheck()).isFalse();
    assertThat(ranged(Scalar.U8, 0, 255).needsCheck()).isFalse();
    assertThat(ranged(Scalar.U8, 0, 254).needsCheck()).isTrue();
    assertThat(ranged(Scalar.U8, 1, 255).needsCheck()).isTrue();
    assertThat(enumeration(0, 1).needsCheck()).isTrue();
  }

  @Test
  void bareIntegerHasNoNamesForItsValues() {
    assertThat(plain(Scalar.U8, 0, false).nameOf(0)).isEmpty();
  }
}
