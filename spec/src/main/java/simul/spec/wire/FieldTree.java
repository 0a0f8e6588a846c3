package simul.spec.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders a stream packet by packet and field by field; see {@link HexDump#fieldTree}. */
final class FieldTree {
  private static final int FAULT_CONTEXT_BYTES = 16;

  /** An array of more is cut short: what matters is at its start. */
  private static final int MOST_ELEMENTS = 10;

  private final FrameDecoder decoder;
  private final List<String> lines = new ArrayList<>();
  private final long offset;

  /** A tree of bytes that start so far into their stream. */
  FieldTree(FrameDecoder decoder, long offset) {
    this.decoder = decoder;
    this.offset = offset;
  }

  List<String> render(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      switch (decoder.next(bytes, at, bytes.length)) {
        case COMPLETE -> {
          packets(bytes, at);
          at += decoder.lengthBytes();
        }
        case NEED_MORE -> {
          stop(bytes, at, bytes.length - at, "the start of a packet");
          return lines;
        }
        case INVALID -> {
          stop(bytes, at, decoder.fault().offset(), decoder.fault().message());
          return lines;
        }
      }
    }
    return lines;
  }

  private void packets(byte[] bytes, int frame) {
    if (decoder.packet() == null) {
      lines.add(String.format(Locale.ROOT, "%04x  a frame without a packet", offset + frame));
      return;
    }
    do {
      packet(decoder.packet(), bytes, frame + decoder.packetOffset(), decoder.packetBytes());
    } while (decoder.nextPacket());
  }

  private void packet(PacketLayout packet, byte[] bytes, int at, int length) {
    lines.add(String.format(Locale.ROOT, "%04x  %s", offset + at, packet.name()));
    packet.header().forEach(part -> part(part, bytes, at, length, ""));
    packet.parts().forEach(part -> part(part, bytes, at, length, ""));
  }

  private void part(Part part, byte[] bytes, int base, int length, String prefix) {
    if (part instanceof FieldLayout field) {
      String hex = HexDump.hex(bytes, base + field.offset(), base + field.end());
      long value = field.read(bytes, base);
      String named = field.nameOf(value).map(name -> " " + name).orElse("");
      line(
          base + field.offset(),
          hex,
          field.scalar().word()
              + " "
              + prefix
              + field.name()
              + " = "
              + field.scalar().text(value)
              + named);
    } else if (part instanceof TextLayout text) {
      String value = text.isText() ? " = \"" + printable(text.read(bytes, base)) + "\"" : "";
      int size = text.end() - text.offset();
      String hex =
          HexDump.hex(bytes, base + text.offset(), base + text.offset() + Math.min(size, 4));
      String type = text.isText() ? "text " : "bytes ";
      line(base + text.offset(), size > 4 ? hex + ".." : hex, type + prefix + text.name() + value);
    } else {
      array((ArrayLayout) part, bytes, base, length);
    }
  }

  private void array(ArrayLayout array, byte[] bytes, int base, int length) {
    int count = array.count(bytes, base, length);
    for (int i = 0; i < Math.min(count, MOST_ELEMENTS); i++) {
      for (Part part : array.element()) {
        boolean bare = part.name().equals(array.name());
        String prefix = bare ? "[" + i + "] " : array.name() + "[" + i + "].";
        part(part, bytes, array.element(base, i), length, prefix);
      }
    }
    if (count > MOST_ELEMENTS) {
      int rest = array.element(base, MOST_ELEMENTS);
      line(rest, "..", (count - MOST_ELEMENTS) + " more of " + array.name());
    }
  }

  private void line(int at, String hex, String text) {
    lines.add(String.format(Locale.ROOT, "%04x    %-12s%s", offset + at, hex, text));
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cc}", ".");
  }

  private void stop(byte[] bytes, int at, int caret, String message) {
    int to = Math.min(bytes.length, at + FAULT_CONTEXT_BYTES);
    lines.add(String.format(Locale.ROOT, "%04x  %s", offset + at, HexDump.hex(bytes, at, to)));
    lines.add(" ".repeat(6 + 3 * Math.min(caret, FAULT_CONTEXT_BYTES)) + "^ " + message);
  }
}
