package simul.spec.source;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTElaboratedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTParameterDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStandardFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTNameSpecifier;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTQualifiedName;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTTemplateId;

/** The parts of the parser's names. */
final class Names {
  private Names() {}

  /** The last part, without template arguments. */
  static String last(IASTName name) {
    return new String(name.getLastName().getSimpleID());
  }

  /** The part before the last; {@code "::"} for the global scope, {@code ""} for none. */
  static String qualifier(IASTName name) {
    if (!(name instanceof ICPPASTQualifiedName qualified)) {
      return "";
    }
    ICPPASTNameSpecifier[] parts = qualified.getQualifier();
    if (parts.length == 0) {
      return qualified.isFullyQualified() ? "::" : "";
    }
    ICPPASTNameSpecifier part = parts[parts.length - 1];
    return part instanceof IASTName inner ? last(inner) : part.toString();
  }

  /** All parts before the last, joined. */
  static String scope(IASTName name) {
    if (!(name instanceof ICPPASTQualifiedName qualified)) {
      return "";
    }
    StringBuilder scope = new StringBuilder();
    for (ICPPASTNameSpecifier part : qualified.getQualifier()) {
      String text = part instanceof IASTName inner ? last(inner) : part.toString();
      scope.append(scope.isEmpty() ? "" : "::").append(text);
    }
    return scope.toString();
  }

  static String join(String scope, String name) {
    return scope.isEmpty() ? name : name.isEmpty() ? scope : scope + "::" + name;
  }

  /** The name that a name is part of as its template's or as the last of a qualified one. */
  static IASTName whole(IASTName name) {
    IASTName whole = name;
    if (whole.getParent() instanceof ICPPASTTemplateId template
        && template.getTemplateName() == whole) {
      whole = template;
    }
    if (whole.getParent() instanceof ICPPASTQualifiedName qualified
        && qualified.getLastName() == whole) {
      whole = qualified;
    }
    return whole;
  }

  /** The name that a declarator declares, inside all its parentheses. */
  static IASTName declared(IASTDeclarator declarator) {
    IASTDeclarator inner = declarator;
    while (inner.getNestedDeclarator() != null) {
      inner = inner.getNestedDeclarator();
    }
    return inner.getName();
  }

  /** The names of a function's parameters, in order. */
  static List<String> parameters(IASTFunctionDeclarator function) {
    List<String> names = new ArrayList<>();
    if (function instanceof IASTStandardFunctionDeclarator standard) {
      for (IASTParameterDeclaration each : standard.getParameters()) {
        names.add(last(declared(each.getDeclarator())));
      }
    }
    return names;
  }

  /** The name of the type that a declaration is of; null when it is none that has been named. */
  static IASTName type(IASTDeclSpecifier specifier) {
    if (specifier instanceof IASTNamedTypeSpecifier named) {
      return named.getName();
    }
    return specifier instanceof IASTElaboratedTypeSpecifier elaborated
        ? elaborated.getName()
        : null;
  }
}
