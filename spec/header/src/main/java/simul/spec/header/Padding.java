package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a packing puts fields, and the filler for what it does not account for. */
final class Padding {
  private Padding() {}

  /** The largest alignment of a field. */
  static int alignment(List<DraftField> fields, int packing) {
    return fields.stream().mapToInt(field -> Math.min(packing, field.alignment())).max().orElse(1);
  }

  /** Whether no field, nor the end, is in front of where that packing puts it. */
  static boolean fits(List<DraftField> fields, int bytes, int packing) {
    int end = 0;
    for (DraftField field : fields) {
      if (field.offset() < aligned(end, Math.min(packing, field.alignment()))) {
        return false;
      }
      end = field.end();
    }
    int largest = alignment(fields, packing);
    return bytes >= aligned(end, largest) && bytes % largest == 0;
  }

  /** The same with filler wherever bytes are left out that the packing does not leave out. */
  static List<DraftField> filled(List<DraftField> fields, int bytes, int packing) {
    Set<String> taken = fields.stream().map(DraftField::name).collect(Collectors.toSet());
    List<DraftField> result = new ArrayList<>();
    int end = 0;
    int number = 1;
    for (DraftField field : fields) {
      int alignment = Math.min(packing, field.alignment());
      if (field.offset() > aligned(end, alignment)) {
        number = freeNumber(taken, number);
        result.add(DraftField.filler("pad" + number++, end, field.offset() - end));
      }
      result.add(field);
      end = field.end();
    }
    if (bytes > aligned(end, alignment(fields, packing))) {
      number = freeNumber(taken, number);
      result.add(DraftField.filler("pad" + number, end, bytes - end));
    }
    return result;
  }

  private static int aligned(int at, int alignment) {
    return (at + alignment - 1) / alignment * alignment;
  }

  private static int freeNumber(Set<String> taken, int number) {
    int free = number;
    while (taken.contains("pad" + free)) {
      free++;
    }
    return free;
  }
}
