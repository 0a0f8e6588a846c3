package simul.spec.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a client says something: a packet and the values of its fields.
 *
 * @param packet name of a packet that clients send
 * @param set value by field name, or by path into an array: {@code players[$self].x}; fields that
 *     are not named are 0
 */
public record Send(String packet, Map<String, Value> set) {
  public Send {
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }
}
