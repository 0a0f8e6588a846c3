package simul.spec.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IBinding;
import org.eclipse.cdt.core.dom.ast.IProblemBinding;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTAliasDeclaration;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTLinkageSpecification;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTNamespaceDefinition;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTStaticAssertDeclaration;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTTemplateDeclaration;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTTemplateSpecialization;

/**
 * All that is defined at the level of files, namespaces and structs, found before anything is
 * computed: a struct may need another, and a constant the size of either. What stands inside
 * functions is not looked at.
 */
final class Declarations {

  /** A struct, class or union before it is laid out. */
  record StructSource(
      ICPPASTCompositeTypeSpecifier node, String scope, String name, List<String> aliases) {
    String qualifiedName() {
      return join(scope, name);
    }

    boolean isUnion() {
      return node.getKey() == IASTCompositeTypeSpecifier.k_union;
    }
  }

  /** An enumeration before its values are computed. */
  record EnumerationSource(ICPPASTEnumerationSpecifier node, String scope, String name) {
    String qualifiedName() {
      return join(scope, name);
    }
  }

  /** A variable that is declared constant. */
  record VariableSource(ICPPASTDeclSpecifier specifier, IASTDeclarator declarator, String scope) {
    String qualifiedName() {
      return join(scope, declaratorName(declarator).toString());
    }

    /** What the name means; null when the parser makes nothing of it. */
    IBinding binding() {
      return declaratorName(declarator).resolveBinding();
    }
  }

  private static final String END_IS_MISSING = "its end is missing: is there a } too few?";

  private final Translation translation;
  private final List<StructSource> structs = new ArrayList<>();
  private final Map<IASTCompositeTypeSpecifier, StructSource> structsByNode =
      new IdentityHashMap<>();
  private final Map<IBinding, StructSource> structsByBinding = new IdentityHashMap<>();
  private final Map<String, StructSource> structsByName = new HashMap<>();
  private final Set<StructSource> duplicates = new HashSet<>();
  private final List<EnumerationSource> enumerations = new ArrayList<>();
  private final Map<IBinding, EnumerationSource> enumerationsByBinding = new IdentityHashMap<>();
  private final List<VariableSource> variables = new ArrayList<>();
  private final Map<IBinding, VariableSource> variablesByBinding = new IdentityHashMap<>();
  private final Map<String, VariableSource> macroValues = new LinkedHashMap<>();
  private final List<ICPPASTStaticAssertDeclaration> assertions = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  Declarations(Translation translation) {
    this.translation = translation;
    for (IASTDeclaration declaration : translation.unit().getDeclarations()) {
      visit(declaration, "");
    }
  }

  static String join(String scope, String name) {
    return scope.isEmpty() ? name : name.isEmpty() ? scope : scope + "::" + name;
  }

  private void visit(IASTDeclaration declaration, String scope) {
    if (translation.isOpen(declaration)) {
      refuse(subject(declaration, scope), declaration, END_IS_MISSING);
    } else if (declaration instanceof IASTProblemDeclaration) {
      String subject =
          translation.isAtEnd(declaration) ? "the end of the file" : Snippet.of(declaration);
      refuse(subject, declaration, "the parser does not take it for C++");
    }
    if (declaration instanceof IASTSimpleDeclaration simple) {
      visitSpecifier(simple.getDeclSpecifier(), simple.getDeclarators(), scope);
      visitVariables(simple, scope);
    } else if (declaration instanceof ICPPASTAliasDeclaration alias) {
      visitAlias(alias, scope);
    } else if (declaration instanceof ICPPASTNamespaceDefinition namespace) {
      String inner = join(scope, namespace.getName().toString());
      for (IASTDeclaration each : namespace.getDeclarations()) {
        visit(each, inner);
      }
    } else if (declaration instanceof ICPPASTLinkageSpecification linkage) {
      for (IASTDeclaration each : linkage.getDeclarations()) {
        visit(each, scope);
      }
    } else if (declaration instanceof ICPPASTTemplateDeclaration template) {
      refuseTemplate(template.getDeclaration(), scope);
    } else if (declaration instanceof ICPPASTTemplateSpecialization specialization) {
      refuseTemplate(specialization.getDeclaration(), scope);
    } else if (declaration instanceof ICPPASTStaticAssertDeclaration assertion) {
      assertions.add(assertion);
    }
  }

  private void visitAlias(ICPPASTAliasDeclaration alias, String scope) {
    IASTDeclSpecifier specifier = alias.getMappingTypeId().getDeclSpecifier();
    String name = alias.getAlias().toString();
    if (specifier instanceof ICPPASTCompositeTypeSpecifier struct) {
      addStruct(struct, scope, name, List.of());
    } else if (specifier instanceof ICPPASTEnumerationSpecifier enumeration) {
      addEnumeration(enumeration, scope, name);
    }
  }

  private void visitSpecifier(
      IASTDeclSpecifier specifier, IASTDeclarator[] declarators, String scope) {
    List<String> names = new ArrayList<>();
    for (IASTDeclarator declarator : declarators) {
      if (declarator.getPointerOperators().length == 0
          && !(declarator instanceof IASTFunctionDeclarator)) {
        names.add(declaratorName(declarator).toString());
      }
    }
    boolean isTypedef = specifier.getStorageClass() == IASTDeclSpecifier.sc_typedef;
    String fallback = names.isEmpty() ? "" : names.get(0);
    if (specifier instanceof ICPPASTCompositeTypeSpecifier struct) {
      addStruct(struct, scope, fallback, isTypedef ? names : List.of());
    } else if (specifier instanceof ICPPASTEnumerationSpecifier enumeration) {
      addEnumeration(enumeration, scope, isTypedef ? fallback : "");
    }
  }

  private void addStruct(
      ICPPASTCompositeTypeSpecifier node, String scope, String fallback, List<String> aliases) {
    String own = node.getName().toString();
    String name = own.isEmpty() ? fallback : own;
    List<String> others = aliases.stream().filter(alias -> !alias.equals(name)).toList();
    StructSource source = new StructSource(node, scope, name, others);
    structs.add(source);
    structsByNode.put(node, source);
    if (!name.isEmpty() && structsByName.putIfAbsent(source.qualifiedName(), source) != null) {
      duplicates.add(source);
    }
    IBinding binding = node.getName().resolveBinding();
    if (binding != null && !(binding instanceof IProblemBinding)) {
      structsByBinding.putIfAbsent(binding, source);
    }
    for (IASTDeclaration member : node.getMembers()) {
      if (!(member instanceof IASTProblemDeclaration)) {
        visit(member, join(scope, name));
      }
    }
  }

  private void addEnumeration(ICPPASTEnumerationSpecifier node, String scope, String fallback) {
    if (node.isOpaque()) {
      return;
    }
    String own = node.getName().toString();
    EnumerationSource source = new EnumerationSource(node, scope, own.isEmpty() ? fallback : own);
    enumerations.add(source);
    IBinding binding = node.getName().resolveBinding();
    if (binding != null) {
      enumerationsByBinding.putIfAbsent(binding, source);
    }
  }

  private void visitVariables(IASTSimpleDeclaration declaration, String scope) {
    if (!(declaration.getDeclSpecifier() instanceof ICPPASTDeclSpecifier specifier)
        || specifier.getStorageClass() == IASTDeclSpecifier.sc_typedef
        || !(specifier.isConst() || specifier.isConstexpr())) {
      return;
    }
    boolean inStruct = declaration.getParent() instanceof IASTCompositeTypeSpecifier;
    if (inStruct && specifier.getStorageClass() != IASTDeclSpecifier.sc_static) {
      return;
    }
    for (IASTDeclarator declarator : declaration.getDeclarators()) {
      boolean isPointerToConstant =
          declarator.getPointerOperators().length > 0 && !specifier.isConstexpr();
      if (!(declarator instanceof IASTFunctionDeclarator) && !isPointerToConstant) {
        addVariable(new VariableSource(specifier, declarator, scope));
      }
    }
  }

  private void addVariable(VariableSource variable) {
    String name = declaratorName(variable.declarator()).toString();
    IBinding binding = variable.binding();
    if (binding != null && variable.declarator().getInitializer() != null) {
      variablesByBinding.putIfAbsent(binding, variable);
    }
    Optional<String> macro =
        translation.isMacroValue(variable.declarator())
            ? translation.macros().macro(name)
            : Optional.empty();
    if (macro.isPresent()) {
      macroValues.put(macro.get(), variable);
    } else if (translation.isGiven(variable.declarator())) {
      variables.add(variable);
    }
  }

  /** The name inside any parentheses and stars of a declarator. */
  static IASTName declaratorName(IASTDeclarator declarator) {
    IASTDeclarator inner = declarator;
    while (inner.getNestedDeclarator() != null) {
      inner = inner.getNestedDeclarator();
    }
    return inner.getName();
  }

  private void refuseTemplate(IASTDeclaration declaration, String scope) {
    if (declaration instanceof ICPPASTTemplateDeclaration inner) {
      refuseTemplate(inner.getDeclaration(), scope);
    } else if (declaration instanceof IASTSimpleDeclaration simple
        && simple.getDeclSpecifier() instanceof ICPPASTCompositeTypeSpecifier struct) {
      refusals.add(
          new Refusal(
              join(scope, struct.getName().toString()),
              translation.place(struct),
              Refusal.Reason.TEMPLATE,
              "a template has no layout of its own"));
    }
  }

  private static String subject(IASTDeclaration declaration, String scope) {
    if (declaration instanceof ICPPASTNamespaceDefinition namespace) {
      return join(scope, namespace.getName().toString());
    }
    if (declaration instanceof IASTFunctionDefinition function) {
      return join(scope, declaratorName(function.getDeclarator()).toString());
    }
    if (declaration instanceof IASTSimpleDeclaration simple) {
      IASTDeclSpecifier specifier = simple.getDeclSpecifier();
      return specifier instanceof ICPPASTCompositeTypeSpecifier struct
          ? join(scope, struct.getName().toString())
          : specifier instanceof ICPPASTEnumerationSpecifier enumeration
              ? join(scope, enumeration.getName().toString())
              : "what begins here";
    }
    return "what begins here";
  }

  private void refuse(String subject, IASTDeclaration declaration, String why) {
    if (translation.isGiven(declaration)) {
      refusals.add(
          new Refusal(subject, translation.place(declaration), Refusal.Reason.SYNTAX, why));
    }
  }

  List<StructSource> structs() {
    return structs;
  }

  Optional<StructSource> struct(IBinding binding) {
    return Optional.ofNullable(structsByBinding.get(binding));
  }

  /** The struct that a node defines. */
  StructSource struct(IASTCompositeTypeSpecifier node) {
    return structsByNode.get(node);
  }

  /** Whether another struct has that name, and came first. */
  boolean isDuplicate(StructSource source) {
    return duplicates.contains(source) || isRedefinition(source.node().getName().resolveBinding());
  }

  /** Whether a struct or an enumeration has no end. */
  boolean isOpen(IASTDeclSpecifier specifier) {
    return translation.isOpen(specifier) || translation.isOpen(specifier.getParent());
  }

  /** Whether something else has that name, and came first. */
  static boolean isRedefinition(IBinding binding) {
    return binding instanceof IProblemBinding problem
        && (problem.getID() == IProblemBinding.SEMANTIC_INVALID_REDEFINITION
            || problem.getID() == IProblemBinding.SEMANTIC_INVALID_REDECLARATION);
  }

  List<EnumerationSource> enumerations() {
    return enumerations;
  }

  Optional<EnumerationSource> enumeration(IBinding binding) {
    return Optional.ofNullable(enumerationsByBinding.get(binding));
  }

  /** The constant variables of the given files. */
  List<VariableSource> variables() {
    return variables;
  }

  /** The constant variable that a name means. */
  Optional<VariableSource> variable(IBinding binding) {
    return Optional.ofNullable(variablesByBinding.get(binding));
  }

  /** The values of macros, by the macro's name. */
  Map<String, VariableSource> macroValues() {
    return macroValues;
  }

  List<ICPPASTStaticAssertDeclaration> assertions() {
    return assertions;
  }

  /** What was refused on sight: templates, and what is no C++. */
  List<Refusal> refusals() {
    return refusals;
  }
}
