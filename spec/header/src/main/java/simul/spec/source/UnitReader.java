package simul.spec.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.ASTVisitor;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTDoStatement;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier.IASTEnumerator;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFieldReference;
import org.eclipse.cdt.core.dom.ast.IASTForStatement;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTProblemExpression;
import org.eclipse.cdt.core.dom.ast.IASTProblemStatement;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTWhileStatement;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTCompositeTypeSpecifier.ICPPASTBaseSpecifier;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTLambdaExpression;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTNamespaceDefinition;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTNewExpression;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTRangeBasedForStatement;
import simul.spec.header.Remark;
import simul.spec.source.Draft.Mention;

/** Walks through one unit and drafts its functions, with what each calls and mentions. */
final class UnitReader extends ASTVisitor {
  private final Unit unit;
  private final Drafts drafts;
  private final CallReader calls;
  private final Variables variables;
  private final Deque<Draft> open = new ArrayDeque<>();
  private final Deque<Optional<Draft>> declarations = new ArrayDeque<>();
  private final Deque<String> scopes = new ArrayDeque<>();
  private int dead;

  UnitReader(Unit unit, Drafts drafts) {
    super(true);
    // The closing name of an implicit destructor and the like was written by nobody.
    shouldVisitImplicitNames = false;
    shouldVisitAmbiguousNodes = false;
    this.unit = unit;
    this.drafts = drafts;
    this.calls = new CallReader(unit);
    this.variables = new Variables(drafts);
  }

  void read() {
    unit.tree().accept(this);
  }

  @Override
  public int visit(ICPPASTNamespaceDefinition namespace) {
    if (!unit.isGiven(namespace)) {
      return PROCESS_SKIP;
    }
    scopes.push(Names.join(scope(), Names.last(namespace.getName())));
    return PROCESS_CONTINUE;
  }

  @Override
  public int leave(ICPPASTNamespaceDefinition namespace) {
    scopes.pop();
    return PROCESS_CONTINUE;
  }

  private String scope() {
    return scopes.isEmpty() ? "" : scopes.peek();
  }

  @Override
  public int visit(IASTDeclaration declaration) {
    if (!unit.isGiven(declaration)) {
      return PROCESS_SKIP;
    }
    if (declaration instanceof IASTProblemDeclaration problem) {
      unparsed(problem);
      return PROCESS_SKIP;
    }
    Optional<Draft> opened = Optional.empty();
    if (declaration instanceof IASTFunctionDefinition function) {
      IASTName name = Names.declared(function.getDeclarator());
      String scope = Names.join(scope(), Names.scope(name));
      Draft draft = push(function, Draft.Kind.FUNCTION, scope, Names.last(name));
      draft.parameters.addAll(Names.parameters(function.getDeclarator()));
      opened = Optional.of(draft);
    } else if (declaration instanceof IASTSimpleDeclaration simple) {
      if (open.isEmpty() && Variables.isVariable(simple)) {
        opened = Optional.of(pushFile(simple));
      }
      variables.read(simple);
    }
    declarations.push(opened);
    return PROCESS_CONTINUE;
  }

  @Override
  public int leave(IASTDeclaration declaration) {
    declarations.pop().ifPresent(draft -> open.pop());
    return PROCESS_CONTINUE;
  }

  /** Opens what stands outside of functions in the file of a node. */
  private Draft pushFile(IASTNode node) {
    Draft draft = drafts.file(unit.place(node).file());
    draft.units.addAll(unit.read());
    open.push(draft);
    return draft;
  }

  /** Opens a draft; of a function that another unit has read, one that nobody will see. */
  private Draft push(IASTNode node, Draft.Kind kind, String scope, String name) {
    String key = kind + unit.key(node);
    Draft draft = new Draft(kind, scope, name, unit.place(node), open.peek());
    Draft known = drafts.find(key);
    if (known != null) {
      known.units.addAll(unit.read());
    } else {
      drafts.add(key, draft);
      if (kind == Draft.Kind.LAMBDA && !open.isEmpty()) {
        open.peek().inner.add(draft);
      }
    }
    draft.units.addAll(unit.read());
    open.push(draft);
    return draft;
  }

  @Override
  public int visit(IASTDeclSpecifier specifier) {
    if (specifier instanceof ICPPASTCompositeTypeSpecifier type) {
      String name = Names.last(type.getName());
      String scope = Names.join(scope(), Names.scope(type.getName()));
      Draft draft = push(type, Draft.Kind.CLASS, scope, name);
      for (ICPPASTBaseSpecifier base : type.getBaseSpecifiers()) {
        if (base.getNameSpecifier() instanceof IASTName baseName) {
          draft.bases.add(Names.last(baseName));
        }
      }
      scopes.push(Names.join(scope, name));
    }
    return PROCESS_CONTINUE;
  }

  @Override
  public int leave(IASTDeclSpecifier specifier) {
    if (specifier instanceof ICPPASTCompositeTypeSpecifier) {
      scopes.pop();
      open.pop();
    }
    return PROCESS_CONTINUE;
  }

  @Override
  public int visit(IASTEnumerator enumerator) {
    variables.read(enumerator);
    return PROCESS_CONTINUE;
  }

  @Override
  public int visit(IASTDeclarator declarator) {
    if (open.isEmpty() || !(declarator.getParent() instanceof IASTSimpleDeclaration simple)) {
      return PROCESS_CONTINUE;
    }
    IASTName type = Names.type(simple.getDeclSpecifier());
    if (type == null || declarator.getPointerOperators().length > 0) {
      return PROCESS_CONTINUE;
    }
    if (declarator.getInitializer() != null) {
      List<IASTInitializerClause> arguments = CallReader.arguments(declarator.getInitializer());
      open.peek()
          .calls
          .add(calls.construction(declarator, type, arguments, isRepeated(), dead > 0));
    } else if (CallReader.isCall(declarator) && open.peek().isFunction()) {
      open.peek().calls.add(calls.call(simple, type, declarator, isRepeated(), dead > 0));
    }
    return PROCESS_CONTINUE;
  }

  @Override
  public int visit(IASTExpression expression) {
    if (expression instanceof IASTProblemExpression problem) {
      unparsed(problem);
      return PROCESS_SKIP;
    }
    if (expression instanceof ICPPASTLambdaExpression lambda) {
      Draft around = open.peek();
      String scope = around == null ? scope() : Names.join(around.scope, around.name);
      calls.found(lambda, push(lambda, Draft.Kind.LAMBDA, scope, Variables.holder(lambda)));
    } else if (!open.isEmpty() && expression instanceof IASTFunctionCallExpression call) {
      calls.call(call, isRepeated(), dead > 0).ifPresent(open.peek().calls::add);
    } else if (!open.isEmpty() && expression instanceof ICPPASTNewExpression made) {
      calls.construction(made, isRepeated(), dead > 0).ifPresent(open.peek().calls::add);
    }
    return PROCESS_CONTINUE;
  }

  @Override
  public int leave(IASTExpression expression) {
    if (expression instanceof ICPPASTLambdaExpression) {
      open.pop();
    }
    return PROCESS_CONTINUE;
  }

  @Override
  public int visit(IASTStatement statement) {
    if (statement instanceof IASTProblemStatement problem) {
      unparsed(problem);
      return PROCESS_SKIP;
    }
    dead += DeadBranches.begins(statement) ? 1 : 0;
    loop(statement, 1);
    return PROCESS_CONTINUE;
  }

  @Override
  public int leave(IASTStatement statement) {
    dead -= DeadBranches.begins(statement) ? 1 : 0;
    loop(statement, -1);
    return PROCESS_CONTINUE;
  }

  private void loop(IASTStatement statement, int change) {
    boolean loop =
        statement instanceof IASTForStatement
            || statement instanceof IASTWhileStatement
            || statement instanceof IASTDoStatement
            || statement instanceof ICPPASTRangeBasedForStatement;
    if (loop && !open.isEmpty()) {
      open.peek().loops += change;
    }
  }

  private boolean isRepeated() {
    return open.peek().loops > 0;
  }

  @Override
  public int visit(IASTName name) {
    IASTName whole = Names.whole(name);
    if (open.isEmpty()
        || dead > 0
        || whole != name && whole.getLastName() != name
        || !whole.isReference()) {
      return PROCESS_CONTINUE;
    }
    boolean member =
        whole.getParent() instanceof IASTFieldReference field && field.getFieldName() == whole;
    open.peek().mentions.add(new Mention(Names.qualifier(whole), Names.last(whole), member, false));
    return PROCESS_CONTINUE;
  }

  /** What the parser did not follow: it is told, and the functions that it names may be called. */
  private void unparsed(IASTNode node) {
    String text = node.getRawSignature();
    drafts.remark(
        unit.key(node), new Remark(unit.place(node), "not taken for C++: " + Unit.oneLine(text)));
    boolean outside = open.isEmpty();
    if (outside) {
      pushFile(node);
    }
    open.peek().mentionAll(text);
    if (outside) {
      open.pop();
    }
  }
}
