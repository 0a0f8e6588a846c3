package simul.spec.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import simul.spec.model.Spec;

/** What a spec can be turned into. */
public enum ExportFormat {
  /** A header for C++. */
  CPP(CppHeader::of),
  /** A dissector for Wireshark, in Lua. */
  WIRESHARK(WiresharkDissector::of),
  /** A page in Markdown. */
  MARKDOWN(MarkdownPage::of),
  /** Two documents for Kaitai Struct, one for each direction. */
  KAITAI(KaitaiStruct::of);

  private final Function<Spec, String> writer;

  ExportFormat(Function<Spec, String> writer) {
    this.writer = writer;
  }

  /** The spec in that format. */
  public String of(Spec spec) {
    return writer.apply(spec);
  }

  /** The format of that word. */
  public static Optional<ExportFormat> parse(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
