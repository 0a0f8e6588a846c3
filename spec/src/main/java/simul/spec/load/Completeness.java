package simul.spec.load;

import java.util.List;
import java.util.Optional;
import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.model.Send;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.model.WorldRules;
import simul.spec.wire.PacketTable;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.Value;

/**
 * Holds a spec whose names all resolve against what its users need: that somebody can play by it.
 * What is legal but a known mistake is a warning.
 */
final class Completeness {
  private final Problems problems;
  private final Reader root;
  private final Reader roles;
  private final Reader world;
  private final Spec spec;

  Completeness(Problems problems, Reader root, Spec spec) {
    this.problems = problems;
    this.root = root;
    this.roles = root.map("roles");
    this.world = root.map("world");
    this.spec = spec;
  }

  void check() {
    PacketSizes sizes = new PacketSizes(problems, root, spec);
    for (Sender sender : Sender.values()) {
      sizes.check(sender);
    }
    if (problems.anyError()) {
      return;
    }
    for (Sender sender : Sender.values()) {
      new Ambiguity(problems, root, PacketTable.of(spec, sender)).check();
    }
    checkIdentity();
    checkPositions();
    checkArrivals();
    checkWorld();
  }

  private boolean tells(Event.Role role) {
    return spec.roles().tells(role);
  }

  private boolean hasSnapshot() {
    return !spec.roles().snapshots().isEmpty();
  }

  private void checkIdentity() {
    Roles.Identity identity = spec.roles().identity();
    Value place = roles.place("identity");
    if (identity == Roles.Identity.TOLD && !tells(Event.Role.SELF)) {
      problems.error(
          place, "nothing tells a client its own ID: no packet plays self, and identity is told");
    }
    if (identity != Roles.Identity.TOLD && tells(Event.Role.SELF)) {
      problems.error(
          place, "identity is " + identity.word() + ", so no packet can play self as well");
    }
    if (identity == Roles.Identity.LAST && !hasSnapshot()) {
      problems.error(place, "identity is last, but no packet is a snapshot");
    }
    if (identity == Roles.Identity.CHOSEN
        && spec.roles().hello().stream().noneMatch(Completeness::saysSelf)) {
      problems.error(place, "identity is chosen, but no hello sets a field to $self");
    }
  }

  private static boolean saysSelf(Send send) {
    return send.set().values().stream()
        .anyMatch(
            value ->
                value instanceof simul.spec.model.Value.Variable variable
                    && variable.kind() == simul.spec.model.Value.Kind.SELF);
  }

  private void checkPositions() {
    if (!tells(Event.Role.POSITION) && !hasSnapshot()) {
      problems.error(
          roles.value(), "nothing tells where pieces are: no packet plays position or snapshot");
    }
    List<Reader> snapshots = roles.list("snapshot");
    for (int i = 0; i < spec.roles().snapshots().size(); i++) {
      checkSnapshot(snapshots.get(i), spec.roles().snapshots().get(i).packet());
    }
  }

  private void checkSnapshot(Reader reader, String packet) {
    String x = reader.text("x").orElseThrow();
    String array = x.contains(".") ? x.substring(0, x.indexOf('.')) : x;
    Optional<simul.spec.wire.ArrayLayout> layout =
        PacketTable.of(spec, Sender.SERVER).packet(packet).flatMap(p -> p.array(array));
    if (reader.has("id") || layout.isEmpty()) {
      return;
    }
    int clients = spec.world().maxClients();
    if (!layout.get().isFixed()) {
      problems.warning(
          reader.value(),
          "the snapshot has no ID: whoever stands behind a player who leaves becomes another");
    } else if (layout.get().end() - layout.get().offset() < clients * layout.get().strideBytes()) {
      problems.error(reader.place("x"), array + " has fewer elements than max-clients " + clients);
    }
  }

  private void checkArrivals() {
    if (!hasSnapshot() && !tells(Event.Role.LEAVE)) {
      problems.warning(roles.value(), "nothing tells a leave: no packet plays leave");
    }
    if (!hasSnapshot() && !tells(Event.Role.ENTER)) {
      problems.warning(
          roles.value(),
          "nothing tells an arrival: no packet plays enter, so the first position of an ID does");
    }
  }

  private void checkWorld() {
    WorldRules rules = spec.world();
    if (rules.slots().full() == WorldRules.Full.PACKET && !tells(Event.Role.REFUSED)) {
      problems.error(world.place("full"), "full is packet, but no packet plays refused");
    }
    boolean view = rules.telling().audience() == WorldRules.Audience.VIEW;
    if (view && !(tells(Event.Role.ENTER) && tells(Event.Role.LEAVE))) {
      problems.error(world.place("sees"), "sees is view, so packets must play enter and leave");
    }
    if (rules.telling().audience() == WorldRules.Audience.MOVER && spec.roles().poke().isEmpty()) {
      problems.warning(
          world.place("sees"),
          "only the mover is told of a move, and there is no poke to see others' moves by");
    }
  }
}
