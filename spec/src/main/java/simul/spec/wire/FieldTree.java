package simul.spec.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders a stream frame by frame and field by field; see {@link HexDump#fieldTree}. */
final class FieldTree {
  private static final int FAULT_CONTEXT_BYTES = 16;

  private final PacketTable table;
  private final long offset;

  /** A tree of bytes that start so far into their stream. */
  FieldTree(PacketTable table, long offset) {
    this.table = table;
    this.offset = offset;
  }

  List<String> render(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    FrameDecoder decoder = table.newDecoder();
    int at = 0;
    while (at < bytes.length) {
      switch (decoder.next(bytes, at, bytes.length)) {
        case COMPLETE -> {
          frame(lines, decoder.packet(), bytes, at);
          at += decoder.lengthBytes();
        }
        case NEED_MORE -> {
          stop(lines, bytes, at, bytes.length - at, "the start of a packet");
          return lines;
        }
        case INVALID -> {
          stop(lines, bytes, at, decoder.fault().offset(), decoder.fault().message());
          return lines;
        }
      }
    }
    return lines;
  }

  private void frame(List<String> lines, PacketLayout packet, byte[] bytes, int at) {
    lines.add(String.format(Locale.ROOT, "%04x  %s", offset + at, packet.name()));
    for (FieldLayout field : packet.header()) {
      lines.add(field(field, bytes, at));
    }
    for (FieldLayout field : packet.fields()) {
      lines.add(field(field, bytes, at));
    }
  }

  private String field(FieldLayout field, byte[] bytes, int frame) {
    long value = field.read(bytes, frame);
    String hex = HexDump.hex(bytes, frame + field.offset(), frame + field.end());
    String named = field.nameOf(value).map(name -> " " + name).orElse("");
    return String.format(
        Locale.ROOT,
        "%04x    %-12s%s %s = %d%s",
        offset + frame + field.offset(),
        hex,
        field.scalar().word(),
        field.name(),
        value,
        named);
  }

  private void stop(List<String> lines, byte[] bytes, int at, int caret, String message) {
    int to = Math.min(bytes.length, at + FAULT_CONTEXT_BYTES);
    lines.add(String.format(Locale.ROOT, "%04x  %s", offset + at, HexDump.hex(bytes, at, to)));
    lines.add(" ".repeat(6 + 3 * Math.min(caret, FAULT_CONTEXT_BYTES)) + "^ " + message);
  }
}
