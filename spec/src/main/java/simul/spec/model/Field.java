package simul.spec.model;

import java.util.Optional;

/**
 * One field of a packet, header or struct.
 *
 * @param min the smallest value allowed, inclusive; of no meaning but for numbers
 * @param max the largest value allowed, inclusive; of no meaning but for numbers
 * @param constant what the field always holds, a number or text; any other value is another packet
 *     or a bad one
 */
public record Field(String name, FieldType type, long min, long max, Optional<Value> constant) {

  /** A field of a number that holds no constant. */
  public Field(String name, FieldType type, long min, long max) {
    this(name, type, min, max, Optional.empty());
  }

  /** A field that may hold whatever its type holds. */
  public static Field of(String name, FieldType type) {
    FieldType element = type instanceof FieldType.Array array ? array.element() : type;
    return element instanceof FieldType.Number number
        ? new Field(name, type, number.scalar().min(), number.scalar().max(), Optional.empty())
        : new Field(name, type, 0, 0, Optional.empty());
  }

  /** The same with bounds. */
  public Field within(long least, long most) {
    return new Field(name, type, least, most, constant);
  }

  /** The same with a constant. */
  public Field always(Value value) {
    return new Field(name, type, min, max, Optional.of(value));
  }
}
