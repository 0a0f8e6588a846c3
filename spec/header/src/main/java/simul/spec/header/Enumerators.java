package simul.spec.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier.IASTEnumerator;
import org.eclipse.cdt.core.dom.ast.IBinding;
import org.eclipse.cdt.core.dom.ast.IEnumerator;
import simul.spec.header.Declarations.EnumerationSource;
import simul.spec.model.Scalar;

/** The values of the names of enumerations, computed when first asked for. */
final class Enumerators {
  private final Types types;
  private final Map<IBinding, IASTEnumerator> nodes = new HashMap<>();
  private final Map<IASTEnumerator, EnumerationSource> owners = new HashMap<>();
  private final Map<IASTEnumerator, Integral> values = new HashMap<>();
  private final Set<IASTEnumerator> underway = new HashSet<>();

  Enumerators(Declarations declarations, Types types) {
    this.types = types;
    for (EnumerationSource source : declarations.enumerations()) {
      for (IASTEnumerator each : source.node().getEnumerators()) {
        owners.put(each, source);
        nodes.putIfAbsent(each.getName().resolveBinding(), each);
      }
    }
  }

  /** The value that a name stands for. */
  Integral value(IEnumerator enumerator, Expressions expressions) throws Unimportable {
    IASTEnumerator node = nodes.get(enumerator);
    if (node == null) {
      throw new Unimportable(
          Refusal.Reason.UNKNOWN_VALUE, enumerator.getName() + " is not a constant");
    }
    return value(node, expressions);
  }

  /** One more than the name before, unless the header says what it is. */
  Integral value(IASTEnumerator wanted, Expressions expressions) throws Unimportable {
    EnumerationSource source = owners.get(wanted);
    Scalar scalar = types.scalar(source);
    List<IASTEnumerator> run = new ArrayList<>();
    for (IASTEnumerator each : source.node().getEnumerators()) {
      if (each.getValue() != null) {
        run.clear();
      }
      run.add(each);
      if (each.equals(wanted)) {
        break;
      }
    }
    IASTEnumerator first = run.get(0);
    Integral start =
        first.getValue() == null ? new Integral(0, scalar) : explicit(first, expressions, scalar);
    return new Integral(start.value() + run.size() - 1, scalar).as(scalar);
  }

  private Integral explicit(IASTEnumerator node, Expressions expressions, Scalar scalar)
      throws Unimportable {
    if (!values.containsKey(node)) {
      if (!underway.add(node)) {
        throw new Unimportable(
            Refusal.Reason.UNKNOWN_VALUE, node.getName() + " is defined by itself");
      }
      try {
        values.put(node, expressions.value(node.getValue()).as(scalar));
      } finally {
        underway.remove(node);
      }
    }
    return values.get(node);
  }
}
