package simul.spec.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/** How one end frames what it sends, in sentences. */
final class FramingWords {
  private final Spec spec;
  private final Sender sender;
  private final PacketTable table;

  private FramingWords(Spec spec, Sender sender) {
    this.spec = spec;
    this.sender = sender;
    this.table = PacketTable.of(spec, sender);
  }

  /** One line. */
  static String of(Spec spec, Sender sender) {
    return new FramingWords(spec, sender).text();
  }

  private String text() {
    List<String> sentences = new ArrayList<>();
    if (!table.openings().isEmpty()) {
      sentences.add(
          "the stream starts with "
              + table.openings().stream().map(PacketLayout::name).collect(Collectors.joining(", "))
              + ", once and without a header");
    }
    Framing framing = spec.framing(sender);
    if (framing instanceof Framing.Enveloped enveloped) {
      sentences.add(envelope(enveloped));
      sentences.addAll(inner(enveloped.inner()));
    } else {
      sentences.addAll(inner(framing));
    }
    return String.join("; ", sentences) + ".";
  }

  private static String envelope(Framing.Enveloped framing) {
    FieldType.Number used = (FieldType.Number) framing.used().type();
    boolean first = framing.usedOffset() == 0;
    return "frames of "
        + framing.bytes()
        + " bytes, each with several packets from byte "
        + (first ? used.scalar().bytes() : 0)
        + " on; a "
        + used.scalar().word()
        + " at "
        + framing.usedOffset()
        + " says how many bytes they fill";
  }

  private List<String> inner(Framing framing) {
    if (table.regular().isEmpty()) {
      return List.of("nothing follows");
    }
    List<String> sentences = new ArrayList<>();
    if (framing instanceof Framing.LengthPrefixed prefixed) {
      sentences.add(
          "every packet has a header with its length in "
              + place(table.length().orElseThrow())
              + ", which counts "
              + (prefixed.counts() == Framing.Counts.WHOLE
                  ? "the whole packet"
                  : "what follows the header"));
    } else if (table.frameBytesOfAll().isPresent()) {
      sentences.add("every packet has " + table.frameBytesOfAll().getAsInt() + " bytes");
    } else {
      sentences.add("no length on the wire: which packet it is says how long it is");
    }
    sentences.add(telling());
    return sentences;
  }

  private String telling() {
    if (table.type().isPresent()) {
      return place(table.type().get()) + " says which packet it is";
    }
    return table.regular().size() == 1
        ? "there is no packet but " + table.regular().get(0).name()
        : "what always stands in a packet says which it is";
  }

  private static String place(FieldLayout field) {
    return field.name() + " (" + field.scalar().word() + " at " + field.offset() + ")";
  }
}
