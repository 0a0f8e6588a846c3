package simul.spec.header;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A struct or class of a header, laid out as Windows compilers do.
 *
 * @param scope namespaces and structs around it, joined by {@code ::}; empty at file level
 * @param name the name after {@code struct}, or else what a typedef or a member calls it
 * @param aliases further names that its own {@code typedef} gives it
 * @param base qualified name of the struct that it inherits from
 * @param bytes size, with padding at the end
 * @param packing the largest alignment that its members may have; 16 and more for any
 * @param alignment the largest of its members', as the packing bounds it
 * @param members all of them, inherited ones first, in the order of their offsets
 * @param presets what initialisers and constructors of the header give members, by name; those of a
 *     nested struct with its member before a dot ({@code header.type})
 */
public record Struct(
    String scope,
    String name,
    List<String> aliases,
    Optional<String> base,
    int bytes,
    int packing,
    int alignment,
    List<Member> members,
    Map<String, Preset> presets,
    Place place) {
  public Struct {
    aliases = List.copyOf(aliases);
    members = List.copyOf(members);
    presets = Collections.unmodifiableMap(new LinkedHashMap<>(presets));
  }

  /** The name with its scope, as {@link ElementType.Nested} refers to it. */
  public String qualifiedName() {
    return scope.isEmpty() ? name : scope + "::" + name;
  }

  /** The member of that name. */
  public Optional<Member> member(String memberName) {
    return members.stream().filter(member -> member.name().equals(memberName)).findFirst();
  }

  Struct with(Map<String, Preset> newPresets) {
    return new Struct(
        scope, name, aliases, base, bytes, packing, alignment, members, newPresets, place);
  }
}
