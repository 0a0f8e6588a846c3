package simul.spec.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the fields of a packet, or of one element of its array, must hold for it to mean something.
 *
 * @param where all of these must hold, by field name, as {@link Scalar#bits} has the numbers
 * @param unless none of these may hold
 */
public record Condition(Map<String, Long> where, Map<String, Long> unless) {
  /** Always. */
  public static final Condition NONE = new Condition(Map.of(), Map.of());

  public Condition {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    unless = Collections.unmodifiableMap(new LinkedHashMap<>(unless));
  }
}
