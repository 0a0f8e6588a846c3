package simul.spec.header;

/**
 * An integer constant of a header: a macro, a constant variable, or a value of an enumeration.
 *
 * @param scope namespaces, structs and scoped enumerations around it, joined by {@code ::}; empty
 *     at file level and for macros
 * @param value an unsigned 64-bit value beyond the signed range wraps, as everywhere in a spec
 */
public record Constant(String scope, String name, Kind kind, long value, Place place) {

  /** What makes it a constant. */
  public enum Kind {
    /** {@code #define}. */
    MACRO,
    /** {@code const} or {@code constexpr}, static members included. */
    VARIABLE,
    /** A name of an {@code enum}. */
    ENUMERATOR
  }

  /** The name with its scope: {@code Packet::LOGIN}. */
  public String qualifiedName() {
    return scope.isEmpty() ? name : scope + "::" + name;
  }
}
