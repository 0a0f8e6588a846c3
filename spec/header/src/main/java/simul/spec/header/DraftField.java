package simul.spec.header;

import java.util.OptionalInt;

/**
 * A field of a drafted packet, header or struct.
 *
 * @param name as the spec calls it
 * @param path as the header calls it, within its packet: {@code header.size}; empty for filler
 * @param offset bytes from the start of the packet or struct
 * @param bytes width, all elements together
 * @param alignment what its offset is a multiple of, packing aside
 * @param type the spec language's word
 * @param count how many elements; empty when it is a single one
 * @param told what the header tells of it
 */
record DraftField(
    String name,
    String path,
    int offset,
    int bytes,
    int alignment,
    String type,
    OptionalInt count,
    Annotation told) {

  static DraftField filler(String name, int offset, int bytes) {
    return new DraftField(
        name, "", offset, bytes, 1, "bytes", OptionalInt.of(bytes), Annotation.NONE);
  }

  int end() {
    return offset + bytes;
  }

  boolean isFiller() {
    return path.isEmpty();
  }

  DraftField named(String newName) {
    return new DraftField(newName, path, offset, bytes, alignment, type, count, told);
  }

  /** As the spec language writes it. */
  private String text() {
    StringBuilder text = new StringBuilder("{ name: ");
    text.append(YamlLines.word(name)).append(", type: ").append(type);
    count.ifPresent(number -> text.append(", count: ").append(number));
    told.told("range").ifPresent(range -> text.append(", range: ").append(range.text()));
    told.told("value").ifPresent(value -> text.append(", value: ").append(value.text()));
    return text.append(" }").toString();
  }

  /** Adds it to a list of fields, with what the header tells of it marked. */
  void write(YamlLines lines, String indent) {
    String item = indent + "- " + text();
    told.place()
        .ifPresentOrElse(
            place -> lines.told(item + YamlLines.remark(Hunch.TOLD), place), () -> lines.add(item));
  }

  /** Whether two headers that have it at this place are the same there. */
  boolean isLike(DraftField other) {
    return text().equals(other.text());
  }
}
