package simul.spec.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import simul.spec.model.Coordinates;
import simul.spec.model.Encoding;
import simul.spec.model.Field;
import simul.spec.model.Framing;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.model.WorldRules;

/**
 * The parts of a spec that C++ cannot say, as a spec file has them: what is as by default is left
 * out, and of headers there are the names alone.
 */
final class SpecEntries {
  private SpecEntries() {}

  /** Byte order and text; the packing is the structs'. */
  static Map<String, Object> encoding(Encoding encoding) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (encoding.bigEndian()) {
      entries.put("endian", "big");
    }
    if (!encoding.text().equals(StandardCharsets.UTF_8)) {
      boolean ascii = encoding.text().equals(StandardCharsets.US_ASCII);
      entries.put("text", ascii ? "ascii" : "ms949");
    }
    return entries;
  }

  /** How the stream is divided, for both directions or for each apart. */
  static Map<String, Object> framing(Spec spec) {
    Map<String, Object> client = framing(spec.framing(Sender.CLIENT));
    Map<String, Object> server = framing(spec.framing(Sender.SERVER));
    if (client.equals(server) && client.containsKey("length")) {
      return client;
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put(Sender.CLIENT.word(), client);
    entries.put(Sender.SERVER.word(), server);
    return entries;
  }

  private static Map<String, Object> framing(Framing framing) {
    Map<String, Object> entries = new LinkedHashMap<>();
    Framing inner = framing instanceof Framing.Enveloped enveloped ? enveloped.inner() : framing;
    if (inner instanceof Framing.LengthPrefixed prefixed) {
      Map<String, Object> length = new LinkedHashMap<>();
      length.put("field", prefixed.lengthField());
      length.put("counts", prefixed.counts().name().toLowerCase(Locale.ROOT));
      entries.put("length", length);
    } else if (inner instanceof Framing.Sized sized) {
      Object size = sized.frameBytes().isPresent() ? sized.frameBytes().getAsInt() : "by-packet";
      entries.put("size", size);
    }
    inner.typeField().ifPresent(field -> entries.put("type", Map.of("field", field)));
    if (framing instanceof Framing.Enveloped enveloped) {
      Map<String, Object> envelope = new LinkedHashMap<>();
      envelope.put("bytes", enveloped.bytes());
      envelope.put("used", TypeWords.type(enveloped.used().type()));
      envelope.put("at", enveloped.usedOffset());
      entries.put("envelope", envelope);
    }
    return entries;
  }

  /** The names of the header's fields: one list, or one by the word of each end. */
  static Object header(Spec spec) {
    List<Field> client = spec.framing(Sender.CLIENT).header();
    List<Field> server = spec.framing(Sender.SERVER).header();
    if (client.equals(server)) {
      return names(client);
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put(Sender.CLIENT.word(), names(client));
    entries.put(Sender.SERVER.word(), names(server));
    return entries;
  }

  private static List<String> names(List<Field> fields) {
    return new ArrayList<>(fields.stream().map(Field::name).toList());
  }

  /** The rules of the game; the numbers that the header names come by those names. */
  static Map<String, Object> world(WorldRules world) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("width", "WIDTH");
    entries.put("height", "HEIGHT");
    entries.put("max-clients", "MAX_CLIENTS");
    WorldRules handout =
        new WorldRules(
            world.width(), world.height(), WorldRules.BlockedReply.OPTIONAL, world.maxClients());
    choice(entries, "blocked-reply", world.blockedReply(), handout.blockedReply());
    choice(entries, "edge", world.edge(), handout.edge());
    if (!world.shared()) {
      entries.put("cells", "single");
    }
    Coordinates coordinates = world.coordinates();
    if (coordinates.step() != Coordinates.CELLS.step()) {
      entries.put("step", coordinates.step());
    }
    if (coordinates.originX() != 0 || coordinates.originY() != 0) {
      entries.put("origin", List.of(coordinates.originX(), coordinates.originY()));
    }
    if (coordinates.up()) {
      entries.put("y", "up");
    }
    telling(entries, world.telling());
    slots(entries, world.slots(), handout.slots());
    return entries;
  }

  private static void telling(Map<String, Object> entries, WorldRules.Telling telling) {
    choice(entries, "sees", telling.audience(), WorldRules.Audience.ALL);
    if (telling.audience() == WorldRules.Audience.VIEW) {
      entries.put("view", telling.view());
    }
    if (!telling.eachMove()) {
      entries.put("told", "latest");
    }
  }

  private static void slots(
      Map<String, Object> entries, WorldRules.Slots slots, WorldRules.Slots handout) {
    if (!slots.reused()) {
      entries.put("ids", "any");
    }
    if (slots.firstId() != handout.firstId()) {
      entries.put("first-id", slots.firstId());
    }
    choice(entries, "full", slots.full(), handout.full());
    if (slots.npcFrom() <= slots.npcTo()) {
      entries.put("npc-ids", List.of(slots.npcFrom(), slots.npcTo()));
    }
  }

  private static void choice(
      Map<String, Object> entries, String key, Enum<?> value, Enum<?> otherwise) {
    if (value != otherwise) {
      entries.put(key, value.name().toLowerCase(Locale.ROOT));
    }
  }
}
