package simul.spec.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import simul.spec.header.PacketGuess.Purpose;

/**
 * Turns structs into fields of the spec language: padding becomes filler, so that with packing 1
 * every field stands where the compiler puts it. Collects the types that the fields need.
 */
final class FieldDrafter {
  /** More elements than the spec language lets a field have. */
  private static final int MOST_ELEMENTS = 65_536;

  private static final Set<String> BUILT_IN =
      Set.of(
          "char", "wchar", "bytes", "bool", "f32", "f64", "dec1", "dec2", "dec3", "dec4", "u8",
          "i8", "u16", "i16", "u32", "i32", "u64", "i64");

  private final Header header;

  /** Names of types by the qualified names of what they come from. */
  private final Map<String, String> names = new LinkedHashMap<>();

  /** Definitions by name, each after those that it needs. */
  private final Map<String, String> types = new LinkedHashMap<>();

  FieldDrafter(Header header) {
    this.header = header;
  }

  /** The definitions of the types that the fields drafted so far need. */
  Map<String, String> types() {
    return types;
  }

  /**
   * The fields of a packet; a struct in front that holds its length or type is taken apart.
   *
   * @throws IllegalArgumentException when the spec language cannot say it
   */
  List<DraftField> packet(PacketGuess packet) {
    List<DraftField> fields = new ArrayList<>();
    collect(packet.struct(), "", 0, packet, fields);
    return filled(unique(fields), packet.struct().bytes());
  }

  private void collect(
      Struct struct, String prefix, int offset, PacketGuess packet, List<DraftField> fields) {
    for (Member member : struct.members()) {
      String path = prefix + member.name();
      Optional<Struct> nested = Leaf.nested(member, header);
      if (nested.isPresent() && member.dimensions().isEmpty() && holdsHeader(packet, path)) {
        collect(nested.get(), path + ".", offset + member.offset(), packet, fields);
      } else {
        fields.add(field(member, path, offset, isHeader(packet, path)));
      }
    }
  }

  private static boolean holdsHeader(PacketGuess packet, String path) {
    return List.of(Purpose.LENGTH, Purpose.TYPE).stream()
        .anyMatch(
            purpose -> packet.path(purpose).filter(p -> p.startsWith(path + ".")).isPresent());
  }

  private static boolean isHeader(PacketGuess packet, String path) {
    return packet.path(Purpose.LENGTH).filter(path::equals).isPresent()
        || packet.path(Purpose.TYPE).filter(path::equals).isPresent();
  }

  private DraftField field(Member member, String path, int offset, boolean plain) {
    int count = member.count();
    if (count > MOST_ELEMENTS) {
      throw new IllegalArgumentException(path + " has more than " + MOST_ELEMENTS + " elements");
    }
    boolean text = isCharacter(member.element());
    boolean texts = text && member.dimensions().size() > 1;
    String type = texts ? "bytes" : type(member.element(), !member.dimensions().isEmpty(), plain);
    OptionalInt counted =
        member.dimensions().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(texts ? member.bytes() : count);
    return new DraftField(
        member.name(), path, offset + member.offset(), member.bytes(), type, counted);
  }

  private static boolean isCharacter(ElementType type) {
    return type instanceof ElementType.Character || type instanceof ElementType.WideCharacter;
  }

  private String type(ElementType element, boolean array, boolean plain) {
    if (element instanceof ElementType.Whole whole) {
      return whole.scalar().word();
    }
    if (element instanceof ElementType.Character) {
      return array ? "char" : "i8";
    }
    if (element instanceof ElementType.WideCharacter) {
      return array ? "wchar" : "u16";
    }
    if (element instanceof ElementType.Truth) {
      return plain ? "u8" : "bool";
    }
    if (element instanceof ElementType.Real real) {
      return real.bytes() == 4 ? "f32" : "f64";
    }
    if (element instanceof ElementType.Enumerated enumerated) {
      return header
          .enumeration(enumerated.enumeration())
          .filter(found -> !plain && canBeType(found))
          .map(this::define)
          .orElse(enumerated.scalar().word());
    }
    ElementType.Nested nested = (ElementType.Nested) element;
    return define(header.struct(nested.struct()).orElseThrow());
  }

  /** Whether the values fit the scalar as the spec language reads it, and there are some. */
  private static boolean canBeType(Enumeration enumeration) {
    return !enumeration.values().isEmpty()
        && enumeration.values().stream()
            .allMatch(
                value ->
                    value.value() >= enumeration.scalar().min()
                        && value.value() <= enumeration.scalar().max());
  }

  private String define(Enumeration enumeration) {
    String known = names.get(enumeration.qualifiedName());
    if (known != null) {
      return known;
    }
    String name = typeName(enumeration.name(), enumeration.qualifiedName());
    String values =
        enumeration.values().stream()
            .map(value -> YamlLines.word(value.name()) + ": " + value.value())
            .collect(Collectors.joining(", "));
    types.put(name, "{ enum: " + enumeration.scalar().word() + ", values: { " + values + " } }");
    return name;
  }

  private String define(Struct struct) {
    String known = names.get(struct.qualifiedName());
    if (known != null) {
      return known;
    }
    List<DraftField> fields = new ArrayList<>();
    Optional<String> x = pairOf(struct);
    for (Member member : struct.members()) {
      DraftField field = field(member, member.name(), 0, false);
      if (x.filter((member.name() + "[0]")::equals).isPresent()) {
        fields.add(half(field, 0, "_x"));
        fields.add(half(field, field.bytes() / 2, "_y"));
      } else {
        fields.add(field);
      }
    }
    String name = typeName(struct.name(), struct.qualifiedName());
    String list =
        filled(unique(fields), struct.bytes()).stream()
            .map(DraftField::text)
            .collect(Collectors.joining(", "));
    types.put(name, "{ struct: [ " + list + " ] }");
    return name;
  }

  /**
   * The first of a pair of coordinates in a struct. There it becomes a field of its own: of arrays
   * within the elements of an array, the spec language can name no single number.
   */
  private Optional<String> pairOf(Struct struct) {
    return Optional.ofNullable(MemberGuesser.guess(Leaf.of(struct, header)).get(Purpose.X))
        .map(Hunch::value)
        .filter(path -> path.endsWith("[0]"));
  }

  private static DraftField half(DraftField pair, int from, String suffix) {
    return new DraftField(
        pair.name() + suffix,
        pair.path() + suffix,
        pair.offset() + from,
        pair.bytes() / 2,
        elementOf(pair.type()),
        OptionalInt.empty());
  }

  private static String elementOf(String type) {
    return type.equals("char") ? "i8" : type.equals("wchar") ? "u16" : type;
  }

  /** A path in a struct, with the halves of a pair by their names. */
  static String split(String path) {
    return path.endsWith("[0]")
        ? path.substring(0, path.length() - 3) + "_x"
        : path.endsWith("[1]") ? path.substring(0, path.length() - 3) + "_y" : path;
  }

  private String typeName(String simple, String qualified) {
    String name = simple.isEmpty() ? "Unnamed" : simple;
    if (BUILT_IN.contains(name) || types.containsKey(name)) {
      name = qualified.replaceAll("[^\\p{L}\\p{N}_]+", "_");
    }
    while (BUILT_IN.contains(name) || types.containsKey(name)) {
      name += "_";
    }
    names.put(qualified, name);
    return name;
  }

  /** The same with a name of its own for each; later ones give way. */
  static List<DraftField> unique(List<DraftField> fields) {
    Set<String> taken = new HashSet<>();
    List<DraftField> result = new ArrayList<>();
    for (DraftField field : fields) {
      String name = field.name();
      while (!taken.add(name)) {
        name += "_";
      }
      result.add(field.named(name));
    }
    return result;
  }

  /** The same with filler wherever the compiler leaves bytes out. */
  private static List<DraftField> filled(List<DraftField> fields, int bytes) {
    Set<String> taken = fields.stream().map(DraftField::name).collect(Collectors.toSet());
    List<DraftField> result = new ArrayList<>();
    int end = 0;
    int number = 1;
    for (DraftField field : fields) {
      if (field.offset() > end) {
        number = freeNumber(taken, number);
        result.add(DraftField.filler("pad" + number++, end, field.offset() - end));
      }
      result.add(field);
      end = field.end();
    }
    if (bytes > end) {
      number = freeNumber(taken, number);
      result.add(DraftField.filler("pad" + number, end, bytes - end));
    }
    return result;
  }

  private static int freeNumber(Set<String> taken, int number) {
    int free = number;
    while (taken.contains("pad" + free)) {
      free++;
    }
    return free;
  }
}
