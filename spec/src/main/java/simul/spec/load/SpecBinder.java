package simul.spec.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Roles;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.model.WorldRules;

/**
 * Turns a file's values into a {@link Spec} and checks what the grammar cannot: names that must
 * resolve, numbers that must fit. It also reads files that failed the grammar, as far as they go,
 * so that one run shows every problem; what is missing or of the wrong shape it passes over
 * silently, for the grammar's check has named it.
 */
final class SpecBinder {
  /** The handout's port. */
  private static final long DEFAULT_PORT = 9000;

  private final Problems problems;

  SpecBinder(Problems problems) {
    this.problems = problems;
  }

  /** The spec, or empty when the file has problems. */
  Optional<Spec> bind(Value value) {
    Reader root = Reader.of(value);
    FieldBinder fields = new FieldBinder(problems, root.map("types"));
    LayoutBinder layout = new LayoutBinder(problems, fields);
    Optional<Framing.LengthPrefixed> framing = layout.framing(root);
    List<Packet> packets = layout.packets(root);
    WorldRules world = world(root.map("world"));
    Roles roles =
        new RoleBinder(problems, framing, packets, world.maxClients()).bind(root.map("roles"));
    if (problems.any() || framing.isEmpty()) {
      return Optional.empty();
    }
    String name = root.text("name").orElseThrow();
    boolean bigEndian = root.map("encoding").text("endian").orElse("little").equals("big");
    return Optional.of(
        new Spec(
            name,
            root.text("title").orElse(name),
            (int) root.whole("port", DEFAULT_PORT),
            bigEndian,
            bothEnds(framing.get()),
            packets,
            roles,
            world));
  }

  /** Both ends frame alike until the language can say otherwise. */
  private static Map<Sender, Framing> bothEnds(Framing framing) {
    Map<Sender, Framing> framings = new EnumMap<>(Sender.class);
    for (Sender sender : Sender.values()) {
      framings.put(sender, framing);
    }
    return framings;
  }

  private static WorldRules world(Reader world) {
    return new WorldRules(
        (int) world.whole("width", 1),
        (int) world.whole("height", 1),
        world
            .choice("blocked-reply", WorldRules.BlockedReply.class)
            .orElse(WorldRules.BlockedReply.OPTIONAL),
        (int) world.whole("max-clients", 1));
  }
}
