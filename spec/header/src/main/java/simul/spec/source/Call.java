package simul.spec.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import simul.spec.header.Place;

/**
 * A call, or the making of an object, that is compiled into the program.
 *
 * @param name what is called, without its scope; when macros or function pointers are in between,
 *     what they stand for: {@code WSARecv} for {@code RECV(s)} with {@code #define RECV WSARecv},
 *     {@code AcceptEx} for a variable of type {@code LPFN_ACCEPTEX}
 * @param receiver the type of the object before {@code .} or {@code ->}, as declared; {@code ""}
 *     where it is not known
 * @param function that it stands in
 * @param reach whether the program gets there
 * @param place the line of its use, also when a macro holds it
 * @param text as written, on one line and shortened
 * @param macro that it was written with
 * @param repeated whether it stands in a loop of its function
 * @param ofProgram whether it calls a function of the program itself, and none of a library
 */
public record Call(
    String name,
    Kind kind,
    String receiver,
    List<Argument> arguments,
    SourceFunction function,
    Reach reach,
    Place place,
    String text,
    Optional<String> macro,
    boolean repeated,
    boolean ofProgram) {
  /** How it is called. */
  public enum Kind {
    /** {@code f(x)}, {@code ::f(x)}, {@code space::f(x)}. */
    FUNCTION,
    /** {@code object.f(x)}, {@code object->f(x)}. */
    MEMBER,
    /** {@code Type t(x)}, {@code Type t{x}}, {@code new Type(x)}; the name is the type's. */
    CONSTRUCTION
  }

  public Call {
    arguments = List.copyOf(arguments);
  }

  /** Whether it calls a function of a library, such as Windows, by one of these names. */
  public boolean isOf(Set<String> names) {
    return kind == Kind.FUNCTION && !ofProgram && names.contains(name);
  }

  /** The argument at an index from 0, where there are as many. */
  public Optional<Argument> argument(int index) {
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }

  /** The functions that it hands over, as threads and callbacks are. */
  public List<SourceFunction> handsOver() {
    return arguments.stream().flatMap(argument -> argument.functions().stream()).toList();
  }
}
