package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a compiler is asked about a header: expressions in C++, each with the answer that {@link
 * HeaderReader} gives.
 */
final class Questions {

  /** An integer expression of C++. */
  record Question(String label, String expression, long answer) {}

  private final Header header;
  private final List<Question> list = new ArrayList<>();

  private Questions(Header header) {
    this.header = header;
  }

  /** Sizes, alignments, offsets, element widths, signs, and the values of constants. */
  static List<Question> layout(Header header) {
    Questions questions = new Questions(header);
    header.structs().forEach(questions::addStruct);
    header.allConstants().forEach(questions::addConstant);
    return questions.list;
  }

  private void addStruct(Struct struct) {
    String type = type(struct);
    String name = struct.qualifiedName();
    add("sizeof " + name, "sizeof(" + type + ")", struct.bytes());
    add("alignof " + name, "alignof(" + type + ")", struct.alignment());
    for (Member member : struct.members()) {
      String label = name + "." + member.name();
      String memberType = "decltype(" + type + "::" + member.name() + ")";
      String element = "bare<" + memberType + ">::type";
      add(
          "offset " + label,
          "__builtin_offsetof(" + type + ", " + member.name() + ")",
          member.offset());
      add("sizeof " + label, "sizeof(" + memberType + ")", member.bytes());
      add("element " + label, "sizeof(" + element + ")", member.element().bytes());
      signed(member.element())
          .ifPresent(
              signed ->
                  add(
                      "signed " + label,
                      "(" + element + ")-1 < (" + element + ")0",
                      signed ? 1 : 0));
    }
  }

  /** A struct that only a member names has no name of its own in C++. */
  private String type(Struct struct) {
    boolean namedByMember =
        header
            .struct(struct.scope())
            .flatMap(outer -> outer.member(struct.name()))
            .map(Member::element)
            .filter(element -> element instanceof ElementType.Nested)
            .isPresent();
    return namedByMember
        ? "bare<decltype(" + struct.qualifiedName() + ")>::type"
        : struct.qualifiedName();
  }

  private static Optional<Boolean> signed(ElementType element) {
    if (element instanceof ElementType.Whole whole) {
      return Optional.of(whole.scalar().signed());
    }
    return element instanceof ElementType.Character ? Optional.of(true) : Optional.empty();
  }

  private void addConstant(Constant constant) {
    add("value " + constant.qualifiedName(), constant.qualifiedName(), constant.value());
  }

  private void add(String label, String expression, long answer) {
    list.add(new Question(label, "(long long)(" + expression + ")", answer));
  }

  /** The struct's name in C++, and what a new one holds, by member. */
  static Map<String, Map<String, Preset>> presets(Header header) {
    Questions questions = new Questions(header);
    Map<String, Map<String, Preset>> presets = new java.util.LinkedHashMap<>();
    for (Struct struct : header.structs()) {
      if (!struct.presets().isEmpty()) {
        presets.put(questions.type(struct), struct.presets());
      }
    }
    return presets;
  }
}
