package simul.spec.load;

import java.util.Optional;
import java.util.OptionalDouble;
import simul.spec.model.Coordinates;
import simul.spec.model.WorldRules;
import simul.spec.model.WorldRules.Audience;
import simul.spec.model.WorldRules.BlockedReply;
import simul.spec.model.WorldRules.Edge;
import simul.spec.model.WorldRules.Full;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.Value;

/** Binds the rules of the game; what a file leaves out is as in the handout. */
final class WorldBinder {
  private final Problems problems;

  WorldBinder(Problems problems) {
    this.problems = problems;
  }

  WorldRules bind(Reader world) {
    Audience audience = world.choice("sees", Audience.class).orElse(Audience.ALL);
    if ((audience == Audience.VIEW) != world.has("view")) {
      problems.error(
          world.place(world.has("view") ? "view" : "sees"),
          "view says how far clients see where sees is view, and only there");
    }
    return new WorldRules(
        (int) world.whole("width", 1),
        (int) world.whole("height", 1),
        world.choice("edge", Edge.class).orElse(Edge.STAY),
        !world.text("cells").orElse("shared").equals("single"),
        coordinates(world),
        new WorldRules.Telling(
            audience,
            (int) world.whole("view", 0),
            world.choice("blocked-reply", BlockedReply.class).orElse(BlockedReply.OPTIONAL),
            !world.text("told").orElse("each").equals("latest")),
        slots(world));
  }

  private static Coordinates coordinates(Reader world) {
    return new Coordinates(
        world.number("step").filter(step -> step > 0).orElse(1.0),
        item(world, "origin", 0).orElse(0),
        item(world, "origin", 1).orElse(0),
        world.text("y").orElse("down").equals("up"));
  }

  private WorldRules.Slots slots(Reader world) {
    double npcFrom = item(world, "npc-ids", 0).orElse(0);
    double npcTo = item(world, "npc-ids", 1).orElse(-1);
    if (world.has("npc-ids") && npcTo < npcFrom) {
      problems.error(world.place("npc-ids"), "npc-ids ends below its start");
    }
    return new WorldRules.Slots(
        (int) world.whole("max-clients", 1),
        (int) world.whole("first-id", 0),
        !world.text("ids").orElse("slots").equals("any"),
        world.choice("full", Full.class).orElse(Full.CLOSE),
        (int) npcFrom,
        (int) npcTo);
  }

  private static OptionalDouble item(Reader world, String key, int index) {
    Optional<Double> number =
        world.get(key).orElse(null) instanceof Value.Sequence list
                && index < list.items().size()
                && list.items().get(index) instanceof Value.Scalar scalar
            ? Optional.ofNullable(scalar.number())
            : Optional.empty();
    return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
