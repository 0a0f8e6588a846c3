package simul.spec.header;

import java.util.OptionalInt;

/**
 * A field of a drafted packet, header or struct.
 *
 * @param name as the spec calls it
 * @param path as the header calls it, within its packet: {@code header.size}; empty for filler
 * @param offset bytes from the start of the packet or struct
 * @param bytes width, all elements together
 * @param type the spec language's word
 * @param count how many elements; empty when it is a single one
 */
record DraftField(String name, String path, int offset, int bytes, String type, OptionalInt count) {

  static DraftField filler(String name, int offset, int bytes) {
    return new DraftField(name, "", offset, bytes, "bytes", OptionalInt.of(bytes));
  }

  int end() {
    return offset + bytes;
  }

  boolean isFiller() {
    return path.isEmpty();
  }

  DraftField named(String newName) {
    return new DraftField(newName, path, offset, bytes, type, count);
  }

  /** As the spec language writes it. */
  String text() {
    String counted = count.isPresent() ? ", count: " + count.getAsInt() : "";
    return "{ name: " + YamlLines.word(name) + ", type: " + type + counted + " }";
  }
}
