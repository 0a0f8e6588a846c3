package simul.spec.export;

import java.util.List;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.PacketLayout;

/** A spec as plain text for a terminal: packets with diagrams, roles, rules of the world. */
public final class SpecText {
  private SpecText() {}

  /** The whole text. */
  public static String of(Spec spec) {
    StringBuilder text = new StringBuilder();
    text.append(spec.name()).append(": ").append(spec.title()).append('\n');
    text.append("port ").append(spec.port()).append("; ").append(encoding(spec)).append('\n');
    for (Sender sender : Sender.values()) {
      text.append("from the ").append(sender.word()).append(": ");
      text.append(FramingWords.of(spec, sender)).append('\n');
    }
    PacketWords.enumerations(spec).forEach(line -> text.append(line).append('\n'));
    for (Sender sender : Sender.values()) {
      text.append("\nPACKETS FROM THE ").append(sender).append('\n');
      packets(text, new PacketWords(spec, sender));
    }
    text.append("\nROLES\n");
    List<RoleWords.Line> roles = RoleWords.of(spec);
    int width = roles.stream().mapToInt(line -> line.role().length()).max().orElse(0);
    roles.forEach(
        line ->
            text.append("  ")
                .append(line.role())
                .append(": ")
                .append(" ".repeat(width - line.role().length()))
                .append(line.text())
                .append('\n'));
    RoleWords.note(spec).ifPresent(note -> text.append("  ").append(note).append('\n'));
    text.append("\nWORLD\n");
    WorldWords.of(spec.world()).forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }

  private static void packets(StringBuilder text, PacketWords words) {
    for (PacketLayout packet : words.packets()) {
      text.append("\n  ").append(PacketWords.title(packet)).append('\n');
      words.lines(packet).forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }

  /** Byte order, padding and text. */
  static String encoding(Spec spec) {
    int pack = spec.encoding().pack();
    return "numbers are "
        + (spec.encoding().bigEndian() ? "big-endian" : "little-endian")
        + (pack == 1
            ? ", without padding"
            : ", each at a multiple of its size, but of no more than " + pack);
  }
}
