package simul.spec.source;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import simul.spec.source.Draft.Mention;

/**
 * Who leads to whom. A function leads to every function that it names, whether it calls it or hands
 * it over as a thread or callback, and a class to its constructors and destructor.
 */
final class CallGraph {
  private static final Set<String> ENTRIES =
      Set.of("main", "wmain", "_tmain", "WinMain", "wWinMain", "_tWinMain");

  private final Lookup lookup;
  private final List<Draft> all;
  private final Map<Draft, Set<Draft>> certain = new HashMap<>();
  private final Map<Draft, Set<Draft>> assumed = new HashMap<>();
  private final Set<Draft> reached;
  private final Set<Draft> perhaps;

  CallGraph(Drafts drafts, Lookup lookup) {
    this.lookup = lookup;
    this.all = drafts.all();
    all.forEach(this::connect);
    Set<Draft> roots = new LinkedHashSet<>(entries());
    all.stream().filter(draft -> draft.kind == Draft.Kind.FILE).forEach(roots::add);
    reached = closure(roots, false);
    if (entries().isEmpty()) {
      roots.addAll(all);
    }
    perhaps = closure(roots, true);
  }

  private void connect(Draft draft) {
    Set<Draft> sure = certain.computeIfAbsent(draft, key -> new LinkedHashSet<>(draft.inner));
    Set<Draft> maybe = assumed.computeIfAbsent(draft, key -> new LinkedHashSet<>());
    for (Mention mention : draft.mentions) {
      Set<Draft> to = mention.assumed() ? maybe : sure;
      to.addAll(lookup.find(mention, draft));
      if (!mention.member()) {
        to.addAll(lookup.classes(mention.name()));
      }
    }
    if (draft.kind == Draft.Kind.CLASS) {
      boolean framework = lookup.isOfFramework(draft);
      for (Draft member : lookup.members(draft)) {
        boolean implicit =
            member.name.equals(draft.name)
                || member.name.startsWith("~")
                || member.name.startsWith("operator");
        if (implicit) {
          sure.add(member);
        } else if (framework) {
          maybe.add(member);
        }
      }
      draft.bases.forEach(base -> sure.addAll(lookup.classes(base)));
    }
  }

  /** Where the program begins: {@code main} and its like, outside of all scopes. */
  List<Draft> entries() {
    return all.stream()
        .filter(draft -> draft.kind == Draft.Kind.FUNCTION)
        .filter(draft -> draft.scope.isEmpty() && ENTRIES.contains(draft.name))
        .toList();
  }

  Reach reach(Draft draft) {
    if (reached.contains(draft)) {
      return Reach.REACHED;
    }
    return perhaps.contains(draft) ? Reach.ASSUMED : Reach.UNREACHED;
  }

  /**
   * All that some functions lead to, themselves included.
   *
   * @param withAssumed whether also where the parser did not follow
   */
  Set<Draft> closure(Collection<Draft> from, boolean withAssumed) {
    Set<Draft> found = new HashSet<>(from);
    Deque<Draft> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      Draft draft = open.pop();
      follow(certain.getOrDefault(draft, Set.of()), found, open);
      if (withAssumed) {
        follow(assumed.getOrDefault(draft, Set.of()), found, open);
      }
    }
    return found;
  }

  private static void follow(Set<Draft> to, Set<Draft> found, Deque<Draft> open) {
    for (Draft next : to) {
      if (found.add(next)) {
        open.push(next);
      }
    }
  }
}
