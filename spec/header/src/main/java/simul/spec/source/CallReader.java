package simul.spec.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.cdt.core.dom.ast.IASTArrayDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFieldReference;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializer;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTInitializerList;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTConstructorInitializer;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTLambdaExpression;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTNewExpression;
import simul.spec.source.Draft.DraftArgument;
import simul.spec.source.Draft.DraftCall;
import simul.spec.source.Draft.Mention;

/** Takes calls and constructions out of the parser's tree. */
final class CallReader {
  private final Unit unit;

  /** The lambdas of arguments, known by their nodes before the visitor gets to them. */
  private final Map<IASTNode, List<Draft>> lambdas = new HashMap<>();

  CallReader(Unit unit) {
    this.unit = unit;
  }

  /** A call; empty when what is called has no name. */
  Optional<DraftCall> call(IASTFunctionCallExpression call, boolean repeated, boolean dead) {
    IASTInitializerClause callee = callee(call.getFunctionNameExpression());
    if (callee instanceof IASTFieldReference field) {
      Mention mention = new Mention("", Names.last(field.getFieldName()), true, false);
      String receiver = Unit.oneLine(field.getFieldOwner().getRawSignature());
      return Optional.of(
          make(
              call,
              mention,
              Call.Kind.MEMBER,
              receiver,
              List.of(call.getArguments()),
              repeated,
              dead));
    }
    if (callee instanceof IASTIdExpression id) {
      Mention mention =
          new Mention(Names.qualifier(id.getName()), Names.last(id.getName()), false, false);
      return Optional.of(
          make(
              call, mention, Call.Kind.FUNCTION, "", List.of(call.getArguments()), repeated, dead));
    }
    return Optional.empty();
  }

  /**
   * Whether a declarator is in truth the argument of a call: {@code f(x);} declares an x of type f
   * where the parser knows neither, but nobody declares with parentheses for no reason.
   */
  static boolean isCall(IASTDeclarator declarator) {
    IASTDeclarator inner = declarator.getNestedDeclarator();
    return inner != null
        && inner.getNestedDeclarator() == null
        && inner.getPointerOperators().length == 0
        && !(declarator instanceof IASTFunctionDeclarator)
        && !(declarator instanceof IASTArrayDeclarator);
  }

  /** Such a call. */
  DraftCall call(
      IASTNode statement,
      IASTName callee,
      IASTDeclarator declarator,
      boolean repeated,
      boolean dead) {
    String name = Names.last(Names.declared(declarator));
    DraftArgument argument =
        new DraftArgument(Argument.Kind.NAME, name, "", name, OptionalLong.empty());
    return new DraftCall(
        new Mention(Names.qualifier(callee), Names.last(callee), false, false),
        Call.Kind.FUNCTION,
        "",
        List.of(argument),
        List.of(List.of()),
        unit.place(statement),
        Unit.text(statement).replaceAll(";$", ""),
        Unit.macro(statement),
        repeated,
        dead);
  }

  /** What is called: {@code f}, also of {@code (*f)}. */
  private static IASTInitializerClause callee(IASTExpression expression) {
    IASTInitializerClause callee = Constants.bare(expression);
    while (callee instanceof IASTUnaryExpression unary
        && unary.getOperator() == IASTUnaryExpression.op_star) {
      callee = Constants.bare(unary.getOperand());
    }
    return callee;
  }

  /** The making of an object of a named type. */
  DraftCall construction(
      IASTNode node,
      IASTName type,
      List<IASTInitializerClause> arguments,
      boolean repeated,
      boolean dead) {
    Mention mention = new Mention(Names.qualifier(type), Names.last(type), false, false);
    return make(node, mention, Call.Kind.CONSTRUCTION, "", arguments, repeated, dead);
  }

  Optional<DraftCall> construction(ICPPASTNewExpression made, boolean repeated, boolean dead) {
    IASTName type = Names.type(made.getTypeId().getDeclSpecifier());
    return Optional.ofNullable(type)
        .map(name -> construction(made, name, arguments(made.getInitializer()), repeated, dead));
  }

  /** What an object is made of; nothing for {@code = value}, which is no construction by name. */
  static List<IASTInitializerClause> arguments(IASTInitializer initializer) {
    if (initializer instanceof ICPPASTConstructorInitializer constructor) {
      return List.of(constructor.getArguments());
    }
    return initializer instanceof IASTInitializerList list ? List.of(list.getClauses()) : List.of();
  }

  private DraftCall make(
      IASTNode node,
      Mention callee,
      Call.Kind kind,
      String receiver,
      List<IASTInitializerClause> clauses,
      boolean repeated,
      boolean dead) {
    List<DraftArgument> arguments = new ArrayList<>();
    List<List<Draft>> inArguments = new ArrayList<>();
    for (IASTInitializerClause clause : clauses) {
      arguments.add(argument(clause));
      List<Draft> drafts = new ArrayList<>();
      lambda(clause).ifPresent(lambda -> lambdas.put(lambda, drafts));
      inArguments.add(drafts);
    }
    return new DraftCall(
        callee,
        kind,
        receiver,
        arguments,
        inArguments,
        unit.place(node),
        Unit.text(node),
        Unit.macro(node),
        repeated,
        dead);
  }

  /** Tells the call in whose arguments a lambda stands what became of it. */
  void found(ICPPASTLambdaExpression lambda, Draft draft) {
    List<Draft> drafts = lambdas.remove(lambda);
    if (drafts != null) {
      drafts.add(draft);
    }
  }

  private static Optional<ICPPASTLambdaExpression> lambda(IASTInitializerClause clause) {
    IASTInitializerClause bare = Constants.bare(clause);
    if (bare instanceof IASTUnaryExpression unary
        && unary.getOperator() == IASTUnaryExpression.op_plus) {
      bare = Constants.bare(unary.getOperand());
    }
    return bare instanceof ICPPASTLambdaExpression lambda ? Optional.of(lambda) : Optional.empty();
  }

  private static DraftArgument argument(IASTInitializerClause clause) {
    String text = Unit.text(clause);
    IASTInitializerClause bare = Constants.bare(clause);
    OptionalLong value = Constants.value(clause);
    if (value.isPresent()) {
      return new DraftArgument(Argument.Kind.CONSTANT, text, "", "", value);
    }
    if (lambda(clause).isPresent()) {
      return new DraftArgument(Argument.Kind.LAMBDA, text, "", "", value);
    }
    Argument.Kind kind = Argument.Kind.NAME;
    if (bare instanceof IASTUnaryExpression unary
        && unary.getOperator() == IASTUnaryExpression.op_amper) {
      kind = Argument.Kind.ADDRESS_OF;
      bare = Constants.bare(unary.getOperand());
    }
    if (bare instanceof IASTIdExpression id) {
      return new DraftArgument(
          kind, text, Names.qualifier(id.getName()), Names.last(id.getName()), value);
    }
    if (bare instanceof IASTFieldReference field) {
      return new DraftArgument(kind, text, "", Names.last(field.getFieldName()), value);
    }
    return new DraftArgument(
        kind == Argument.Kind.ADDRESS_OF ? kind : Argument.Kind.OTHER, text, "", "", value);
  }
}
