package simul.spec.header;

import simul.spec.model.Scalar;

/** The type of a member, or of the elements of a member that is an array; as wide as on Windows. */
public sealed interface ElementType {

  /** Width in bytes. */
  int bytes();

  /** An integer other than the character types; {@code signed char} and BYTE are integers. */
  record Whole(Scalar scalar) implements ElementType {
    @Override
    public int bytes() {
      return scalar.bytes();
    }
  }

  /** A {@code char}: part of a text, or a number from -128 to 127. */
  record Character() implements ElementType {
    @Override
    public int bytes() {
      return 1;
    }
  }

  /** A {@code wchar_t} or {@code char16_t}: a unit of UTF-16, 2 bytes on Windows. */
  record WideCharacter() implements ElementType {
    @Override
    public int bytes() {
      return 2;
    }
  }

  /** A {@code bool}, one byte; the Windows BOOL is an integer of 4. */
  record Truth() implements ElementType {
    @Override
    public int bytes() {
      return 1;
    }
  }

  /** A floating-point number of 4 or 8 bytes. */
  record Real(int bytes) implements ElementType {}

  /**
   * An enumeration.
   *
   * @param enumeration its qualified name; the header lacks it when its values cannot be imported
   */
  record Enumerated(String enumeration, Scalar scalar) implements ElementType {
    @Override
    public int bytes() {
      return scalar.bytes();
    }
  }

  /**
   * Another struct.
   *
   * @param struct its qualified name
   */
  record Nested(String struct, int bytes) implements ElementType {}
}
