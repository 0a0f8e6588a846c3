package simul.spec.export;

import java.util.List;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.PacketLayout;

/** A spec as a page in Markdown, with the diagrams that {@link SpecText} has. */
public final class MarkdownPage {
  private final StringBuilder page = new StringBuilder();

  private MarkdownPage() {}

  /** The whole page. */
  public static String of(Spec spec) {
    MarkdownPage page = new MarkdownPage();
    page.write(spec);
    return page.page.toString();
  }

  private void write(Spec spec) {
    line("# " + spec.name());
    line("");
    line(escaped(spec.title()) + ".");
    line("TCP port " + spec.port() + "; " + SpecText.encoding(spec) + ".");
    line("This page is generated from the spec: `simul spec export --to markdown`.");
    List<String> enumerations = PacketWords.enumerations(spec);
    if (!enumerations.isEmpty()) {
      line("");
      enumerations.forEach(words -> line("- " + escaped(words)));
    }
    for (Sender sender : Sender.values()) {
      line("");
      line("## From the " + sender.word());
      line("");
      String framing = FramingWords.of(spec, sender);
      line(escaped(Character.toUpperCase(framing.charAt(0)) + framing.substring(1)));
      PacketWords words = new PacketWords(spec, sender);
      words.packets().forEach(packet -> packet(words, packet));
    }
    line("");
    line("## What the packets say");
    line("");
    line("| role | packet |");
    line("| --- | --- |");
    RoleWords.of(spec).forEach(role -> line("| " + role.role() + " | " + cell(role.text()) + " |"));
    line("");
    line("A place is written as the bytes from the first to the one behind the last.");
    RoleWords.note(spec).ifPresent(this::line);
    line("");
    line("## The rules of the world");
    line("");
    WorldWords.of(spec.world()).forEach(sentence -> line("- " + sentence));
  }

  private void packet(PacketWords words, PacketLayout packet) {
    line("");
    line("### " + escaped(PacketWords.title(packet)));
    line("");
    line("```");
    words.lines(packet).forEach(this::line);
    line("```");
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  private static String cell(String text) {
    return escaped(text).replace("|", "\\|");
  }

  /** Text whose characters mean nothing to Markdown. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1").replaceAll("\\s+", " ");
  }
}
