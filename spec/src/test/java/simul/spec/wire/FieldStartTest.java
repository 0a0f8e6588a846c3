package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;

class FieldStartTest {

  /** Each range with the first bytes that just can and just cannot become one of its values. */
  @ParameterizedTest
  @CsvSource({
    "U16, true, 255, 512, 00, true",
    "U16, true, 256, 512, 00, false",
    "U16, true, 256, 512, 02, true",
    "U16, true, 256, 511, 02, false",
    "I16, true, -257, 0, fe, true",
    "I16, true, -256, 0, fe, false",
    "I16, true, -32768, -32768, 80, true",
    "I16, true, -32767, 0, 7f, false",
    "U16, false, 510, 513, 00, true",
    "U16, false, 510, 513, 01, true",
    "U16, false, 510, 513, 02, false",
    "U16, false, 510, 513, fe, true",
    "U16, false, 510, 513, fd, false",
    "I16, false, -2, 1, ff, true",
    "I16, false, -2, 1, 01, true",
    "I16, false, -2, 1, fd, false",
    "U32, true, 65535, 65535, 00 00, true",
    "U32, true, 65536, 65536, 00 00, false",
    "I64, false, 9223372036854775806, 9223372036854775807, fd, false",
    "I64, false, 9223372036854775806, 9223372036854775807, fe ff, true",
    "I64, true, -9223372036854775808, -9223372036854775808, 80 00 00 00 00 00 00, true",
    "I64, true, -9223372036854775807, -9223372036854775807, 80 00 00 00 00 00 01, false",
  })
  void knowsWhatTheFirstBytesCanBecome(
      Scalar scalar, boolean bigEndian, long min, long max, String hex, boolean possible) {
    FieldLayout field =
        new FieldLayout(new Field("f", new FieldType.Plain(scalar), min, max), 0, bigEndian);
    byte[] bytes = HexDump.parse(hex);

    assertThat(FieldStart.canBecomeAllowed(field, bytes, 0, bytes.length)).isEqualTo(possible);
  }
}
