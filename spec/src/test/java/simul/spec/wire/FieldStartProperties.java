package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;

/** What the first byte of two can become, against trying all that may follow it. */
class FieldStartProperties {

  @Provide
  Arbitrary<FieldLayout> fields() {
    return Combinators.combine(
            Arbitraries.of(Scalar.U16, Scalar.I16),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.longs().between(-32_768, 65_535),
            Arbitraries.longs().between(0, 700))
        .as(
            (scalar, bigEndian, named, low, length) -> {
              long min = Math.max(scalar.min(), Math.min(low, scalar.max()));
              long max = Math.min(scalar.max(), min + length);
              return field(scalar, bigEndian, named, min, max);
            });
  }

  /** A range, or an enumeration of its two ends. */
  private static FieldLayout field(
      Scalar scalar, boolean bigEndian, boolean named, long min, long max) {
    if (!named) {
      return new FieldLayout(new Field("f", new FieldType.Plain(scalar), min, max), 1, bigEndian);
    }
    Map<String, Long> values = new LinkedHashMap<>();
    values.put("LAST", max);
    values.put("FIRST", min);
    return new FieldLayout(
        Field.of("f", new FieldType.Enumeration("E", scalar, values)), 1, bigEndian);
  }

  @Property
  void firstByteIsPossibleWhenSomeSecondOneMakesItAllowed(
      @ForAll("fields") FieldLayout field, @ForAll byte first) {
    byte[] bytes = {0, first, 0};

    boolean possible = FieldStart.canBecomeAllowed(field, bytes, 0, 1);

    boolean found =
        LongStream.range(0, 256)
            .map(second -> field.read(new byte[] {0, first, (byte) second}, 0))
            .anyMatch(field::allows);
    assertThat(possible).isEqualTo(found);
  }

  @Property
  void wholeFieldIsPossibleWhenItIsAllowed(
      @ForAll("fields") FieldLayout field, @ForAll byte first, @ForAll byte second) {
    byte[] bytes = {0, first, second};

    assertThat(FieldStart.canBecomeAllowed(field, bytes, 0, 2))
        .isEqualTo(field.allows(field.read(bytes, 0)));
    assertThat(FieldStart.canBecomeAllowed(field, bytes, 0, 0)).isTrue();
    assertThat(FieldStart.value(field, bytes, 0, 2)).isEqualTo(field.read(bytes, 0));
  }
}
