package simul.spec.header;

/**
 * Something in a header that cannot be imported. A struct with several obstacles has a refusal for
 * each.
 *
 * @param subject what is not imported: a struct, an enumeration, a constant, or the first words of
 *     a line that is no C++
 * @param place the obstacle's line
 */
public record Refusal(String subject, Place place, Reason reason, String text) {

  /** Why something cannot be imported. */
  public enum Reason {
    /** An address means nothing to another computer. */
    POINTER,
    /** A reference is a pointer in disguise. */
    REFERENCE,
    /** Virtual functions or bases put hidden pointers into a struct. */
    VIRTUAL,
    /** Where a bit-field lies depends on the compiler. */
    BIT_FIELD,
    /** Several members at one place. */
    UNION,
    /** A type of the C++ library, whose bytes are not its value. */
    LIBRARY_TYPE,
    /** A template, or a type made from one. */
    TEMPLATE,
    /** A type that none of the given files defines. */
    UNKNOWN_TYPE,
    /** A number that cannot be computed. */
    UNKNOWN_VALUE,
    /** A constant, but not a number without fraction. */
    NOT_AN_INTEGER,
    /** Depends on something that cannot be imported itself. */
    DEPENDENCY,
    /** Inherits from several structs. */
    SEVERAL_BASES,
    /** An alignment other than by {@code #pragma pack}. */
    ALIGNMENT,
    /** An array without a length, or a struct larger than any packet. */
    LENGTH,
    /** The name has been defined before. */
    DUPLICATE,
    /** A struct that nothing gives a name. */
    UNNAMED,
    /** The parser does not take it for C++. */
    SYNTAX,
    /** What a comment tells of the spec is wrong. */
    ANNOTATION
  }

  /** {@code file:line: subject cannot be imported: text}. */
  @Override
  public String toString() {
    return place + ": " + subject + " cannot be imported: " + text;
  }
}
