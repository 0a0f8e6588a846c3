package simul.spec.source;

import java.util.OptionalLong;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTCastExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTLiteralExpression;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;

/** The numbers that expressions certainly come to; macros have been expanded by then. */
final class Constants {
  private Constants() {}

  /** The expression inside parentheses and casts. */
  static IASTInitializerClause bare(IASTInitializerClause clause) {
    IASTInitializerClause bare = clause;
    while (true) {
      if (bare instanceof IASTCastExpression cast) {
        bare = cast.getOperand();
      } else if (bare instanceof IASTUnaryExpression unary
          && unary.getOperator() == IASTUnaryExpression.op_bracketedPrimary) {
        bare = unary.getOperand();
      } else {
        return bare;
      }
    }
  }

  static OptionalLong value(IASTInitializerClause clause) {
    IASTInitializerClause bare = bare(clause);
    if (bare instanceof IASTLiteralExpression literal) {
      return literal(literal);
    }
    if (bare instanceof IASTUnaryExpression unary) {
      OptionalLong operand = value(unary.getOperand());
      if (operand.isEmpty()) {
        return operand;
      }
      long value = operand.getAsLong();
      return switch (unary.getOperator()) {
        case IASTUnaryExpression.op_minus -> OptionalLong.of(-value);
        case IASTUnaryExpression.op_plus -> operand;
        case IASTUnaryExpression.op_not -> OptionalLong.of(value == 0 ? 1 : 0);
        case IASTUnaryExpression.op_tilde -> OptionalLong.of(~value);
        default -> OptionalLong.empty();
      };
    }
    return bare instanceof IASTBinaryExpression binary ? binary(binary) : OptionalLong.empty();
  }

  private static OptionalLong binary(IASTBinaryExpression binary) {
    OptionalLong left = value(binary.getOperand1());
    OptionalLong right = value(binary.getOperand2());
    if (left.isEmpty() || right.isEmpty()) {
      return OptionalLong.empty();
    }
    long a = left.getAsLong();
    long b = right.getAsLong();
    return switch (binary.getOperator()) {
      case IASTBinaryExpression.op_binaryOr -> OptionalLong.of(a | b);
      case IASTBinaryExpression.op_binaryAnd -> OptionalLong.of(a & b);
      case IASTBinaryExpression.op_plus -> OptionalLong.of(a + b);
      case IASTBinaryExpression.op_minus -> OptionalLong.of(a - b);
      case IASTBinaryExpression.op_multiply -> OptionalLong.of(a * b);
      case IASTBinaryExpression.op_equals -> OptionalLong.of(a == b ? 1 : 0);
      case IASTBinaryExpression.op_notequals -> OptionalLong.of(a != b ? 1 : 0);
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong literal(IASTLiteralExpression literal) {
    return switch (literal.getKind()) {
      case IASTLiteralExpression.lk_true -> OptionalLong.of(1);
      case IASTLiteralExpression.lk_false, IASTLiteralExpression.lk_nullptr -> OptionalLong.of(0);
      case IASTLiteralExpression.lk_integer_constant -> integer(new String(literal.getValue()));
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong integer(String text) {
    String digits = text.replace("'", "").replaceAll("[uUlL]+$|[uU]?i64$", "");
    try {
      return OptionalLong.of(
          digits.matches("0[0-7]+") ? Long.parseLong(digits, 8) : Long.decode(digits));
    } catch (NumberFormatException e) {
      // Longer than 64 bits, or binary: no argument that anybody asks about.
      return OptionalLong.empty();
    }
  }
}
