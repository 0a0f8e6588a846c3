package simul.spec.header;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTCastExpression;
import org.eclipse.cdt.core.dom.ast.IASTConditionalExpression;
import org.eclipse.cdt.core.dom.ast.IASTEqualsInitializer;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFieldReference;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializer;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTInitializerList;
import org.eclipse.cdt.core.dom.ast.IASTLiteralExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.eclipse.cdt.core.dom.ast.IBinding;
import org.eclipse.cdt.core.dom.ast.IEnumerator;
import org.eclipse.cdt.core.dom.ast.IPointerType;
import org.eclipse.cdt.core.dom.ast.IProblemBinding;
import org.eclipse.cdt.core.dom.ast.IType;
import org.eclipse.cdt.core.dom.ast.IVariable;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTConstructorInitializer;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTSimpleTypeConstructorExpression;
import org.eclipse.cdt.internal.core.dom.parser.cpp.semantics.CPPVisitor;
import simul.spec.header.Declarations.VariableSource;
import simul.spec.model.Scalar;

/**
 * Computes integer constant expressions. CDT has its own arithmetic, but that knows neither packing
 * nor the widths of Windows, so {@code sizeof} would lie.
 */
final class Expressions {
  private final Declarations declarations;
  private final Types types;
  private final Enumerators enumerators;
  private final Map<IBinding, Integral> parameters;
  private final Set<IBinding> underway;

  Expressions(Declarations declarations, Types types, Enumerators enumerators) {
    this(declarations, types, enumerators, new HashMap<>(), new HashSet<>());
  }

  private Expressions(
      Declarations declarations,
      Types types,
      Enumerators enumerators,
      Map<IBinding, Integral> parameters,
      Set<IBinding> underway) {
    this.declarations = declarations;
    this.types = types;
    this.enumerators = enumerators;
    this.parameters = parameters;
    this.underway = underway;
  }

  /** The same, where the parameters of a function have these values. */
  Expressions where(Map<IBinding, Integral> values) {
    return new Expressions(declarations, types, enumerators, values, underway);
  }

  /** The value of {@code = 3}, {@code {3}} or {@code (3)}. */
  Integral value(IASTInitializer initializer) throws Unimportable {
    if (initializer instanceof IASTEqualsInitializer equals) {
      return value(equals.getInitializerClause());
    }
    if (initializer instanceof IASTInitializerList list) {
      return only(list.getClauses(), list);
    }
    if (initializer instanceof ICPPASTConstructorInitializer constructor) {
      return only(constructor.getArguments(), constructor);
    }
    throw unknown("nothing gives it a value");
  }

  private Integral only(IASTInitializerClause[] clauses, IASTNode node) throws Unimportable {
    if (clauses.length > 1) {
      throw new Unimportable(
          Refusal.Reason.NOT_AN_INTEGER, Snippet.of(node) + " is not one integer");
    }
    return clauses.length == 0 ? new Integral(0, Scalar.I32) : value(clauses[0]);
  }

  Integral value(IASTInitializerClause clause) throws Unimportable {
    if (clause instanceof IASTInitializerList list) {
      return only(list.getClauses(), list);
    }
    if (clause instanceof IASTLiteralExpression literal) {
      return literal(literal);
    }
    if (clause instanceof IASTIdExpression id) {
      return named(id);
    }
    if (clause instanceof IASTUnaryExpression unary) {
      return unary(unary);
    }
    if (clause instanceof IASTBinaryExpression binary) {
      return binary(binary);
    }
    if (clause instanceof IASTConditionalExpression conditional) {
      return value(conditional.getLogicalConditionExpression()).truth()
          ? value(conditional.getPositiveResultExpression())
          : value(conditional.getNegativeResultExpression());
    }
    if (clause instanceof IASTTypeIdExpression sized
        && sized.getOperator() == IASTTypeIdExpression.op_sizeof) {
      return size(CPPVisitor.createType(sized.getTypeId()), sized.getTypeId());
    }
    return conversion(clause);
  }

  private Integral conversion(IASTInitializerClause clause) throws Unimportable {
    if (clause instanceof IASTCastExpression cast) {
      return converted(
          value(cast.getOperand()), CPPVisitor.createType(cast.getTypeId()), cast.getTypeId());
    }
    if (clause instanceof ICPPASTSimpleTypeConstructorExpression construction) {
      return converted(
          value(construction.getInitializer()),
          construction.getExpressionType(),
          construction.getDeclSpecifier());
    }
    if (clause instanceof IASTFunctionCallExpression call
        && call.getFunctionNameExpression() instanceof IASTIdExpression id
        && id.getName().resolveBinding() instanceof IType type) {
      return converted(only(call.getArguments(), call), type, id);
    }
    throw unknown(Snippet.of(clause) + " is not a constant that can be computed here");
  }

  /** The value as a variable of that type holds it. */
  Integral converted(Integral value, IType type, IASTNode spelled) throws Unimportable {
    Shape shape = types.shape(type, Snippet.of(spelled));
    if (!shape.dimensions().isEmpty()) {
      throw new Unimportable(Refusal.Reason.NOT_AN_INTEGER, Snippet.of(spelled) + " is an array");
    }
    ElementType element = shape.element();
    if (element instanceof ElementType.Truth) {
      return Integral.of(value.truth()).as(Scalar.U8);
    }
    return value.as(scalar(element, spelled));
  }

  private static Scalar scalar(ElementType element, IASTNode spelled) throws Unimportable {
    if (element instanceof ElementType.Whole whole) {
      return whole.scalar();
    }
    if (element instanceof ElementType.Enumerated enumerated) {
      return enumerated.scalar();
    }
    if (element instanceof ElementType.Character) {
      return Scalar.I8;
    }
    if (element instanceof ElementType.WideCharacter) {
      return Scalar.U16;
    }
    throw new Unimportable(
        Refusal.Reason.NOT_AN_INTEGER, Snippet.of(spelled) + " is no integer type");
  }

  private static Integral literal(IASTLiteralExpression literal) throws Unimportable {
    String text = new String(literal.getValue());
    return switch (literal.getKind()) {
      case IASTLiteralExpression.lk_integer_constant -> Literals.integer(text);
      case IASTLiteralExpression.lk_char_constant -> Literals.character(text);
      case IASTLiteralExpression.lk_true -> new Integral(1, Scalar.U8);
      case IASTLiteralExpression.lk_false -> new Integral(0, Scalar.U8);
      default ->
          throw new Unimportable(
              Refusal.Reason.NOT_AN_INTEGER, Snippet.of(text) + " is no integer");
    };
  }

  private Integral named(IASTIdExpression id) throws Unimportable {
    IBinding binding = id.getName().resolveBinding();
    Integral parameter = parameters.get(binding);
    if (parameter != null) {
      return parameter;
    }
    if (binding instanceof IEnumerator enumerator) {
      return enumerators.value(enumerator, this);
    }
    Optional<VariableSource> variable = declarations.variable(binding);
    if (variable.isPresent() && binding instanceof IVariable declared && underway.add(binding)) {
      try {
        Integral value = value(variable.get().declarator().getInitializer());
        return converted(value, declared.getType(), variable.get().specifier());
      } finally {
        underway.remove(binding);
      }
    }
    throw unknown(
        binding == null || binding instanceof IProblemBinding
            ? "none of the given files defines " + id.getName()
            : id.getName() + " is not a constant");
  }

  private Integral unary(IASTUnaryExpression unary) throws Unimportable {
    IASTExpression operand = unary.getOperand();
    return switch (unary.getOperator()) {
      case IASTUnaryExpression.op_sizeof -> size(operand.getExpressionType(), operand);
      case IASTUnaryExpression.op_bracketedPrimary -> value(operand);
      case IASTUnaryExpression.op_plus -> value(operand).promoted();
      case IASTUnaryExpression.op_minus -> value(operand).negated();
      case IASTUnaryExpression.op_tilde -> value(operand).complement();
      case IASTUnaryExpression.op_amper -> offset(operand);
      case IASTUnaryExpression.op_not -> Integral.of(!value(operand).truth());
      default -> throw unknown(Snippet.of(unary) + " is not a constant");
    };
  }

  private Integral size(IType type, IASTNode spelled) throws Unimportable {
    try {
      return new Integral(types.shape(type, Snippet.of(spelled)).bytes(), Scalar.U64);
    } catch (Unimportable obstacle) {
      throw new Unimportable(
          obstacle.reason(), Snippet.of(spelled) + " is " + obstacle.getMessage());
    }
  }

  /**
   * The address of a member of a struct at address 0, which is what {@code offsetof} stands for.
   */
  private Integral offset(IASTExpression operand) throws Unimportable {
    if (operand instanceof IASTFieldReference field) {
      IType owner = field.getFieldOwner().getExpressionType();
      String spelling = Snippet.of(field.getFieldOwner());
      String member = field.getFieldName().toString();
      if (field.isPointerDereference() && Types.plain(owner) instanceof IPointerType pointer) {
        return new Integral(types.offset(pointer.getType(), member, spelling), Scalar.U64);
      }
      if (!field.isPointerDereference()) {
        long inner = types.offset(owner, member, spelling);
        return new Integral(offset(field.getFieldOwner()).value() + inner, Scalar.U64);
      }
    }
    throw unknown(Snippet.of(operand) + " has no address that is known here");
  }

  private Integral binary(IASTBinaryExpression binary) throws Unimportable {
    Integral left = value(binary.getOperand1());
    switch (binary.getOperator()) {
      case IASTBinaryExpression.op_logicalAnd:
        return Integral.of(left.truth() && value(binary.getOperand2()).truth());
      case IASTBinaryExpression.op_logicalOr:
        return Integral.of(left.truth() || value(binary.getOperand2()).truth());
      default:
        return binary(binary, left, value(binary.getOperand2()));
    }
  }

  private static Integral binary(IASTBinaryExpression binary, Integral left, Integral right)
      throws Unimportable {
    return switch (binary.getOperator()) {
      case IASTBinaryExpression.op_plus -> left.plus(right);
      case IASTBinaryExpression.op_minus -> left.minus(right);
      case IASTBinaryExpression.op_multiply -> left.times(right);
      case IASTBinaryExpression.op_divide -> left.dividedBy(divisor(right));
      case IASTBinaryExpression.op_modulo -> left.remainder(divisor(right));
      case IASTBinaryExpression.op_shiftLeft -> left.shiftedLeft(right);
      case IASTBinaryExpression.op_shiftRight -> left.shiftedRight(right);
      case IASTBinaryExpression.op_binaryAnd -> left.and(right);
      case IASTBinaryExpression.op_binaryOr -> left.or(right);
      case IASTBinaryExpression.op_binaryXor -> left.xor(right);
      case IASTBinaryExpression.op_equals -> Integral.of(left.compare(right) == 0);
      case IASTBinaryExpression.op_notequals -> Integral.of(left.compare(right) != 0);
      case IASTBinaryExpression.op_lessThan -> Integral.of(left.compare(right) < 0);
      case IASTBinaryExpression.op_lessEqual -> Integral.of(left.compare(right) <= 0);
      case IASTBinaryExpression.op_greaterThan -> Integral.of(left.compare(right) > 0);
      case IASTBinaryExpression.op_greaterEqual -> Integral.of(left.compare(right) >= 0);
      default -> throw unknown(Snippet.of(binary) + " is not a constant");
    };
  }

  private static Integral divisor(Integral value) throws Unimportable {
    if (!value.truth()) {
      throw unknown("a division by 0");
    }
    return value;
  }

  private static Unimportable unknown(String message) {
    return new Unimportable(Refusal.Reason.UNKNOWN_VALUE, message);
  }
}
