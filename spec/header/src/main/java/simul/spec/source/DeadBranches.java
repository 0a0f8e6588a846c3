package simul.spec.source;

import java.util.OptionalLong;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTIfStatement;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTWhileStatement;

/** Statements behind a condition that is written as a constant, and never holds. */
final class DeadBranches {
  private DeadBranches() {}

  /** Whether a statement is such a branch as a whole. */
  static boolean begins(IASTStatement statement) {
    IASTNode parent = statement.getParent();
    if (parent instanceof IASTIfStatement choice) {
      OptionalLong value = value(choice.getConditionExpression());
      boolean never = statement == choice.getThenClause() && is(value, false);
      return never || statement == choice.getElseClause() && is(value, true);
    }
    return parent instanceof IASTWhileStatement loop
        && statement == loop.getBody()
        && is(value(loop.getCondition()), false);
  }

  private static OptionalLong value(IASTExpression condition) {
    return condition == null ? OptionalLong.empty() : Constants.value(condition);
  }

  private static boolean is(OptionalLong value, boolean truth) {
    return value.isPresent() && (value.getAsLong() != 0) == truth;
  }
}
