package simul.spec.source;

import java.util.List;
import java.util.OptionalLong;

/**
 * An argument of a call, as far as its shape can be told without running the program. Casts and
 * parentheses around it do not count.
 *
 * @param text as written, on one line and shortened
 * @param name the variable, constant or function that it names or takes the address of, without its
 *     scope; {@code ""} where there is none
 * @param value of a constant; {@code nullptr} and {@code false} are 0, {@code true} is 1
 * @param functions that it may hand over: a function's own name, or a lambda
 */
public record Argument(
    Kind kind, String text, String name, OptionalLong value, List<SourceFunction> functions) {
  /** What an argument is made of. */
  public enum Kind {
    /** A number, {@code nullptr}, {@code true}, a macro or constant that comes to one. */
    CONSTANT,
    /** {@code &something}, where something is no function. */
    ADDRESS_OF,
    /** A function of the program. */
    FUNCTION,
    /** A lambda, written in place. */
    LAMBDA,
    /** A variable, a member, or a function that is not in the files. */
    NAME,
    /** Any other expression. */
    OTHER
  }

  public Argument {
    functions = List.copyOf(functions);
  }

  /** Whether it is certainly 0, {@code NULL}, {@code nullptr} or {@code FALSE}. */
  public boolean isZero() {
    return value.isPresent() && value.getAsLong() == 0;
  }

  /** Whether it is a constant other than those. */
  public boolean isNonzeroConstant() {
    return value.isPresent() && value.getAsLong() != 0;
  }
}
