package simul.spec.source;

import java.util.OptionalLong;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier.IASTEnumerator;
import org.eclipse.cdt.core.dom.ast.IASTEqualsInitializer;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializer;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStandardFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTLambdaExpression;

/** Takes variables and constants out of the parser's tree. */
final class Variables {
  private final Drafts drafts;

  Variables(Drafts drafts) {
    this.drafts = drafts;
  }

  /** Whether a declaration makes a variable, rather than a type, an alias or a prototype. */
  static boolean isVariable(IASTSimpleDeclaration declaration) {
    if (declaration.getDeclSpecifier().getStorageClass() == IASTDeclSpecifier.sc_typedef) {
      return false;
    }
    for (IASTDeclarator each : declaration.getDeclarators()) {
      if (!isPrototype(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPrototype(IASTDeclarator declarator) {
    return declarator instanceof IASTStandardFunctionDeclarator
        && declarator.getNestedDeclarator() == null;
  }

  void read(IASTSimpleDeclaration declaration) {
    IASTDeclSpecifier specifier = declaration.getDeclSpecifier();
    boolean alias = specifier.getStorageClass() == IASTDeclSpecifier.sc_typedef;
    for (IASTDeclarator each : declaration.getDeclarators()) {
      String name = Names.last(Names.declared(each));
      if (alias) {
        alias(name, specifier);
      } else if (!isPrototype(each)) {
        variable(name, specifier, each.getInitializer());
      }
    }
  }

  private void alias(String alias, IASTDeclSpecifier specifier) {
    IASTName type =
        specifier instanceof ICPPASTCompositeTypeSpecifier composite
            ? composite.getName()
            : Names.type(specifier);
    if (type != null) {
      drafts.typeAlias(alias, Names.last(type));
    }
  }

  private void variable(String name, IASTDeclSpecifier specifier, IASTInitializer initializer) {
    IASTInitializerClause value =
        initializer instanceof IASTEqualsInitializer equals
            ? equals.getInitializerClause()
            : CallReader.arguments(initializer).stream().findFirst().orElse(null);
    boolean constant =
        specifier.isConst()
            || specifier instanceof ICPPASTDeclSpecifier modern && modern.isConstexpr();
    if (constant && value != null) {
      drafts.constant(name, Constants.value(value));
    } else if (!constant) {
      drafts.constant(name, OptionalLong.empty());
    }
    drafts.variable(
        name, new Drafts.Variable(Unit.oneLine(specifier.getRawSignature()), named(value)));
  }

  /** The one name that a variable is set to, or {@code ""}. */
  private static String named(IASTInitializerClause value) {
    IASTInitializerClause bare = value == null ? null : Constants.bare(value);
    if (bare instanceof IASTUnaryExpression unary
        && unary.getOperator() == IASTUnaryExpression.op_amper) {
      bare = Constants.bare(unary.getOperand());
    }
    return bare instanceof IASTIdExpression id ? Names.last(id.getName()) : "";
  }

  void read(IASTEnumerator enumerator) {
    if (enumerator.getValue() != null) {
      drafts.constant(Names.last(enumerator.getName()), Constants.value(enumerator.getValue()));
    }
  }

  /** The variable that a lambda is put into, or {@code "lambda"}. */
  static String holder(ICPPASTLambdaExpression lambda) {
    for (IASTNode up = lambda.getParent(); up != null; up = up.getParent()) {
      if (up instanceof IASTDeclarator declarator) {
        return Names.last(Names.declared(declarator));
      }
      if (!(up instanceof IASTInitializer || up instanceof IASTUnaryExpression)) {
        break;
      }
    }
    return "lambda";
  }
}
