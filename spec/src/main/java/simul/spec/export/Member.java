package simul.spec.export;

import simul.spec.model.Field;
import simul.spec.model.FieldType;

/**
 * A field at its place in a packet or struct.
 *
 * @param offset of its first byte
 * @param end the first byte behind it; of an array whose size varies its own offset
 */
record Member(Field field, int offset, int end) {

  String name() {
    return field.name();
  }

  /** How many bytes it has; 0 where that varies. */
  int bytes() {
    return end - offset;
  }

  /** Whether it is an array whose size varies, which nothing follows. */
  boolean varies() {
    return field.type() instanceof FieldType.Array array
        && !(array.length() instanceof FieldType.Length.Fixed);
  }
}
