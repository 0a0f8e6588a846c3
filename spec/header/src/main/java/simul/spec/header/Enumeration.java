package simul.spec.header;

import java.util.List;
import simul.spec.model.Scalar;

/**
 * An enumeration of a header.
 *
 * @param scope namespaces and structs around it, joined by {@code ::}; empty at file level
 * @param name empty when it has none; then it is a group of constants
 * @param scalar the integer that carries it: an {@code int} unless the header says otherwise
 * @param values in the order of the header
 */
public record Enumeration(
    String scope, String name, Scalar scalar, List<Constant> values, Place place) {
  public Enumeration {
    values = List.copyOf(values);
  }

  /** The name with its scope, as {@link ElementType.Enumerated} refers to it. */
  public String qualifiedName() {
    return scope.isEmpty() ? name : scope + "::" + name;
  }
}
