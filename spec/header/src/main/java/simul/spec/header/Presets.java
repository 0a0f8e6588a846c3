package simul.spec.header;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTCompoundStatement;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTEqualsInitializer;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpressionStatement;
import org.eclipse.cdt.core.dom.ast.IASTFieldReference;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializer;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTInitializerList;
import org.eclipse.cdt.core.dom.ast.IASTLiteralExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IBinding;
import org.eclipse.cdt.core.dom.ast.IType;
import org.eclipse.cdt.core.dom.ast.IVariable;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTConstructorChainInitializer;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTConstructorInitializer;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTParameterDeclaration;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPClassType;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPConstructor;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPField;
import simul.spec.header.Declarations.StructSource;

/**
 * What members hold in a new struct: default initialisers first, then the constructor that needs
 * the fewest arguments, and through it those of the base. A packet's type often stands nowhere
 * else.
 */
final class Presets {

  /** The value of a constructor's parameter, and what the header writes for it. */
  private record Argument(Integral value, String expression) {}

  private final Declarations declarations;
  private final Expressions expressions;

  Presets(Declarations declarations, Expressions expressions) {
    this.declarations = declarations;
    this.expressions = expressions;
  }

  /** The constants by member. What is no constant is left out. */
  Map<String, Preset> of(StructSource source) {
    Map<String, Preset> presets = new LinkedHashMap<>();
    base(source).ifPresent(base -> presets.putAll(of(base)));
    for (IASTDeclaration declaration : source.node().getMembers()) {
      if (declaration instanceof IASTSimpleDeclaration simple) {
        addDefaults(simple, presets);
      }
    }
    constructor(source, -1).ifPresent(constructor -> run(constructor, source, List.of(), presets));
    return presets;
  }

  private Optional<StructSource> base(StructSource source) {
    return source.node().getBaseSpecifiers().length == 1
        ? struct(source.node().getBaseSpecifiers()[0].getNameSpecifier().resolveBinding())
        : Optional.empty();
  }

  private Optional<StructSource> struct(IBinding binding) {
    return binding instanceof IType type && Types.plain(type) instanceof ICPPClassType plain
        ? declarations.struct(plain)
        : Optional.empty();
  }

  private void addDefaults(IASTSimpleDeclaration declaration, Map<String, Preset> presets) {
    if (declaration.getDeclarators().length == 0
        && declaration.getDeclSpecifier() instanceof IASTCompositeTypeSpecifier unnamed
        && unnamed.getName().toString().isEmpty()) {
      presets.putAll(of(declarations.struct(unnamed)));
    }
    for (IASTDeclarator declarator : declaration.getDeclarators()) {
      IBinding binding = Declarations.declaratorName(declarator).resolveBinding();
      if (binding instanceof ICPPField field && !field.isStatic()) {
        Optional<StructSource> nested =
            Types.plain(field.getType()) instanceof ICPPClassType type
                ? declarations.struct(type)
                : Optional.empty();
        nested.ifPresent(
            struct -> of(struct).forEach((name, preset) -> presets.put(path(field, name), preset)));
        assign(field.getName(), field, declarator.getInitializer(), Map.of(), presets);
      }
    }
  }

  private static String path(IVariable member, String name) {
    return member.getName() + "." + name;
  }

  /** The constructor with that many parameters, or of all (-1) the one that needs the fewest. */
  private static Optional<ICPPASTFunctionDefinition> constructor(StructSource source, int count) {
    ICPPASTFunctionDefinition found = null;
    for (IASTDeclaration declaration : source.node().getMembers()) {
      if (declaration instanceof ICPPASTFunctionDefinition function
          && function.getDeclarator().getName().resolveBinding() instanceof ICPPConstructor
          && (count < 0 || parameters(function).length == count)
          && (found == null || required(function) < required(found))) {
        found = function;
      }
    }
    return Optional.ofNullable(found);
  }

  private static ICPPASTParameterDeclaration[] parameters(IASTFunctionDefinition function) {
    return function.getDeclarator() instanceof ICPPASTFunctionDeclarator declarator
        ? declarator.getParameters()
        : new ICPPASTParameterDeclaration[0];
  }

  private static int required(IASTFunctionDefinition function) {
    int count = 0;
    for (ICPPASTParameterDeclaration parameter : parameters(function)) {
      count += parameter.getDeclarator().getInitializer() == null ? 1 : 0;
    }
    return count;
  }

  /** Does what a constructor does, as far as constants go. */
  private void run(
      ICPPASTFunctionDefinition constructor,
      StructSource source,
      List<Optional<Argument>> arguments,
      Map<String, Preset> presets) {
    Map<IBinding, Argument> known = new HashMap<>();
    ICPPASTParameterDeclaration[] parameters = parameters(constructor);
    for (int i = 0; i < parameters.length; i++) {
      IASTDeclarator declarator = parameters[i].getDeclarator();
      Optional<Argument> argument =
          i < arguments.size() ? arguments.get(i) : argument(declarator.getInitializer(), Map.of());
      IBinding binding = Declarations.declaratorName(declarator).resolveBinding();
      if (binding != null) {
        argument.ifPresent(value -> known.put(binding, value));
      }
    }
    for (ICPPASTConstructorChainInitializer each : constructor.getMemberInitializers()) {
      IBinding target = each.getMemberInitializerId().resolveBinding();
      if (target instanceof ICPPField field) {
        assign(field.getName(), field, each.getInitializer(), known, presets);
      } else if (!each.getMemberInitializerId().toString().equals(source.name())) {
        runBase(each, source, known, presets);
      }
    }
    if (constructor.getBody() instanceof IASTCompoundStatement body) {
      for (IASTStatement statement : body.getStatements()) {
        if (statement instanceof IASTExpressionStatement expression) {
          assign(expression.getExpression(), known, presets);
        }
      }
    }
  }

  private void runBase(
      ICPPASTConstructorChainInitializer chain,
      StructSource source,
      Map<IBinding, Argument> known,
      Map<String, Preset> presets) {
    Optional<StructSource> base = base(source);
    IASTInitializerClause[] clauses = clauses(chain.getInitializer());
    Optional<ICPPASTFunctionDefinition> constructor =
        base.flatMap(struct -> constructor(struct, clauses.length));
    if (constructor.isPresent()) {
      List<Optional<Argument>> arguments =
          java.util.Arrays.stream(clauses).map(clause -> argument(clause, known)).toList();
      run(constructor.get(), base.get(), arguments, presets);
    }
  }

  private static IASTInitializerClause[] clauses(IASTInitializer initializer) {
    if (initializer instanceof ICPPASTConstructorInitializer constructor) {
      return constructor.getArguments();
    }
    if (initializer instanceof IASTInitializerList list) {
      return list.getClauses();
    }
    if (initializer instanceof IASTEqualsInitializer equals) {
      return equals.getInitializerClause() instanceof IASTInitializerList list
          ? list.getClauses()
          : new IASTInitializerClause[] {equals.getInitializerClause()};
    }
    return new IASTInitializerClause[0];
  }

  /** {@code a = 3}, {@code this->a = 3}, {@code a.b = 3}. */
  private void assign(
      IASTExpression expression, Map<IBinding, Argument> known, Map<String, Preset> presets) {
    if (expression instanceof IASTBinaryExpression binary
        && binary.getOperator() == IASTBinaryExpression.op_assign) {
      Optional<String> path = path(binary.getOperand1());
      if (path.isPresent()) {
        set(
            path.get(),
            binary.getOperand1().getExpressionType(),
            binary.getOperand2(),
            known,
            presets);
      }
    }
  }

  private static Optional<String> path(IASTExpression target) {
    if (target instanceof IASTIdExpression id
        && id.getName().resolveBinding() instanceof ICPPField field) {
      return Optional.of(field.getName());
    }
    if (target instanceof IASTFieldReference reference) {
      String name = reference.getFieldName().toString();
      boolean isThis =
          reference.getFieldOwner() instanceof IASTLiteralExpression literal
              && literal.getKind() == IASTLiteralExpression.lk_this;
      return isThis
          ? Optional.of(name)
          : path(reference.getFieldOwner()).map(owner -> owner + "." + name);
    }
    return Optional.empty();
  }

  /** An initialiser of a member: one value, or several for the members of a nested struct. */
  private void assign(
      String path,
      IVariable member,
      IASTInitializer initializer,
      Map<IBinding, Argument> known,
      Map<String, Preset> presets) {
    IASTInitializerClause[] clauses = clauses(initializer);
    if (Types.plain(member.getType()) instanceof ICPPClassType type) {
      ICPPField[] fields = type.getDeclaredFields();
      for (int i = 0; i < Math.min(fields.length, clauses.length); i++) {
        set(path + "." + fields[i].getName(), fields[i].getType(), clauses[i], known, presets);
      }
    } else if (clauses.length == 1) {
      set(path, member.getType(), clauses[0], known, presets);
    }
  }

  private void set(
      String path,
      IType type,
      IASTInitializerClause clause,
      Map<IBinding, Argument> known,
      Map<String, Preset> presets) {
    presets.remove(path);
    argument(clause, known)
        .flatMap(argument -> converted(argument, type, clause))
        .ifPresent(preset -> presets.put(path, preset));
  }

  private Optional<Preset> converted(Argument argument, IType type, IASTNode clause) {
    try {
      long value = expressions.converted(argument.value(), type, clause).value();
      return Optional.of(new Preset(value, argument.expression()));
    } catch (Unimportable notAnInteger) {
      return Optional.empty();
    }
  }

  private Optional<Argument> argument(IASTInitializer initializer, Map<IBinding, Argument> known) {
    IASTInitializerClause[] clauses = clauses(initializer);
    return clauses.length == 1 ? argument(clauses[0], known) : Optional.empty();
  }

  private Optional<Argument> argument(IASTInitializerClause clause, Map<IBinding, Argument> known) {
    if (clause instanceof IASTIdExpression id && known.containsKey(id.getName().resolveBinding())) {
      return Optional.of(known.get(id.getName().resolveBinding()));
    }
    Map<IBinding, Integral> values = new HashMap<>();
    known.forEach((parameter, argument) -> values.put(parameter, argument.value()));
    try {
      Integral value = expressions.where(values).value(clause);
      return Optional.of(new Argument(value, Snippet.of(clause)));
    } catch (Unimportable notConstant) {
      return Optional.empty();
    }
  }
}
