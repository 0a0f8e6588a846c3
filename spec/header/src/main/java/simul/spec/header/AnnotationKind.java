package simul.spec.header;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import simul.spec.model.Scalar;

/**
 * A declaration that an annotation may be about.
 *
 * @param noun what it is
 * @param keys what may be told of it
 * @param member itself, where it is a member
 */
record AnnotationKind(String noun, String name, List<String> keys, Optional<Member> member) {
  private static final Pattern NAME = Pattern.compile("\"?[\\p{L}_][\\p{L}\\p{N}_]*\"?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  static AnnotationKind of(Struct struct) {
    return new AnnotationKind(
        "struct",
        struct.qualifiedName(),
        List.of("packet", "from", "type", "phase", "then", "name"),
        Optional.empty());
  }

  static AnnotationKind of(Enumeration enumeration) {
    return new AnnotationKind(
        "enumeration", enumeration.qualifiedName(), List.of("name"), Optional.empty());
  }

  static AnnotationKind of(Constant value) {
    return new AnnotationKind(
        "value of an enumeration", value.qualifiedName(), List.of("name"), Optional.empty());
  }

  /** A member; the same one in the structs that inherit it. */
  static AnnotationKind of(Member member) {
    return new AnnotationKind(
        "member",
        member.owner() + "::" + member.name(),
        List.of("name", "type", "range", "value"),
        Optional.of(member.at(0, "")));
  }

  boolean isType() {
    return noun.equals("struct") || noun.equals("enumeration");
  }

  /** Why that cannot be told of it; empty when it can. */
  String wrong(String key, String value, Header header) {
    if (!keys.contains(key)) {
      return "of a " + noun + " may be told " + String.join(", ", keys);
    }
    return switch (key) {
      case "packet", "name" -> NAME.matcher(value).matches() ? "" : "it must be a name";
      case "from" ->
          List.of("client", "server").contains(value) ? "" : "it must be client or server";
      case "phase" -> value.equals("opening") ? "" : "it must be opening";
      case "then" -> wrongTail(value);
      case "type" ->
          member.map(found -> wrongType(value, found)).orElse(wrongNumber(value, header));
      default -> "";
    };
  }

  private static String wrongNumber(String value, Header header) {
    boolean known = Annotations.constant(value, header).isPresent();
    return known || WHOLE.matcher(value).matches()
        ? ""
        : "it must be a number or a constant of the header";
  }

  private static String wrongTail(String value) {
    try {
      Map<String, String> field = FlowEntries.inBraces(value);
      return field.keySet().containsAll(List.of("name", "type", "count"))
          ? ""
          : "it must be { name: NAME, type: TYPE, count: COUNT }";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** A type that C++ lacks must be as long as the member is. */
  private static String wrongType(String value, Member member) {
    boolean bytes = member.element().bytes() == 1 && !member.dimensions().isEmpty();
    if (value.equals("bytes") || value.equals("fill")) {
      return bytes ? "" : value + " must be an array of bytes";
    }
    Optional<Scalar> decimal = Scalar.parse(value).filter(Scalar::decimal);
    if (decimal.isEmpty()) {
      return "it may be bytes, fill, dec1, dec2, dec3 or dec4; any other type C++ says itself";
    }
    int digits = decimal.get().bytes();
    boolean fits =
        bytes
            && member.dimensions().size() <= 2
            && member.dimensions().get(member.dimensions().size() - 1) == digits;
    return fits ? "" : value + " must be an array of " + digits + " bytes";
  }
}
