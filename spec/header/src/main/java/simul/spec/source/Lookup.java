package simul.spec.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import simul.spec.source.Draft.Mention;

/**
 * Finds what names mean across all files, by the names alone: types are not known well enough
 * without the headers of Windows. Where several functions may be meant, all of them are.
 */
final class Lookup {
  private final Drafts drafts;
  private final Map<String, List<Draft>> functions = new HashMap<>();
  private final Map<String, List<Draft>> classes = new HashMap<>();
  private final Map<String, Set<String>> families = new HashMap<>();

  Lookup(Drafts drafts) {
    this.drafts = drafts;
    for (Draft draft : drafts.all()) {
      if (draft.name.isEmpty()) {
        continue;
      }
      if (draft.isFunction()) {
        functions.computeIfAbsent(draft.name, name -> new ArrayList<>()).add(draft);
      } else if (draft.kind == Draft.Kind.CLASS) {
        classes.computeIfAbsent(draft.name, name -> new ArrayList<>()).add(draft);
      }
    }
  }

  private List<Draft> functions(String name) {
    return functions.getOrDefault(name, List.of());
  }

  /** The classes of a name, or of what the name is an alias of. */
  List<Draft> classes(String name) {
    List<Draft> found = new ArrayList<>(classes.getOrDefault(name, List.of()));
    for (String other : drafts.typeAliases(name)) {
      found.addAll(classes.getOrDefault(other, List.of()));
    }
    return found;
  }

  boolean isMember(Draft function) {
    return function.kind == Draft.Kind.FUNCTION && classes.containsKey(function.owner());
  }

  /** The members of a class that are defined, inside it or elsewhere. */
  List<Draft> members(Draft type) {
    List<Draft> members = new ArrayList<>();
    functions.values().forEach(members::addAll);
    members.removeIf(each -> each.kind != Draft.Kind.FUNCTION || !each.owner().equals(type.name));
    return members;
  }

  /** The functions of the program that a name in a function may mean. */
  List<Draft> find(Mention mention, Draft from) {
    List<Draft> all = functions(mention.name());
    if (all.isEmpty()) {
      return all;
    }
    if (mention.member()) {
      return all.stream().filter(this::isMember).toList();
    }
    String qualifier = mention.qualifier();
    if (qualifier.equals("::")) {
      return near(all.stream().filter(each -> each.scope.isEmpty()).toList(), from);
    }
    return qualifier.isEmpty() ? unqualified(all, mention, from) : qualified(all, qualifier);
  }

  private List<Draft> qualified(List<Draft> all, String qualifier) {
    List<Draft> exact = all.stream().filter(each -> each.owner().equals(qualifier)).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    Set<String> family = family(qualifier);
    return all.stream().filter(each -> family.contains(each.owner())).toList();
  }

  private List<Draft> unqualified(List<Draft> all, Mention mention, Draft from) {
    if (mention.assumed()) {
      return all;
    }
    for (Draft around = from; around != null; around = around.around) {
      Draft outer = around;
      List<Draft> held =
          all.stream()
              .filter(each -> each.kind == Draft.Kind.LAMBDA && each.around == outer)
              .toList();
      if (!held.isEmpty()) {
        return held;
      }
    }
    Set<String> family = family(ownerClass(from));
    List<Draft> members =
        all.stream().filter(each -> isMember(each) && family.contains(each.owner())).toList();
    if (!members.isEmpty()) {
      return members;
    }
    List<Draft> free =
        all.stream()
            .filter(each -> !isMember(each))
            .filter(each -> each.kind != Draft.Kind.LAMBDA || isGlobal(each))
            .toList();
    return near(free, from);
  }

  private static boolean isGlobal(Draft lambda) {
    return lambda.around == null || lambda.around.kind == Draft.Kind.FILE;
  }

  /** The class whose member a function is, or whose member it stands in; {@code ""} for none. */
  private String ownerClass(Draft from) {
    for (Draft around = from; around != null; around = around.around) {
      if (around.kind == Draft.Kind.CLASS) {
        return around.name;
      }
      if (isMember(around)) {
        return around.owner();
      }
    }
    return "";
  }

  /** Those of the same unit where there are any: other programs lie in the same folder. */
  private static List<Draft> near(List<Draft> found, Draft from) {
    List<Draft> near =
        found.stream().filter(each -> !Collections.disjoint(each.units, from.units)).toList();
    return near.isEmpty() ? found : near;
  }

  /** A class, what it derives from and what derives from it, by their names. */
  private Set<String> family(String name) {
    if (name.isEmpty()) {
      return Set.of();
    }
    Set<String> known = families.get(name);
    if (known == null) {
      known = new HashSet<>(Set.of(name));
      families.put(name, known);
      boolean grown = true;
      while (grown) {
        grown = grow(known);
      }
    }
    return known;
  }

  private boolean grow(Set<String> family) {
    Set<String> more = new HashSet<>();
    classes
        .values()
        .forEach(
            types ->
                types.forEach(
                    type -> {
                      if (family.contains(type.name)) {
                        more.addAll(type.bases);
                      } else if (!Collections.disjoint(type.bases, family)) {
                        more.add(type.name);
                      }
                    }));
    more.removeIf(name -> !classes.containsKey(name));
    return family.addAll(more);
  }

  /** Whether a class derives from one that is not in the files, directly or not. */
  boolean isOfFramework(Draft type) {
    for (String relative : family(type.name)) {
      for (Draft each : classes(relative)) {
        if (each.bases.stream().anyMatch(base -> classes(base).isEmpty())) {
          return true;
        }
      }
    }
    return false;
  }
}
