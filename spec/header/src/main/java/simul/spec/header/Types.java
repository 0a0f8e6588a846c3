package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.DOMException;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IArrayType;
import org.eclipse.cdt.core.dom.ast.IBasicType;
import org.eclipse.cdt.core.dom.ast.IEnumeration;
import org.eclipse.cdt.core.dom.ast.IFunctionType;
import org.eclipse.cdt.core.dom.ast.IPointerType;
import org.eclipse.cdt.core.dom.ast.IProblemBinding;
import org.eclipse.cdt.core.dom.ast.IQualifierType;
import org.eclipse.cdt.core.dom.ast.ISemanticProblem;
import org.eclipse.cdt.core.dom.ast.IType;
import org.eclipse.cdt.core.dom.ast.ITypedef;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPClassSpecialization;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPClassTemplate;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPClassType;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPEnumeration;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPReferenceType;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPTemplateParameter;
import simul.spec.header.Declarations.EnumerationSource;
import simul.spec.header.Declarations.StructSource;
import simul.spec.model.Scalar;

/** How the parser's types lie in memory, on Windows. */
final class Types {
  /** Library types by the name that a {@code using namespace std} leaves of them. */
  private static final Set<String> LIBRARY =
      Set.of(
          "string",
          "wstring",
          "string_view",
          "vector",
          "array",
          "list",
          "deque",
          "queue",
          "stack",
          "map",
          "unordered_map",
          "set",
          "unordered_set",
          "pair",
          "tuple",
          "optional",
          "variant",
          "function",
          "atomic",
          "mutex",
          "thread",
          "shared_ptr",
          "unique_ptr",
          "bitset",
          "CString");

  private final Declarations declarations;
  private Expressions expressions;
  private Layouts layouts;

  Types(Declarations declarations) {
    this.declarations = declarations;
  }

  /** Types, sizes and values need one another; this closes the ring. */
  void connect(Expressions newExpressions, Layouts newLayouts) {
    expressions = newExpressions;
    layouts = newLayouts;
  }

  /** The type without typedefs and qualifiers. */
  static IType plain(IType type) {
    IType inner = type;
    while (true) {
      if (inner instanceof ITypedef alias && !(inner instanceof IProblemBinding)) {
        inner = alias.getType();
      } else if (inner instanceof IQualifierType qualified) {
        inner = qualified.getType();
      } else {
        return inner;
      }
    }
  }

  /**
   * How a type lies in memory.
   *
   * @param spelling what messages call it
   */
  Shape shape(IType type, String spelling) throws Unimportable {
    List<Integer> dimensions = new ArrayList<>();
    IType inner = plain(type);
    while (inner instanceof IArrayType array) {
      dimensions.add(length(array));
      inner = plain(array.getType());
    }
    return shape(inner, List.copyOf(dimensions), spelling);
  }

  private int length(IArrayType array) throws Unimportable {
    IASTExpression expression = size(array);
    if (expression == null) {
      throw new Unimportable(Refusal.Reason.LENGTH, "an array without a length");
    }
    long length;
    try {
      length = expressions.value(expression).value();
    } catch (Unimportable obstacle) {
      throw new Unimportable(
          obstacle.reason(), "an array whose length is unclear: " + obstacle.getMessage());
    }
    if (length < 1 || length > Integer.MAX_VALUE) {
      throw new Unimportable(Refusal.Reason.LENGTH, "an array of length " + length);
    }
    return (int) length;
  }

  /** The value that CDT offers instead knows neither packing nor the widths of Windows. */
  @SuppressWarnings("deprecation")
  private static IASTExpression size(IArrayType array) throws Unimportable {
    try {
      return array.getArraySizeExpression();
    } catch (DOMException e) {
      throw new Unimportable(Refusal.Reason.LENGTH, "an array whose length is unclear");
    }
  }

  private Shape shape(IType type, List<Integer> dimensions, String spelling) throws Unimportable {
    if (type instanceof IBasicType basic) {
      ElementType element = basic(basic, spelling);
      return new Shape(element, dimensions, element.bytes());
    }
    if (type instanceof IEnumeration enumeration && !(type instanceof IProblemBinding)) {
      ElementType element = enumeration(enumeration, spelling);
      return new Shape(element, dimensions, element.bytes());
    }
    if (type instanceof ICPPClassType struct && !(type instanceof ISemanticProblem)) {
      StructSource source = struct(struct, spelling);
      Struct laidOut = layouts.struct(source);
      ElementType element = new ElementType.Nested(source.qualifiedName(), laidOut.bytes());
      return new Shape(element, dimensions, laidOut.alignment());
    }
    throw obstacle(type, spelling);
  }

  /** Where a member of a struct is, in bytes. */
  int offset(IType type, String member, String spelling) throws Unimportable {
    if (plain(type) instanceof ICPPClassType struct && !(struct instanceof ISemanticProblem)) {
      return layouts
          .struct(struct(struct, spelling))
          .member(member)
          .map(Member::offset)
          .orElseThrow(
              () ->
                  new Unimportable(
                      Refusal.Reason.UNKNOWN_VALUE, spelling + " has no member " + member));
    }
    throw undefined(spelling);
  }

  private static Unimportable obstacle(IType type, String spelling) {
    if (type instanceof IPointerType) {
      return new Unimportable(
          Refusal.Reason.POINTER, "a pointer, which means nothing to another computer");
    }
    if (type instanceof ICPPReferenceType) {
      return new Unimportable(
          Refusal.Reason.REFERENCE, "a reference, which means nothing to another computer");
    }
    if (type instanceof ICPPTemplateParameter) {
      return new Unimportable(
          Refusal.Reason.TEMPLATE, "a " + spelling + ", the parameter of a template");
    }
    if (type instanceof IFunctionType) {
      return new Unimportable(Refusal.Reason.POINTER, "a function");
    }
    String name = spelling.replaceAll("\\b(const|volatile|mutable|struct|class|typename)\\s+", "");
    String plain = name.replaceAll("\\s*<.*", "");
    if (plain.startsWith("std::") || LIBRARY.contains(plain)) {
      return new Unimportable(
          Refusal.Reason.LIBRARY_TYPE, "a " + name + ", whose bytes are not its value");
    }
    return undefined(name);
  }

  private static ElementType basic(IBasicType type, String spelling) throws Unimportable {
    return switch (type.getKind()) {
      case eBoolean -> new ElementType.Truth();
      case eWChar, eChar16 -> new ElementType.WideCharacter();
      case eChar32 -> new ElementType.Whole(Scalar.U32);
      case eFloat -> new ElementType.Real(4);
      case eDouble -> new ElementType.Real(8);
      case eChar ->
          type.isUnsigned()
              ? new ElementType.Whole(Scalar.U8)
              : type.isSigned() ? new ElementType.Whole(Scalar.I8) : new ElementType.Character();
      case eInt, eUnspecified -> new ElementType.Whole(integer(type));
      default ->
          throw new Unimportable(
              Refusal.Reason.UNKNOWN_TYPE, "a " + spelling + ", which no packet can hold");
    };
  }

  private static Scalar integer(IBasicType type) {
    if (type.isShort()) {
      return type.isUnsigned() ? Scalar.U16 : Scalar.I16;
    }
    if (type.isLongLong()) {
      return type.isUnsigned() ? Scalar.U64 : Scalar.I64;
    }
    // A long is 4 bytes on Windows, on 64-bit Windows too.
    return type.isUnsigned() ? Scalar.U32 : Scalar.I32;
  }

  private ElementType enumeration(IEnumeration type, String spelling) throws Unimportable {
    Optional<EnumerationSource> source = declarations.enumeration(type);
    if (source.isPresent()) {
      return new ElementType.Enumerated(source.get().qualifiedName(), scalar(source.get()));
    }
    return new ElementType.Whole(scalar((ICPPEnumeration) type, spelling));
  }

  /** The integer that carries an enumeration. */
  Scalar scalar(EnumerationSource source) throws Unimportable {
    return source.node().getName().resolveBinding() instanceof ICPPEnumeration enumeration
        ? scalar(enumeration, source.qualifiedName())
        : Scalar.I32;
  }

  private Scalar scalar(ICPPEnumeration enumeration, String spelling) throws Unimportable {
    if (enumeration.getFixedType() == null) {
      return Scalar.I32;
    }
    ElementType element = shape(enumeration.getFixedType(), spelling).element();
    if (element instanceof ElementType.Whole whole) {
      return whole.scalar();
    }
    if (element instanceof ElementType.Truth) {
      return Scalar.U8;
    }
    return element instanceof ElementType.WideCharacter ? Scalar.U16 : Scalar.I8;
  }

  private StructSource struct(ICPPClassType type, String spelling) throws Unimportable {
    if (type instanceof ICPPClassSpecialization || type instanceof ICPPClassTemplate) {
      throw new Unimportable(
          Refusal.Reason.TEMPLATE, "a " + spelling + ", which is made from a template");
    }
    StructSource source = declarations.struct(type).orElseThrow(() -> undefined(spelling));
    if (source.isUnion()) {
      throw union();
    }
    return source;
  }

  private static Unimportable undefined(String name) {
    return new Unimportable(
        Refusal.Reason.UNKNOWN_TYPE, "a " + name + ", which none of the given files defines");
  }

  static Unimportable union() {
    return new Unimportable(Refusal.Reason.UNION, "a union, several members at one place");
  }
}
