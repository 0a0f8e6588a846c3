package simul.spec.load;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import simul.spec.model.Direction;
import simul.spec.model.Event;
import simul.spec.model.Scalar;

/** The grammar of the spec language, version 1. */
final class SpecShape {
  static final int VERSION = 1;

  /** A name as C++ has it, Korean letters allowed. */
  static final Pattern NAME = Pattern.compile("^[\\p{L}_][\\p{L}\\p{N}_]*$");

  private static final Pattern SPEC_NAME = Pattern.compile("^[a-z][a-z0-9-]*$");
  private static final Shape NAME_SHAPE = new Shape.Text(NAME, "a name");
  private static final Shape ANY_WHOLE = new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE);

  /** The file as a whole. */
  static final Shape.Mapping ROOT =
      Shape.Mapping.of()
          .required("spec", new Shape.Whole(VERSION, VERSION))
          .required("name", new Shape.Text(SPEC_NAME, "a short name (a-z, 0-9, -)"))
          .optional("title", new Shape.Text(Pattern.compile("^.+$"), "one line of text"))
          .optional("port", new Shape.Whole(1, 65535))
          .optional(
              "encoding",
              Shape.Mapping.of().optional("endian", new Shape.Choice(List.of("little", "big"))))
          .required("framing", framing())
          .required("header", Shape.Sequence.of(field(), 1))
          .optional("types", new Shape.Named(enumeration()))
          .required("packets", Shape.Sequence.of(packet(), 1))
          .required("roles", roles())
          .required("world", world());

  private SpecShape() {}

  private static Shape framing() {
    return Shape.Mapping.of()
        .required(
            "length",
            Shape.Mapping.of()
                .required("field", NAME_SHAPE)
                .optional("counts", new Shape.Choice(List.of("whole", "body"))))
        .required("type", Shape.Mapping.of().required("field", NAME_SHAPE));
  }

  private static Shape field() {
    return Shape.Mapping.of()
        .required("name", NAME_SHAPE)
        .required("type", NAME_SHAPE)
        .optional("range", new Shape.Sequence(ANY_WHOLE, 2, 2));
  }

  private static Shape enumeration() {
    List<String> scalars = Arrays.stream(Scalar.values()).map(Scalar::word).toList();
    return Shape.Mapping.of()
        .required("enum", new Shape.Choice(scalars))
        .required("values", new Shape.Named(ANY_WHOLE));
  }

  private static Shape packet() {
    return Shape.Mapping.of()
        .required("name", NAME_SHAPE)
        .required("type", ANY_WHOLE)
        .required("from", new Shape.Choice(List.of("client", "server")))
        .optional("fields", Shape.Sequence.of(field(), 0));
  }

  private static Shape roles() {
    Shape send =
        Shape.Mapping.of()
            .required("send", NAME_SHAPE)
            .optional("set", new Shape.Named(new Shape.WholeOrName()));
    Shape.Mapping move = Shape.Mapping.of();
    for (Direction direction : Direction.values()) {
      move.required(direction.name(), send);
    }
    Shape.Mapping roles = Shape.Mapping.of().required("move", move);
    for (Event.Role role : Event.Role.values()) {
      roles.required(role.word(), Shape.Sequence.of(event(role), 1));
    }
    return roles;
  }

  private static Shape event(Event.Role role) {
    List<String> occurrences = Arrays.stream(Event.When.values()).map(Event.When::word).toList();
    Shape.Mapping event =
        Shape.Mapping.of()
            .required("packet", NAME_SHAPE)
            .optional("when", new Shape.Choice(occurrences))
            .required("id", NAME_SHAPE);
    return switch (role) {
      case POSITION -> event.required("x", NAME_SHAPE).required("y", NAME_SHAPE);
      case SELF, ENTER -> event.optional("x", NAME_SHAPE).optional("y", NAME_SHAPE);
      case LEAVE -> event;
    };
  }

  private static Shape world() {
    // 65,536 cells each way keep every cell within the arithmetic of an int.
    Shape cells = new Shape.Whole(1, 65_536);
    return Shape.Mapping.of()
        .required("width", cells)
        .required("height", cells)
        // A million IDs is what the largest crowd that one machine can hold needs, with room.
        .required("max-clients", new Shape.Whole(1, 1_000_000))
        .optional("blocked-reply", new Shape.Choice(List.of("always", "never", "optional")));
  }
}
