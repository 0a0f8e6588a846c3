package simul.spec.header;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simul.spec.header.Annotation.Told;
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

  /** Parts that have a place of their own in the text. */
  private static final Set<String> WRITTEN =
      Set.of("name", "title", "port", "encoding", "framing", "header", "roles", "world");

  private static final Set<String> NUMBERS =
      Set.of("world.width", "world.height", "world.max-clients");

  private final SpecDraft draft;
  private final Annotations told;
  private final YamlLines lines = new YamlLines();

  private SpecWriter(SpecDraft draft) {
    this.draft = draft;
    this.told = draft.header().annotations();
  }

  /**
   * The text of the spec.
   *
   * @param name what the spec is to be called, in the language's form
   * @param files the names of the files that it comes from
   */
  public static String write(SpecDraft draft, String name, List<String> files) {
    return lines(draft, name, String.join(", ", files)).text();
  }

  /** The same with what is told where. */
  static YamlLines lines(SpecDraft draft, String name, String files) {
    SpecWriter writer = new SpecWriter(draft);
    writer.write(name, files);
    return writer.lines;
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
    boolean toldName = draft.toldName().filter(name::equals).isPresent();
    lines.add("name: " + YamlLines.word(name) + (toldName ? YamlLines.remark(Hunch.TOLD) : ""));
    title(files);
    world(WorldNumber.PORT, "port", "");
    told.parts().values().stream()
        .filter(part -> !part.path().contains(".") && !WRITTEN.contains(part.path()))
        .forEach(part -> lines.told("", part));
    lines.blank().comment("Layout: what the bytes are.");
    encoding();
    framing();
    types();
    packets();
    lines.blank().comment("Meaning: what the packets say.");
    lines.addAll(RolesWriter.write(draft));
    lines.blank().add("world:");
    world(WorldNumber.WIDTH, "width", "  ");
    world(WorldNumber.HEIGHT, "height", "  ");
    world(WorldNumber.MAX_CLIENTS, "max-clients", "  ");
    told.section("world").stream()
        .filter(part -> !NUMBERS.contains(part.path()))
        .forEach(part -> lines.told("  ", part));
    leftOut();
  }

  private void title(String files) {
    Optional<AnnotationPart> part = told.part("title");
    if (part.isPresent()) {
      lines.told("", part.get());
      return;
    }
    String title = YamlLines.clean(files).replace("\\", "\\\\").replace("\"", "\\\"");
    lines.add("title: \"Imported from " + title + "\"");
  }

  /** The packing is what the compiler does; the rest only the header can tell. */
  private void encoding() {
    List<AnnotationPart> parts = told.section("encoding");
    if (draft.packing() != 1 || !parts.isEmpty()) {
      lines.add("encoding:");
      lines.add("  pack: " + draft.packing());
      parts.forEach(part -> lines.told("  ", part));
    }
  }

  private void framing() {
    DraftFraming client = draft.framing(Sender.CLIENT);
    DraftFraming server = draft.framing(Sender.SERVER);
    boolean sameHeader = client.hasHeaderOf(server);
    if (told.tells("framing")) {
      toldFraming(sameHeader);
      return;
    }
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

  private void toldFraming(boolean sameHeader) {
    lines.add("framing:");
    for (AnnotationPart part : told.section("framing")) {
      Optional<Sender> sender =
          Arrays.stream(Sender.values())
              .filter(end -> part.path().equals("framing." + end.word()))
              .findFirst();
      if (sender.isEmpty()) {
        lines.told("  ", part);
        continue;
      }
      lines.add("  " + part.key() + ":" + YamlLines.remark(Hunch.TOLD));
      if (part.isBlock() || !part.value().startsWith("{") || part.lines().size() > 1) {
        lines.inside("    ", part);
      } else if (FlowEntries.areInBraces(part.value())) {
        FlowEntries.inBraces(part.value())
            .forEach((key, value) -> lines.told("    " + key + ": " + value, part.place()));
      } else {
        // It stands as it is for the loader to say what is wrong with it.
        lines.told("    " + part.value(), part.place());
      }
      if (!sameHeader) {
        header(draft.framing(sender.get()), "    ");
      }
    }
    if (sameHeader) {
      header(draft.framing(Sender.CLIENT), "");
    }
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
      framing.header().forEach(field -> field.write(lines, indent + "  "));
    }
  }

  private void types() {
    if (!draft.types().isEmpty()) {
      lines.blank().add("types:");
      draft.types().values().forEach(lines::addAll);
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
      if (packet.isOpening()) {
        lines.add("    phase: opening" + YamlLines.remark(Hunch.TOLD));
      }
      Optional<Told> tail = packet.told().told("then");
      if (!packet.fields().isEmpty() || tail.isPresent()) {
        lines.add("    fields:");
        packet.fields().forEach(field -> field.write(lines, "      "));
        tail.ifPresent(
            then ->
                lines.told("      - " + then.text() + YamlLines.remark(Hunch.TOLD), then.place()));
      }
    }
  }

  private void type(DraftPacket packet) {
    Optional<Told> told = packet.told().told("type");
    if (told.isPresent() && packet.type().isPresent()) {
      String line = "    type: " + packet.type().getAsLong();
      lines.told(line + YamlLines.remark(Hunch.TOLD), told.get().place());
      return;
    }
    boolean typed =
        !packet.isOpening()
            && packet
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

  private void world(WorldNumber number, String name, String indent) {
    Optional<AnnotationPart> part = told.part((indent.isEmpty() ? "" : "world.") + name);
    if (part.isPresent()) {
      lines.told(indent, withNumber(part.get()));
      return;
    }
    String key = indent + name + ": ";
    Hunch<Long> hunch = draft.guess().world().get(number);
    if (hunch != null && hunch.value() >= 1 && hunch.value() <= MOST.get(number)) {
      lines.guessed(key + hunch.value(), hunch.reason());
    } else if (HANDOUT.containsKey(number)) {
      lines.guessed(key + HANDOUT.get(number), "the header does not say, the handout has so many");
    }
  }

  /** A constant of the header may stand for its number. */
  private AnnotationPart withNumber(AnnotationPart part) {
    if (part.lines().size() > 1) {
      return part;
    }
    String number = Annotations.number(part.value(), draft.header());
    return new AnnotationPart(part.path(), part.place(), List.of(part.key() + ": " + number));
  }

  private void leftOut() {
    List<String> notes = ImportTable.notes(draft);
    if (!notes.isEmpty()) {
      lines.blank().comment("What is not in this spec, or looks like a mistake in the header:");
      notes.forEach(note -> lines.comment("  " + note));
    }
  }
}
