package simul.spec.header;

import java.util.function.LongBinaryOperator;
import simul.spec.model.Scalar;

/**
 * An integer value with its C++ type, and C++'s arithmetic on it: small types become {@code int},
 * unsigned ones wrap. What C++ leaves undefined wraps as well.
 *
 * @param value as {@link Scalar} reads it: an unsigned 64-bit value as a signed long
 */
record Integral(long value, Scalar type) {

  static Integral of(boolean truth) {
    return new Integral(truth ? 1 : 0, Scalar.I32);
  }

  /** Converts as a cast does: by the low bytes. */
  Integral as(Scalar target) {
    int unused = 64 - 8 * target.bytes();
    long shifted = value << unused;
    return new Integral(target.signed() ? shifted >> unused : shifted >>> unused, target);
  }

  /** Types narrower than {@code int} become {@code int}, whose range holds theirs. */
  Integral promoted() {
    return type.bytes() < 4 ? new Integral(value, Scalar.I32) : this;
  }

  /** The type in which two operands are computed. */
  private static Scalar common(Integral a, Integral b) {
    Scalar left = a.promoted().type;
    Scalar right = b.promoted().type;
    if (left.bytes() != right.bytes()) {
      return left.bytes() > right.bytes() ? left : right;
    }
    return left.signed() ? right : left;
  }

  Integral negated() {
    Integral operand = promoted();
    return new Integral(-operand.value, operand.type).as(operand.type);
  }

  Integral complement() {
    Integral operand = promoted();
    return new Integral(~operand.value, operand.type).as(operand.type);
  }

  Integral plus(Integral other) {
    return computed(other, (a, b) -> a + b);
  }

  Integral minus(Integral other) {
    return computed(other, (a, b) -> a - b);
  }

  Integral times(Integral other) {
    return computed(other, (a, b) -> a * b);
  }

  Integral and(Integral other) {
    return computed(other, (a, b) -> a & b);
  }

  Integral or(Integral other) {
    return computed(other, (a, b) -> a | b);
  }

  Integral xor(Integral other) {
    return computed(other, (a, b) -> a ^ b);
  }

  private Integral computed(Integral other, LongBinaryOperator operator) {
    Scalar common = common(this, other);
    long result = operator.applyAsLong(as(common).value, other.as(common).value);
    return new Integral(result, common).as(common);
  }

  /** The quotient; the divisor must not be 0. */
  Integral dividedBy(Integral other) {
    return common(this, other) == Scalar.U64
        ? computed(other, Long::divideUnsigned)
        : computed(other, (a, b) -> a / b);
  }

  /** The remainder; the divisor must not be 0. */
  Integral remainder(Integral other) {
    return common(this, other) == Scalar.U64
        ? computed(other, Long::remainderUnsigned)
        : computed(other, (a, b) -> a % b);
  }

  Integral shiftedLeft(Integral count) {
    Integral operand = promoted();
    return new Integral(operand.value << count.value, operand.type).as(operand.type);
  }

  Integral shiftedRight(Integral count) {
    Integral operand = promoted();
    long shifted =
        operand.type == Scalar.U64 ? operand.value >>> count.value : operand.value >> count.value;
    return new Integral(shifted, operand.type);
  }

  int compare(Integral other) {
    Scalar common = common(this, other);
    long left = as(common).value;
    long right = other.as(common).value;
    return common == Scalar.U64 ? Long.compareUnsigned(left, right) : Long.compare(left, right);
  }

  boolean truth() {
    return value != 0;
  }
}
