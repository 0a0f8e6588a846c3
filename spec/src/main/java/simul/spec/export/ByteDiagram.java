package simul.spec.export;

import java.util.ArrayList;
import java.util.List;
import simul.spec.model.Encoding;
import simul.spec.model.FieldType;
import simul.spec.model.Spec;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/**
 * Fields drawn as boxes in the order of their bytes, each with its offset above its left edge, in
 * lines of text; structs are taken apart, arrays are one box.
 */
final class ByteDiagram {
  private static final int WIDTH = 76;

  /** Lines within a box: name, type, what it may hold. */
  private static final int ROWS = 3;

  private final Encoding encoding;
  private final List<Cell> cells = new ArrayList<>();
  private int end;

  private ByteDiagram(Encoding encoding) {
    this.encoding = encoding;
  }

  /** A box. */
  private record Cell(int offset, List<String> rows) {
    int width() {
      int widest = rows.stream().mapToInt(ByteDiagram::columns).max().orElse(0);
      return Math.max(widest, String.valueOf(offset).length());
    }
  }

  /** A whole packet. */
  static List<String> of(PacketTable table, PacketLayout packet, Spec spec) {
    ByteDiagram diagram = new ByteDiagram(spec.encoding());
    for (Member member : Members.of(packet.packet(), spec).list()) {
      diagram.add(member, 0, "", framed(table, packet, member));
    }
    if (packet.isFixed()) {
      diagram.fillUp(packet.lengthBytes());
    }
    return diagram.lines(packet.isFixed() ? String.valueOf(packet.lengthBytes()) : "..");
  }

  /** A struct, its offsets from its own start. */
  static List<String> of(FieldType.Struct struct, Spec spec) {
    ByteDiagram diagram = new ByteDiagram(spec.encoding());
    Members members = Members.of(struct, spec.encoding());
    members.list().forEach(member -> diagram.add(member, 0, "", ""));
    diagram.fillUp(members.paddedBytes());
    return diagram.lines(String.valueOf(members.paddedBytes()));
  }

  /** What the framing has in a field of a packet. */
  private static String framed(PacketTable table, PacketLayout packet, Member member) {
    if (packet.packet().opening()) {
      return "";
    }
    if (table.length().map(FieldLayout::name).filter(member.name()::equals).isPresent()) {
      return packet.isFixed() ? "= " + table.lengthValue(packet.lengthBytes()) : "length";
    }
    boolean type = table.type().map(FieldLayout::name).filter(member.name()::equals).isPresent();
    return type ? "= " + packet.type() : "";
  }

  private void add(Member member, int base, String prefix, String framed) {
    fillUp(base + member.offset());
    if (member.field().type() instanceof FieldType.Struct struct) {
      for (Member inner : Members.of(struct, encoding).list()) {
        add(inner, base + member.offset(), prefix + member.name() + ".", "");
      }
      fillUp(base + member.end());
      return;
    }
    String allowed = framed.isEmpty() ? TypeWords.allowed(member.field()) : framed;
    String type = TypeWords.type(member.field().type());
    cells.add(new Cell(end, List.of(prefix + member.name(), type, allowed)));
    end = base + member.end();
  }

  /** A box for the bytes up to there, if there are any. */
  private void fillUp(int to) {
    if (to > end) {
      cells.add(new Cell(end, List.of("", "unused", "")));
      end = to;
    }
  }

  /** The boxes, as many side by side as there is room for. */
  private List<String> lines(String endOffset) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < cells.size()) {
      int to = from + 1;
      int width = cells.get(from).width() + 4;
      while (to < cells.size() && width + cells.get(to).width() + 3 <= WIDTH) {
        width += cells.get(to).width() + 3;
        to++;
      }
      String behind = to < cells.size() ? String.valueOf(cells.get(to).offset()) : endOffset;
      draw(cells.subList(from, to), behind, lines);
      from = to;
    }
    return lines;
  }

  private static void draw(List<Cell> row, String behind, List<String> lines) {
    StringBuilder offsets = new StringBuilder();
    StringBuilder rule = new StringBuilder();
    for (Cell cell : row) {
      offsets.append(padded(String.valueOf(cell.offset()), cell.width() + 3));
      rule.append('+').append("-".repeat(cell.width() + 2));
    }
    lines.add(offsets.append(behind).toString());
    lines.add(rule.append('+').toString());
    for (int i = 0; i < ROWS; i++) {
      int line = i;
      if (row.stream().anyMatch(cell -> !cell.rows().get(line).isEmpty())) {
        StringBuilder text = new StringBuilder();
        row.forEach(c -> text.append("| ").append(padded(c.rows().get(line), c.width() + 1)));
        lines.add(text.append('|').toString());
      }
    }
    lines.add(rule.toString());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - columns(text)));
  }

  /** How many columns text takes on a terminal; Korean and Chinese characters take two. */
  private static int columns(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HANGUL, HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }
}
