package simul.spec.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import simul.spec.header.Place;
import simul.spec.header.Remark;

/** All that has been read of a program by now. */
final class Drafts {
  /**
   * A variable, by its name alone: the same name for different things is rare, and does no harm.
   */
  record Variable(String type, String initializer) {}

  private final Map<String, Draft> byKey = new LinkedHashMap<>();
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, OptionalLong> constants = new HashMap<>();
  private final Map<String, Set<String>> typeAliases = new HashMap<>();
  private final Set<Remark> remarks = new LinkedHashSet<>();
  private final Set<String> remarked = new HashSet<>();

  /** The draft of a key, or null when no unit has met it. */
  Draft find(String key) {
    return byKey.get(key);
  }

  /** What stands outside of all functions in a file. */
  Draft file(String name) {
    return byKey.computeIfAbsent(
        name,
        key -> new Draft(Draft.Kind.FILE, "", "(outside of functions)", new Place(name, 1), null));
  }

  void add(String key, Draft draft) {
    byKey.put(key, draft);
  }

  List<Draft> all() {
    return new ArrayList<>(byKey.values());
  }

  void variable(String name, Variable variable) {
    variables.merge(
        name,
        variable,
        (a, b) -> a.equals(b) ? a : new Variable(a.type().isEmpty() ? b.type() : a.type(), ""));
  }

  Map<String, Variable> variables() {
    return variables;
  }

  /** A constant; one name for two values is none. */
  void constant(String name, OptionalLong value) {
    constants.merge(name, value, (a, b) -> a.equals(b) ? a : OptionalLong.empty());
  }

  OptionalLong constant(String name) {
    return constants.getOrDefault(name, OptionalLong.empty());
  }

  /** Another name of a class. */
  void typeAlias(String alias, String name) {
    typeAliases.computeIfAbsent(alias, key -> new HashSet<>()).add(name);
  }

  Set<String> typeAliases(String alias) {
    return typeAliases.getOrDefault(alias, Set.of());
  }

  void remark(String key, Remark remark) {
    if (remarked.add(key)) {
      remarks.add(remark);
    }
  }

  List<Remark> remarks() {
    return new ArrayList<>(remarks);
  }
}
