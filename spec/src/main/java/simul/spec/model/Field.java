package simul.spec.model;

/**
 * One field of a packet or header.
 *
 * @param min the smallest value allowed, inclusive
 * @param max the largest value allowed, inclusive
 */
public record Field(String name, FieldType type, long min, long max) {

  /** A field that may hold whatever its type holds. */
  public static Field of(String name, FieldType type) {
    return new Field(name, type, type.scalar().min(), type.scalar().max());
  }
}
