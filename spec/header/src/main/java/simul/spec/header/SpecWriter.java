package simul.spec.header;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import simul.spec.header.Guess.WorldNumber;
import simul.spec.model.Sender;

/**
 * Writes a drafted spec as text of the spec language. Everything guessed has its reason behind it,
 * what is unknown stands as a comment that says what to fill in, and what was left out is listed at
 * the end: the text is valid YAML always, and a spec as soon as nothing is missing.
 */
public final class SpecWriter {
  /** The board of the handout, and its players. */
  private static final Map<WorldNumber, Long> HANDOUT =
      Map.of(WorldNumber.WIDTH, 8L, WorldNumber.HEIGHT, 8L, WorldNumber.MAX_CLIENTS, 10L);

  private static final Map<WorldNumber, Long> MOST =
      Map.of(
          WorldNumber.WIDTH,
          65_536L,
          WorldNumber.HEIGHT,
          65_536L,
          WorldNumber.MAX_CLIENTS,
          1_000_000L,
          WorldNumber.PORT,
          65_535L);

  private final SpecDraft draft;
  private final YamlLines lines = new YamlLines();

  private SpecWriter(SpecDraft draft) {
    this.draft = draft;
  }

  /**
   * The text of the spec.
   *
   * @param name what the spec is to be called, in the language's form
   * @param files the names of the files that it comes from
   */
  public static String write(SpecDraft draft, String name, List<String> files) {
    SpecWriter writer = new SpecWriter(draft);
    writer.write(name, String.join(", ", files));
    return writer.lines.text();
  }

  /** A name as specs may have it, made of any words. */
  public static String nameOf(String words) {
    String name =
        words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    return name.isEmpty() ? "imported" : name;
  }

  private void write(String name, String files) {
    lines.comment("Imported from " + files + ".");
    lines.comment("Look at every line that says guessed, then delete its comment.");
    lines.add("spec: 1");
    lines.add("name: " + YamlLines.word(name));
    String title = YamlLines.clean(files).replace("\\", "\\\\").replace("\"", "\\\"");
    lines.add("title: \"Imported from " + title + "\"");
    world(WorldNumber.PORT, "port: ");
    lines.blank().comment("Layout: what the bytes are.");
    framing();
    types();
    packets();
    lines.blank().comment("Meaning: what the packets say.");
    RolesWriter.write(draft).forEach(lines::add);
    lines.blank().add("world:");
    world(WorldNumber.WIDTH, "  width: ");
    world(WorldNumber.HEIGHT, "  height: ");
    world(WorldNumber.MAX_CLIENTS, "  max-clients: ");
    leftOut();
  }

  private void framing() {
    DraftFraming client = draft.framing(Sender.CLIENT);
    DraftFraming server = draft.framing(Sender.SERVER);
    boolean sameHeader = texts(client).equals(texts(server));
    boolean same =
        sameHeader
            && client.length().equals(server.length())
            && client.type().equals(server.type())
            && client.countsBody() == server.countsBody();
    lines.add("framing:");
    if (same && client.length().isPresent()) {
      framing(client, "  ");
    } else {
      for (Sender sender : Sender.values()) {
        lines.add("  " + sender.word() + ":");
        framing(draft.framing(sender), "    ");
        if (!sameHeader) {
          header(draft.framing(sender), "    ");
        }
      }
    }
    if (sameHeader) {
      header(client, "");
    }
  }

  private static List<String> texts(DraftFraming framing) {
    return framing.header().stream().map(DraftField::text).toList();
  }

  private void framing(DraftFraming framing, String indent) {
    if (framing.length().isPresent()) {
      lines.guessed(
          indent
              + "length: { field: "
              + YamlLines.word(framing.length().get())
              + ", counts: "
              + (framing.countsBody() ? "body" : "whole")
              + " }",
          framing.lengthReason());
    } else {
      lines.guessed(indent + "size: by-packet", "no length is common to all packets");
    }
    framing
        .type()
        .ifPresent(
            type ->
                lines.guessed(
                    indent + "type: { field: " + YamlLines.word(type) + " }",
                    framing.typeReason()));
  }

  private void header(DraftFraming framing, String indent) {
    if (!framing.header().isEmpty()) {
      if (indent.isEmpty()) {
        lines.blank();
      }
      lines.add(indent + "header:");
      framing.header().forEach(field -> lines.add(indent + "  - " + field.text()));
    }
  }

  private void types() {
    if (!draft.types().isEmpty()) {
      lines.blank().add("types:");
      draft.types().forEach((name, text) -> lines.add("  " + YamlLines.word(name) + ": " + text));
    }
  }

  private void packets() {
    lines.blank();
    if (draft.packets().isEmpty()) {
      lines.add("packets: []  # fill in: nothing in the header seems to be one");
      return;
    }
    lines.add("packets:");
    for (DraftPacket packet : draft.packets()) {
      lines.add("  - name: " + YamlLines.word(packet.name()));
      type(packet);
      if (packet.sender().isPresent()) {
        lines.guessed(
            "    from: " + packet.sender().get().value().word(), packet.sender().get().reason());
      } else {
        lines.add("    # from: client  # fill in: nothing says who sends it");
      }
      if (!packet.fields().isEmpty()) {
        lines.add("    fields:");
        packet.fields().forEach(field -> lines.add("      - " + field.text()));
      }
    }
  }

  private void type(DraftPacket packet) {
    boolean typed =
        packet
            .sender()
            .map(sender -> draft.framing(sender.value()).type().isPresent())
            .orElse(packet.type().isPresent());
    if (!typed) {
      return;
    }
    if (packet.type().isPresent()) {
      lines.guessed("    type: " + packet.type().getAsLong(), packet.typeReason());
    } else {
      lines.add("    # type: NUMBER  # fill in: " + YamlLines.clean(packet.typeReason()));
    }
  }

  private void world(WorldNumber number, String key) {
    Hunch<Long> hunch = draft.guess().world().get(number);
    if (hunch != null && hunch.value() >= 1 && hunch.value() <= MOST.get(number)) {
      lines.guessed(key + hunch.value(), hunch.reason());
    } else if (HANDOUT.containsKey(number)) {
      lines.guessed(key + HANDOUT.get(number), "the header does not say, the handout has so many");
    }
  }

  private void leftOut() {
    List<String> notes = ImportTable.notes(draft);
    if (!notes.isEmpty()) {
      lines.blank().comment("What is not in this spec, or looks like a mistake in the header:");
      notes.forEach(note -> lines.comment("  " + note));
    }
  }
}
