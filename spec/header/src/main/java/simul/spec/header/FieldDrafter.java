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
 * Turns structs into fields of the spec language, each where the compiler puts it: what the packing
 * does not account for becomes filler. Collects the types that the fields need.
 */
final class FieldDrafter {
  /** More elements than the spec language lets a field have. */
  private static final int MOST_ELEMENTS = 65_536;

  private static final Set<String> BUILT_IN =
      Set.of(
          "char", "wchar", "bytes", "bool", "f32", "f64", "dec1", "dec2", "dec3", "dec4", "u8",
          "i8", "u16", "i16", "u32", "i32", "u64", "i64");

  private final Header header;
  private final int packing;
  private boolean fits = true;

  /** How the spec language aligns structs, by their qualified names. */
  private final Map<String, Integer> alignments = new LinkedHashMap<>();

  /** Names of types by the qualified names of what they come from. */
  private final Map<String, String> names = new LinkedHashMap<>();

  /** Definitions by name, each after those that it needs. */
  private final Map<String, YamlLines> types = new LinkedHashMap<>();

  /**
   * @param packing the spec's, as {@link #packing} has it
   */
  FieldDrafter(Header header, int packing) {
    this.header = header;
    this.packing = packing;
  }

  /** The packing that all packets have, as specs write it; 1 where they differ. */
  static int packing(List<PacketGuess> packets) {
    List<Integer> all =
        packets.stream().map(packet -> packing(packet.struct())).distinct().toList();
    return all.size() == 1 ? all.get(0) : 1;
  }

  /** More than 8 makes no difference, for no type is aligned at more. */
  private static int packing(Struct struct) {
    return Math.min(8, struct.packing());
  }

  int packing() {
    return packing;
  }

  /** Whether every packet so far has its fields where the packing puts them, or behind that. */
  boolean fits() {
    return fits;
  }

  /** The definitions of the types that the fields drafted so far need. */
  Map<String, YamlLines> types() {
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
    int bytes =
        packet.struct().members().stream()
            .filter(this::isFill)
            .mapToInt(Member::offset)
            .findFirst()
            .orElse(packet.struct().bytes());
    fits &= Padding.fits(fields, packet.struct().bytes(), packing);
    return Padding.filled(unique(fields), bytes, packing);
  }

  private void collect(
      Struct struct, String prefix, int offset, PacketGuess packet, List<DraftField> fields) {
    for (Member member : struct.members()) {
      if (isFill(member)) {
        continue;
      }
      String path = prefix + member.name();
      Optional<Struct> nested = Leaf.nested(member, header);
      boolean single = nested.isPresent() && member.dimensions().isEmpty();
      boolean front = offset + member.offset() == 0;
      if (single && (holdsHeader(packet, path) || front && holdsToldHeader(packet, nested.get()))) {
        collect(nested.get(), path + ".", offset + member.offset(), packet, fields);
      } else {
        boolean plain = isHeader(packet, path) && !header.annotations().tells("framing");
        fields.add(field(member, path, offset, plain));
      }
    }
  }

  /** Whether a member fills the frame up behind what the packet says. */
  private boolean isFill(Member member) {
    return header.annotations().of(member).text("type").filter("fill"::equals).isPresent();
  }

  private static boolean holdsHeader(PacketGuess packet, String path) {
    return List.of(Purpose.LENGTH, Purpose.TYPE).stream()
        .anyMatch(
            purpose -> packet.path(purpose).filter(p -> p.startsWith(path + ".")).isPresent());
  }

  /** Whether a member of a struct is told to be of the header. */
  private boolean holdsToldHeader(PacketGuess packet, Struct struct) {
    List<String> told =
        packet
            .sender()
            .flatMap(sender -> header.annotations().header(sender.value()))
            .orElse(List.of());
    return struct.members().stream().anyMatch(member -> told.contains(nameOf(member)));
  }

  private String nameOf(Member member) {
    return header.annotations().of(member).text("name").orElse(member.name());
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
    Annotation told = header.annotations().of(member);
    boolean texts = isCharacter(member.element()) && member.dimensions().size() > 1;
    String type =
        told.text("type")
            .orElse(
                texts ? "bytes" : type(member.element(), !member.dimensions().isEmpty(), plain));
    OptionalInt counted =
        member.dimensions().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(type.equals("bytes") ? member.bytes() : count);
    return new DraftField(
        nameOf(member),
        path,
        offset + member.offset(),
        member.bytes(),
        alignment(member.element(), type),
        type,
        type.startsWith("dec") && told.text("type").isPresent() ? numbers(member) : counted,
        told);
  }

  /** How many numbers an array of digits holds; empty when it is a single one. */
  private static OptionalInt numbers(Member member) {
    return member.dimensions().size() == 1
        ? OptionalInt.empty()
        : OptionalInt.of(member.dimensions().get(0));
  }

  private int alignment(ElementType element, String type) {
    if (element instanceof ElementType.Nested nested) {
      return alignments.get(nested.struct());
    }
    return type.equals("bytes") ? 1 : element.bytes();
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
    Annotation told = header.annotations().of(enumeration);
    String name =
        typeName(told.text("name").orElse(enumeration.name()), enumeration.qualifiedName());
    String values =
        enumeration.values().stream()
            .map(value -> YamlLines.word(valueName(value)) + ": " + value.value())
            .collect(Collectors.joining(", "));
    String scalar = enumeration.scalar().word();
    String text = "{ enum: " + scalar + ", values: { " + values + " } }";
    types.put(name, new YamlLines().add("  " + YamlLines.word(name) + ": " + text));
    return name;
  }

  /** What the spec calls a value of an enumeration. */
  String valueName(Constant value) {
    return header.annotations().of(value).text("name").orElse(value.name());
  }

  /** Defines the type that is called so, where it is one of the header's. */
  void define(String typeName) {
    for (Enumeration enumeration : header.enumerations()) {
      Annotation told = header.annotations().of(enumeration);
      if (told.text("name").orElse(enumeration.name()).equals(typeName)) {
        define(enumeration);
        return;
      }
    }
    for (Struct struct : header.structs()) {
      Annotation told = header.annotations().of(struct);
      if (told.text("name").orElse(struct.name()).equals(typeName)) {
        define(struct);
        return;
      }
    }
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
    Annotation told = header.annotations().of(struct);
    String name = typeName(told.text("name").orElse(struct.name()), struct.qualifiedName());
    YamlLines lines = new YamlLines().add("  " + YamlLines.word(name) + ":");
    int own = Padding.fits(fields, struct.bytes(), packing(struct)) ? packing(struct) : 1;
    alignments.put(struct.qualifiedName(), Padding.alignment(fields, own));
    if (own != packing) {
      lines.add("    pack: " + own);
    }
    lines.add("    struct:");
    Padding.filled(unique(fields), struct.bytes(), own)
        .forEach(field -> field.write(lines, "      "));
    types.put(name, lines);
    return name;
  }

  /**
   * The first of a pair of coordinates in a struct. There it becomes a field of its own: of arrays
   * within the elements of an array, the spec language can name no single number. Where the roles
   * are told they name the members as they are.
   */
  private Optional<String> pairOf(Struct struct) {
    if (header.annotations().tells("roles")) {
      return Optional.empty();
    }
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
        pair.alignment(),
        elementOf(pair.type()),
        OptionalInt.empty(),
        Annotation.NONE);
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
}
