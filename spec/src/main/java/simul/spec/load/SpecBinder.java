package simul.spec.load;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Encoding;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Roles;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.model.WorldRules;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.Value;

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

  /** The spec, or empty when the file has errors. */
  Optional<Spec> bind(Value value) {
    Reader root = Reader.of(value);
    Encoding encoding = encoding(root.map("encoding"));
    FieldBinder fields = new FieldBinder(problems, root, encoding.pack());
    LayoutBinder layout = new LayoutBinder(problems, fields);
    Map<Sender, Framing> framings = layout.framings(root);
    List<Packet> packets = layout.packets(root);
    WorldRules world = new WorldBinder(problems).bind(root.map("world"));
    Roles roles =
        new RoleBinder(problems, framings, packets, world.slots()).bind(root.map("roles"));
    if (problems.anyError() || framings.size() < Sender.values().length) {
      return Optional.empty();
    }
    String name = root.text("name").orElseThrow();
    Spec spec =
        new Spec(
            name,
            root.text("title").orElse(name),
            (int) root.whole("port", DEFAULT_PORT),
            encoding,
            framings,
            packets,
            roles,
            world);
    new Completeness(problems, root, spec).check();
    return problems.anyError() ? Optional.empty() : Optional.of(spec);
  }

  private static Encoding encoding(Reader reader) {
    return new Encoding(
        reader.text("endian").orElse("little").equals("big"),
        (int) reader.whole("pack", 1),
        charset(reader.text("text").orElse("utf-8")));
  }

  private static Charset charset(String word) {
    return switch (word) {
      case "ascii" -> StandardCharsets.US_ASCII;
      case "ms949" -> Charset.forName("MS949");
      default -> StandardCharsets.UTF_8;
    };
  }
}
