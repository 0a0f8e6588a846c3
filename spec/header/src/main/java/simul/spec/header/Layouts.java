package simul.spec.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IType;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTCompositeTypeSpecifier.ICPPASTBaseSpecifier;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPClassType;
import simul.spec.header.Declarations.StructSource;
import simul.spec.header.Refusal.Reason;

/** The structs, laid out when first asked for, each once. */
final class Layouts {
  private final Translation translation;
  private final Declarations declarations;
  private final Types types;
  private final Packing packing;
  private final Map<StructSource, Optional<Struct>> done = new LinkedHashMap<>();
  private final Set<StructSource> underway = new HashSet<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  Layouts(Translation translation, Declarations declarations, Types types, Packing packing) {
    this.translation = translation;
    this.declarations = declarations;
    this.types = types;
    this.packing = packing;
  }

  /** The structs laid out so far, each after those that it needs. */
  Map<StructSource, Struct> laidOut() {
    Map<StructSource, Struct> structs = new LinkedHashMap<>();
    done.forEach((source, struct) -> struct.ifPresent(value -> structs.put(source, value)));
    return structs;
  }

  /** Why structs were refused so far: an entry for each obstacle. */
  List<Refusal> refusals() {
    return refusals;
  }

  /** What was laid out on an assumption. */
  List<Remark> remarks() {
    return remarks;
  }

  /**
   * A struct's layout.
   *
   * @throws Unimportable when it has none; why is among the refusals
   */
  Struct struct(StructSource source) throws Unimportable {
    Optional<Struct> struct = tryStruct(source);
    int line = translation.place(source.node()).line();
    return struct.orElseThrow(
        () ->
            new Unimportable(
                Reason.DEPENDENCY,
                "a " + named(source) + ", which cannot be imported (line " + line + ")"));
  }

  private static String named(StructSource source) {
    return source.name().isEmpty() ? "struct without a name" : source.qualifiedName();
  }

  /** A struct's layout, or empty when it has none; why is then among the refusals. */
  Optional<Struct> tryStruct(StructSource source) {
    if (!done.containsKey(source) && underway.add(source)) {
      Optional<Struct> struct = layOut(source);
      underway.remove(source);
      done.put(source, struct);
    }
    return done.getOrDefault(source, Optional.empty());
  }

  private Optional<Struct> layOut(StructSource source) {
    int before = refusals.size();
    if (declarations.isOpen(source.node())) {
      // Which was refused where it was found.
      return Optional.empty();
    }
    if (source.isUnion()) {
      refuse(source, source.node(), Types.union());
    } else if (source.name().isEmpty() && !isMember(source)) {
      refuse(source, source.node(), new Unimportable(Reason.UNNAMED, "nothing gives it a name"));
    } else if (declarations.isDuplicate(source)) {
      refuse(
          source,
          source.node(),
          new Unimportable(Reason.DUPLICATE, "the name has been defined before"));
    }
    int pragma = packing.at(translation.offset(source.node()));
    MemberList members = new MemberList(source, translation, types, this, pragma);
    Optional<Struct> base = base(source);
    base.ifPresent(members::inherit);
    members.addAll();
    // A member struct that is refused in between has its own entries; one entry here is enough.
    if (refusals.stream().skip(before).anyMatch(r -> r.subject().equals(subject(source)))) {
      return Optional.empty();
    }
    return Optional.of(
        new Struct(
            source.scope(),
            source.name(),
            source.aliases(),
            base.map(Struct::qualifiedName),
            members.bytes(),
            members.packing(),
            members.alignment(),
            members.list(),
            Map.of(),
            translation.place(source.node())));
  }

  private static boolean isMember(StructSource source) {
    return source.node().getParent().getParent() instanceof IASTCompositeTypeSpecifier;
  }

  /** The layout of a struct that is defined where it is used. */
  Struct struct(IASTCompositeTypeSpecifier node) throws Unimportable {
    return struct(declarations.struct(node));
  }

  void refuse(StructSource source, IASTNode node, Unimportable obstacle) {
    refusals.add(obstacle.refusal(subject(source), translation.place(node)));
  }

  private static String subject(StructSource source) {
    return source.name().isEmpty()
        ? Declarations.join(source.scope(), "(unnamed)")
        : source.qualifiedName();
  }

  void remark(Place place, String text) {
    remarks.add(new Remark(place, text));
  }

  private Optional<Struct> base(StructSource source) {
    ICPPASTBaseSpecifier[] specifiers = source.node().getBaseSpecifiers();
    try {
      if (specifiers.length > 1) {
        throw new Unimportable(
            Reason.SEVERAL_BASES, "it inherits from " + specifiers.length + " structs");
      }
      return specifiers.length == 0 ? Optional.empty() : Optional.of(base(specifiers[0]));
    } catch (Unimportable obstacle) {
      refuse(source, specifiers[0], obstacle);
      return Optional.empty();
    }
  }

  private Struct base(ICPPASTBaseSpecifier specifier) throws Unimportable {
    if (specifier.isVirtual()) {
      throw new Unimportable(Reason.VIRTUAL, "a virtual base puts a hidden pointer into it");
    }
    String spelling = Snippet.of(specifier.getNameSpecifier());
    if (specifier.getNameSpecifier().resolveBinding() instanceof IType type) {
      try {
        types.shape(type, spelling);
      } catch (Unimportable obstacle) {
        throw new Unimportable(obstacle.reason(), "its base is " + obstacle.getMessage());
      }
      if (Types.plain(type) instanceof ICPPClassType struct) {
        return struct(declarations.struct(struct).orElseThrow());
      }
    }
    throw new Unimportable(
        Reason.UNKNOWN_TYPE, "none of the given files defines its base " + spelling);
  }
}
