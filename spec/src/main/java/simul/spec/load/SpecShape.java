package simul.spec.load;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import simul.spec.model.Direction;
import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.model.Scalar;
import simul.spec.yaml.Shape;

/** The grammar of the spec language, version 1. */
final class SpecShape {
  static final int VERSION = 1;

  /** A name as C++ has it, Korean letters allowed. */
  static final Pattern NAME = Pattern.compile("^[\\p{L}_][\\p{L}\\p{N}_]*$");

  /** A field's name; behind dots the names within structs, in brackets the index in an array. */
  static final Pattern PATH =
      Pattern.compile(
          "^[\\p{L}_][\\p{L}\\p{N}_]*(\\[(\\$self|[0-9]+)\\])?(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*$");

  private static final Pattern SPEC_NAME = Pattern.compile("^[a-z][a-z0-9-]*$");
  private static final Shape NAME_SHAPE = new Shape.Text(NAME, "a name");
  private static final Shape PATH_SHAPE = new Shape.Text(PATH, "the name of a field");
  private static final Shape ANY_WHOLE = new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
  private static final Shape ANY_NUMBER = new Shape.Number(-1e15, 1e15);
  private static final Shape ANY_TEXT = new Shape.Text(Pattern.compile("^[\\s\\S]*$"), "text");

  /** A field of more bytes is no game packet's. */
  private static final int MOST_ELEMENTS = 65_536;

  /** The file as a whole. */
  static final Shape.Mapping ROOT =
      Shape.Mapping.of()
          .required("spec", new Shape.Whole(VERSION, VERSION))
          .required("name", new Shape.Text(SPEC_NAME, "a short name (a-z, 0-9, -)"))
          .optional("title", new Shape.Text(Pattern.compile("^.+$"), "one line of text"))
          .optional("port", new Shape.Whole(1, 65535))
          .optional("encoding", encoding())
          .optional("constants", named(ANY_WHOLE))
          .required("framing", framing())
          .optional("header", Shape.Sequence.of(field(), 1))
          .optional("types", named(type()))
          .required("packets", Shape.Sequence.of(packet(), 1))
          .required("roles", roles())
          .required("world", WorldShape.world());

  private SpecShape() {}

  private static Shape encoding() {
    return Shape.Mapping.of()
        .optional("endian", new Shape.Choice(List.of("little", "big")))
        .optional("pack", new Shape.AnyOf(packings(), "1, 2, 4 or 8"))
        .optional("text", new Shape.Choice(List.of("ascii", "utf-8", "ms949")));
  }

  private static List<Shape> packings() {
    return List.of(
        new Shape.Whole(1, 1), new Shape.Whole(2, 2), new Shape.Whole(4, 4), new Shape.Whole(8, 8));
  }

  private static Shape framing() {
    return new Shape.Either(
        "client",
        Shape.Mapping.of().required("client", oneFraming()).required("server", oneFraming()),
        prefixed());
  }

  private static Shape oneFraming() {
    return new Shape.Either("size", sized(), prefixed());
  }

  private static Shape.Mapping prefixed() {
    Shape.Mapping length =
        Shape.Mapping.of()
            .required("field", NAME_SHAPE)
            .optional("counts", new Shape.Choice(List.of("whole", "body")));
    return common(Shape.Mapping.of().required("length", length));
  }

  private static Shape.Mapping sized() {
    return common(
        Shape.Mapping.of()
            .required(
                "size",
                new Shape.AnyOf(
                    List.of(
                        new Shape.Whole(1, MOST_ELEMENTS), new Shape.Choice(List.of("by-packet"))),
                    "a number of bytes or by-packet")));
  }

  private static Shape.Mapping common(Shape.Mapping framing) {
    Shape.Mapping envelope =
        Shape.Mapping.of()
            .required("bytes", new Shape.Whole(2, MOST_ELEMENTS))
            .required("used", new Shape.Choice(integers()))
            .required("at", new Shape.Whole(0, MOST_ELEMENTS));
    return framing
        .optional("type", Shape.Mapping.of().required("field", NAME_SHAPE))
        .optional("header", Shape.Sequence.of(field(), 1))
        .optional("envelope", envelope);
  }

  private static List<String> integers() {
    return Arrays.stream(Scalar.values()).filter(Scalar::integer).map(Scalar::word).toList();
  }

  private static Shape field() {
    return Shape.Mapping.of()
        .required("name", NAME_SHAPE)
        .required("type", NAME_SHAPE)
        .optional(
            "count",
            new Shape.AnyOf(
                List.of(new Shape.Whole(1, MOST_ELEMENTS), NAME_SHAPE),
                "a number, a constant, a field or rest"))
        .optional("range", new Shape.Sequence(ANY_WHOLE, 2, 2))
        .optional(
            "value",
            new Shape.AnyOf(List.of(ANY_NUMBER, ANY_TEXT), "a number, an enum value or text"));
  }

  private static Shape type() {
    return new Shape.Either(
        "struct",
        Shape.Mapping.of()
            .required("struct", Shape.Sequence.of(field(), 1))
            .optional("pack", new Shape.AnyOf(packings(), "1, 2, 4 or 8")),
        Shape.Mapping.of()
            .required("enum", new Shape.Choice(integers()))
            .required("values", named(ANY_WHOLE)));
  }

  private static Shape packet() {
    return Shape.Mapping.of()
        .required("name", NAME_SHAPE)
        .optional("type", ANY_WHOLE)
        .required("from", new Shape.Choice(List.of("client", "server")))
        .optional("phase", new Shape.Choice(List.of("opening", "any")))
        .optional("fields", Shape.Sequence.of(field(), 0));
  }

  private static Shape roles() {
    Shape send = send();
    Shape.Mapping move = Shape.Mapping.of();
    for (Direction direction : Direction.values()) {
      move.required(direction.name(), send);
    }
    Shape.Mapping roles =
        Shape.Mapping.of()
            .optional("identity", new Shape.Choice(identities()))
            .optional("hello", Shape.Sequence.of(send, 1))
            .required("move", move)
            .optional("poke", send)
            .optional("bye", Shape.Sequence.of(send, 1));
    for (Event.Role role : Event.Role.values()) {
      roles.optional(role.word(), Shape.Sequence.of(event(role), 1));
    }
    return roles.optional("snapshot", Shape.Sequence.of(snapshot(), 1));
  }

  private static List<String> identities() {
    return Arrays.stream(Roles.Identity.values()).map(Roles.Identity::word).toList();
  }

  /** A mapping whose keys are names. */
  private static Shape named(Shape value) {
    return new Shape.Named(value, NAME);
  }

  private static Shape send() {
    Shape value =
        new Shape.AnyOf(
            List.of(ANY_NUMBER, ANY_TEXT), "a number, an enum value, text or a variable");
    return Shape.Mapping.of()
        .required("send", NAME_SHAPE)
        .optional("set", new Shape.Named(value, PATH));
  }

  private static Shape condition() {
    return new Shape.Named(
        new Shape.AnyOf(List.of(ANY_NUMBER, NAME_SHAPE), "a number or an enum value"), PATH);
  }

  private static Shape event(Event.Role role) {
    List<String> occurrences = Arrays.stream(Event.When.values()).map(Event.When::word).toList();
    Shape.Mapping event =
        Shape.Mapping.of()
            .required("packet", NAME_SHAPE)
            .optional("when", new Shape.Choice(occurrences))
            .optional("where", condition())
            .optional("unless", condition());
    return switch (role) {
      case POSITION ->
          event
              .optional("id", PATH_SHAPE)
              .required("x", PATH_SHAPE)
              .required("y", PATH_SHAPE)
              .optional("echo", PATH_SHAPE);
      case SELF, ENTER ->
          event.required("id", PATH_SHAPE).optional("x", PATH_SHAPE).optional("y", PATH_SHAPE);
      case LEAVE -> event.required("id", PATH_SHAPE);
      case REFUSED -> event;
    };
  }

  private static Shape snapshot() {
    return Shape.Mapping.of()
        .required("packet", NAME_SHAPE)
        .optional("id", PATH_SHAPE)
        .required("x", PATH_SHAPE)
        .required("y", PATH_SHAPE)
        .optional("where", condition())
        .optional("unless", condition());
  }
}
