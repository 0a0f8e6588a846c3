package simul.spec.load;

import java.util.List;
import simul.spec.yaml.Shape;

/** The grammar of a spec's world rules. */
final class WorldShape {
  /** An ID, or a bound of IDs; within an int with room to count on. */
  private static final Shape ID = new Shape.Whole(-1_000_000_000, 1_000_000_000);

  private WorldShape() {}

  static Shape world() {
    // 65,536 cells each way keep every cell within the arithmetic of an int.
    Shape cells = new Shape.Whole(1, 65_536);
    return Shape.Mapping.of()
        .required("width", cells)
        .required("height", cells)
        // A million IDs is what the largest crowd that one machine can hold needs, with room.
        .required("max-clients", new Shape.Whole(1, 1_000_000))
        .optional("blocked-reply", new Shape.Choice(List.of("always", "never", "optional")))
        .optional("edge", new Shape.Choice(List.of("stay", "wrap", "free")))
        .optional("cells", new Shape.Choice(List.of("shared", "single")))
        .optional("step", new Shape.Number(0.001, 1e9))
        .optional("origin", new Shape.Sequence(new Shape.Number(-1e9, 1e9), 2, 2))
        .optional("y", new Shape.Choice(List.of("down", "up")))
        .optional("sees", new Shape.Choice(List.of("all", "others", "mover", "view")))
        .optional("view", cells)
        .optional("told", new Shape.Choice(List.of("each", "latest")))
        .optional("ids", new Shape.Choice(List.of("slots", "any")))
        .optional("first-id", ID)
        .optional("full", new Shape.Choice(List.of("close", "packet", "silence", "admit")))
        .optional("npc-ids", new Shape.Sequence(ID, 2, 2));
  }
}
