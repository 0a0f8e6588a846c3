package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which struct became which packet, and why: the rows of a table for people. */
public final class ImportTable {
  private static final List<String> HEADINGS =
      List.of("struct", "packet", "from", "type", "roles", "because");

  private ImportTable() {}

  /** The lines of the table, headings first, columns aligned; none when there is no packet. */
  public static List<String> of(SpecDraft draft) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    draft.packets().forEach(packet -> rows.add(row(packet)));
    return rows.size() == 1 ? List.of() : aligned(rows);
  }

  /** What is no packet of the draft and why, and what looks like a mistake; each with its place. */
  public static List<String> notes(SpecDraft draft) {
    return Stream.of(
            draft.header().refusals().stream().map(Refusal::toString),
            draft.leftOut().stream().map(SpecDraft.LeftOut::toString),
            draft.header().remarks().stream().map(Remark::toString))
        .flatMap(notes -> notes)
        .map(YamlLines::clean)
        .toList();
  }

  private static List<String> row(DraftPacket packet) {
    List<String> reasons = new ArrayList<>();
    packet.sender().ifPresent(sender -> reasons.add("from: " + sender.reason()));
    reasons.add("type: " + packet.typeReason());
    packet.guess().roles().forEach(role -> reasons.add(word(role) + ": " + role.reason()));
    return List.of(
        packet.struct(),
        packet.name(),
        packet.sender().map(sender -> sender.value().word()).orElse("?"),
        packet.type().isPresent() ? String.valueOf(packet.type().getAsLong()) : "?",
        packet.guess().roles().isEmpty()
            ? "-"
            : packet.guess().roles().stream()
                .map(ImportTable::word)
                .collect(Collectors.joining(",")),
        YamlLines.clean(String.join("; ", reasons)));
  }

  private static String word(Hunch<PacketGuess.Role> role) {
    return role.value().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static List<String> aligned(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        boolean last = i == row.size() - 1;
        line.append(row.get(i)).append(last ? "" : " ".repeat(width - row.get(i).length() + 2));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
