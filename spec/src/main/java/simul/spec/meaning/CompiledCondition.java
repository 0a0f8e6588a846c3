package simul.spec.meaning;

import java.util.Map;
import java.util.function.Function;
import simul.spec.model.Condition;
import simul.spec.wire.FieldLayout;

/** A condition with its fields resolved. Asking it allocates nothing. */
final class CompiledCondition {
  private final FieldLayout[] where;
  private final long[] whereValues;
  private final FieldLayout[] unless;
  private final long[] unlessValues;

  private CompiledCondition(Condition condition, Function<String, FieldLayout> fields) {
    this.where = resolve(condition.where(), fields);
    this.whereValues = values(condition.where());
    this.unless = resolve(condition.unless(), fields);
    this.unlessValues = values(condition.unless());
  }

  static CompiledCondition of(Condition condition, Function<String, FieldLayout> fields) {
    return new CompiledCondition(condition, fields);
  }

  private static FieldLayout[] resolve(
      Map<String, Long> values, Function<String, FieldLayout> fields) {
    return values.keySet().stream().map(fields).toArray(FieldLayout[]::new);
  }

  private static long[] values(Map<String, Long> values) {
    return values.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** Whether it holds in the packet or element that starts there. */
  boolean holds(byte[] bytes, int base) {
    for (int i = 0; i < where.length; i++) {
      if (where[i].read(bytes, base) != whereValues[i]) {
        return false;
      }
    }
    for (int i = 0; i < unless.length; i++) {
      if (unless[i].read(bytes, base) == unlessValues[i]) {
        return false;
      }
    }
    return true;
  }

  /** Writes the values that make it hold. */
  void fulfil(byte[] bytes, int base) {
    for (int i = 0; i < where.length; i++) {
      where[i].write(bytes, base, whereValues[i]);
    }
  }

  /** Writes the values that keep it from holding; nothing where nothing can. */
  void defeat(byte[] bytes, int base) {
    for (int i = 0; i < unless.length; i++) {
      unless[i].write(bytes, base, unlessValues[i]);
    }
  }
}
