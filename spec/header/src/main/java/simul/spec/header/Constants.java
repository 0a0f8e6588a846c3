package simul.spec.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier.IASTEnumerator;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorFunctionStyleMacroDefinition;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroDefinition;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorStatement;
import org.eclipse.cdt.core.dom.ast.IVariable;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTStaticAssertDeclaration;
import simul.spec.header.Declarations.EnumerationSource;
import simul.spec.header.Declarations.VariableSource;
import simul.spec.header.Refusal.Reason;

/** The integer constants: macros, variables, enumerations; and what turned out to be none. */
final class Constants {
  private final Translation translation;
  private final Declarations declarations;
  private final Types types;
  private final Enumerators enumerators;
  private final Expressions expressions;
  private final List<Refusal> refusals = new ArrayList<>();

  Constants(
      Translation translation,
      Declarations declarations,
      Types types,
      Enumerators enumerators,
      Expressions expressions) {
    this.translation = translation;
    this.declarations = declarations;
    this.types = types;
    this.enumerators = enumerators;
    this.expressions = expressions;
  }

  /** What is no integer constant, found by the methods below. */
  List<Refusal> refusals() {
    return refusals;
  }

  /** The macros that come to an integer. One without text is a switch, and no constant. */
  List<Constant> macros() {
    Map<String, IASTPreprocessorMacroDefinition> last = new LinkedHashMap<>();
    for (IASTPreprocessorStatement each : translation.unit().getAllPreprocessorStatements()) {
      if (each instanceof IASTPreprocessorMacroDefinition macro
          && macro.isActive()
          && translation.isGiven(macro)
          && !macro.getExpansion().isBlank()) {
        last.put(macro.getName().toString(), macro);
      }
    }
    List<Constant> constants = new ArrayList<>();
    last.forEach(
        (name, macro) -> {
          try {
            constants.add(macro(name, macro));
          } catch (Unimportable obstacle) {
            refusals.add(obstacle.refusal(name, translation.place(macro)));
          }
        });
    return constants;
  }

  private Constant macro(String name, IASTPreprocessorMacroDefinition macro) throws Unimportable {
    if (macro instanceof IASTPreprocessorFunctionStyleMacroDefinition) {
      throw new Unimportable(Reason.NOT_AN_INTEGER, "it is a macro with parameters");
    }
    if (!translation.macros().isDefined(name)) {
      throw new Unimportable(Reason.NOT_AN_INTEGER, "it is undefined again");
    }
    VariableSource variable = declarations.macroValues().get(name);
    if (variable == null) {
      throw new Unimportable(
          Reason.NOT_AN_INTEGER,
          "it stands for "
              + Snippet.of(macro.getExpansion())
              + ", which was not read as an integer");
    }
    long value = expressions.value(variable.declarator().getInitializer()).value();
    return new Constant("", name, Constant.Kind.MACRO, value, translation.place(macro));
  }

  /** The constant variables that hold an integer. */
  List<Constant> variables() {
    List<Constant> constants = new ArrayList<>();
    for (VariableSource variable : declarations.variables()) {
      if (isDefinedElsewhere(variable)) {
        continue;
      }
      Place place = translation.place(variable.declarator());
      try {
        String name = Declarations.declaratorName(variable.declarator()).toString();
        constants.add(
            new Constant(variable.scope(), name, Constant.Kind.VARIABLE, value(variable), place));
      } catch (Unimportable obstacle) {
        refusals.add(obstacle.refusal(variable.qualifiedName(), place));
      }
    }
    return constants;
  }

  /** {@code extern const int A;}, where another line says what it is. */
  private boolean isDefinedElsewhere(VariableSource variable) {
    return variable.declarator().getInitializer() == null
        && declarations.variable(variable.binding()).isPresent();
  }

  private long value(VariableSource variable) throws Unimportable {
    Optional<VariableSource> first = declarations.variable(variable.binding());
    if (Declarations.isRedefinition(variable.binding())
        || first.isPresent() && !first.get().equals(variable)) {
      throw new Unimportable(Reason.DUPLICATE, "the name has been defined before");
    }
    if (!(variable.binding() instanceof IVariable declared)) {
      throw new Unimportable(
          Reason.SYNTAX, Snippet.of(variable.declarator()) + " cannot be read as a constant");
    }
    Integral value = expressions.value(variable.declarator().getInitializer());
    return expressions.converted(value, declared.getType(), variable.specifier()).value();
  }

  /** The enumerations of the given files. */
  List<Enumeration> enumerations() {
    List<Enumeration> enumerations = new ArrayList<>();
    for (EnumerationSource source : declarations.enumerations()) {
      if (translation.isGiven(source.node()) && !declarations.isOpen(source.node())) {
        try {
          enumerations.add(enumeration(source));
        } catch (Unimportable obstacle) {
          refusals.add(
              obstacle.refusal(
                  source.name().isEmpty() ? "an unnamed enumeration" : source.qualifiedName(),
                  translation.place(source.node())));
        }
      }
    }
    return enumerations;
  }

  private Enumeration enumeration(EnumerationSource source) throws Unimportable {
    String scope = source.node().isScoped() ? source.qualifiedName() : source.scope();
    List<Constant> values = new ArrayList<>();
    for (IASTEnumerator each : source.node().getEnumerators()) {
      values.add(
          new Constant(
              scope,
              each.getName().toString(),
              Constant.Kind.ENUMERATOR,
              enumerators.value(each, expressions).value(),
              translation.place(each)));
    }
    return new Enumeration(
        source.scope(),
        source.name(),
        types.scalar(source),
        values,
        translation.place(source.node()));
  }

  /** The {@code static_assert}s that do not hold here; then something was understood wrongly. */
  List<Remark> brokenAssertions() {
    List<Remark> remarks = new ArrayList<>();
    for (ICPPASTStaticAssertDeclaration assertion : declarations.assertions()) {
      String condition = Snippet.of(assertion.getCondition());
      Place place = translation.place(assertion);
      try {
        if (!expressions.value(assertion.getCondition()).truth()) {
          remarks.add(new Remark(place, "static_assert(" + condition + ") does not hold"));
        }
      } catch (Unimportable obstacle) {
        remarks.add(
            new Remark(
                place,
                "static_assert(" + condition + ") was not checked: " + obstacle.getMessage()));
      }
    }
    return remarks;
  }
}
