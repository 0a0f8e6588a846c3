package simul.spec.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import simul.spec.model.Encoding;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;
import simul.spec.model.Value;

/** Fields as entries of a {@code seq} of Kaitai Struct, the padding between them included. */
final class KaitaiFields {
  private final Encoding encoding;
  private final SafeNames typeNames;
  private final SafeNames enumNames = names();
  private final Map<String, Object> types;
  private final Map<String, Object> enums = new LinkedHashMap<>();

  KaitaiFields(Encoding encoding, SafeNames typeNames, Map<String, Object> types) {
    this.encoding = encoding;
    this.typeNames = typeNames;
    this.types = types;
  }

  /** Entries, and the names that stand for their fields. */
  record Sequence(List<Map<String, Object>> seq, SafeNames names) {}

  /** Names of one scope, each a letter and then letters, digits and underscores, in lower case. */
  static SafeNames names(String... reserved) {
    return SafeNames.styled(
        Set.of(reserved),
        name -> (name.startsWith("_") ? "f" + name : name).toLowerCase(Locale.ROOT));
  }

  /** The enums that the fields have needed so far. */
  Map<String, Object> enums() {
    return enums;
  }

  Sequence sequence(List<Field> fields, int pack) {
    return behind(List.of(), fields, pack);
  }

  /** The fields that follow a header, at the places where they are behind it. */
  Sequence behind(List<Field> header, List<Field> fields, int pack) {
    List<Field> all = new ArrayList<>(header);
    all.addAll(fields);
    Members members = Members.of(all, encoding, pack);
    Sequence sequence = new Sequence(new ArrayList<>(), names());
    int end = header.isEmpty() ? 0 : members.list().get(header.size() - 1).end();
    for (Member member : members.list().subList(header.size(), members.list().size())) {
      pad(member.offset() - end, sequence);
      sequence.seq().add(entry(member.field(), sequence.names()));
      end = member.end();
    }
    if (members.tail().isEmpty()) {
      pad(members.paddedBytes() - end, sequence);
    }
    return sequence;
  }

  private static void pad(int bytes, Sequence sequence) {
    if (bytes > 0) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("id", sequence.names().of("padding" + sequence.seq().size()));
      entry.put("size", bytes);
      sequence.seq().add(entry);
    }
  }

  private Map<String, Object> entry(Field field, SafeNames names) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", names.of(field.name()));
    FieldType type = field.type();
    if (type instanceof FieldType.Array array) {
      element(field, array.element(), entry);
      repeat(array.length(), names, entry);
    } else {
      element(field, type, entry);
    }
    return entry;
  }

  private static void repeat(FieldType.Length length, SafeNames names, Map<String, Object> entry) {
    if (length instanceof FieldType.Length.Rest) {
      entry.put("repeat", "eos");
      return;
    }
    entry.put("repeat", "expr");
    entry.put(
        "repeat-expr",
        length instanceof FieldType.Length.Fixed fixed
            ? (Object) fixed.count()
            : names.of(((FieldType.Length.CountedBy) length).field()));
  }

  private void element(Field field, FieldType type, Map<String, Object> entry) {
    if (type instanceof FieldType.Struct struct) {
      entry.put("type", struct(struct));
    } else if (type instanceof FieldType.Filler filler) {
      entry.put("size", filler.bytes());
    } else if (type instanceof FieldType.Text text) {
      text(field, text, entry);
    } else {
      number(field, (FieldType.Number) type, entry);
    }
  }

  private String struct(FieldType.Struct struct) {
    String name = typeNames.of("struct_" + struct.name());
    if (!types.containsKey(name)) {
      types.put(name, Map.of("seq", sequence(struct.fields(), struct.pack()).seq()));
    }
    return name;
  }

  private void text(Field field, FieldType.Text text, Map<String, Object> entry) {
    boolean wide = text.unitBytes() == 2;
    String charset = encoding.text().name().toUpperCase(Locale.ROOT);
    entry.put("type", "str");
    entry.put("size", text.units() * text.unitBytes());
    // A two-byte zero is no terminator that Kaitai knows, so wide text keeps its zeros.
    if (!wide && field.constant().isEmpty()) {
      entry.put("terminator", 0);
    }
    String wideName = encoding.bigEndian() ? "UTF-16BE" : "UTF-16LE";
    String narrow =
        charset.equals("US-ASCII") ? "ASCII" : charset.contains("949") ? "CP949" : charset;
    entry.put("encoding", wide ? wideName : narrow);
    if (field.constant().orElse(null) instanceof Value.Text constant) {
      entry.put("valid", "'" + constant.text().replace("\\", "\\\\").replace("'", "\\'") + "'");
    }
  }

  private void number(Field field, FieldType.Number type, Map<String, Object> entry) {
    Scalar scalar = type.scalar();
    if (scalar.decimal()) {
      entry.put("type", "str");
      entry.put("size", scalar.bytes());
      entry.put("encoding", "ASCII");
      entry.put("doc", "decimal digits");
      return;
    }
    entry.put("type", scalar(scalar));
    if (type instanceof FieldType.Enumeration enumeration) {
      entry.put("enum", enumeration(enumeration));
      entry.put("valid", Map.of("in-enum", true));
    } else if (field.constant().orElse(null) instanceof Value.Bits constant) {
      entry.put("valid", literal(scalar, constant.bits()));
    } else if (!scalar.floating()
        && (field.min() > scalar.min() || field.max() < scalar.max() || scalar == Scalar.BOOL)) {
      Map<String, Object> valid = new LinkedHashMap<>();
      valid.put("min", field.min());
      valid.put("max", field.max());
      entry.put("valid", valid);
    }
  }

  private static Object literal(Scalar scalar, long bits) {
    return scalar.floating() ? (Object) scalar.number(bits) : (Object) bits;
  }

  private String enumeration(FieldType.Enumeration enumeration) {
    String name = enumNames.of(enumeration.name());
    SafeNames words = names();
    Map<Long, Object> values = new LinkedHashMap<>();
    enumeration.values().forEach((word, value) -> values.putIfAbsent(value, words.of(word)));
    enums.putIfAbsent(name, values);
    return name;
  }

  static String scalar(Scalar scalar) {
    return switch (scalar) {
      case U8, BOOL -> "u1";
      case I8 -> "s1";
      case U16 -> "u2";
      case I16 -> "s2";
      case U32 -> "u4";
      case I32 -> "s4";
      case U64 -> "u8";
      case I64 -> "s8";
      case F32 -> "f4";
      case F64 -> "f8";
      case DEC1, DEC2, DEC3, DEC4 -> "str";
    };
  }
}
