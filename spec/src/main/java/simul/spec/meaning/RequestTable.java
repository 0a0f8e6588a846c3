package simul.spec.meaning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Direction;
import simul.spec.model.Roles;
import simul.spec.model.Send;
import simul.spec.model.WorldRules;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/** Every request of a protocol with its fields resolved, for both ends. Immutable. */
final class RequestTable {
  private final PacketTable packets;
  private final Grid grid;
  private final int firstId;
  private final Map<Direction, RequestBinding> moves = new EnumMap<>(Direction.class);
  private final List<RequestBinding> hello = new ArrayList<>();
  private final List<RequestBinding> bye = new ArrayList<>();
  private final Optional<RequestBinding> poke;
  private final Meaning[][] byPacket;

  RequestTable(Roles roles, WorldRules world, PacketTable packets) {
    this.packets = packets;
    this.grid = Grid.of(world);
    this.firstId = world.slots().firstId();
    roles.moves().forEach((direction, send) -> moves.put(direction, bind(send)));
    roles.hello().forEach(send -> hello.add(bind(send)));
    roles.bye().forEach(send -> bye.add(bind(send)));
    this.poke = roles.poke().map(this::bind);
    this.byPacket = meanings();
  }

  private RequestBinding bind(Send send) {
    return RequestBinding.of(send, packets);
  }

  /** What a packet may ask for. */
  enum Kind {
    MOVE,
    POKE,
    HELLO,
    BYE
  }

  /**
   * What a packet asks for when its binding matches.
   *
   * @param direction null but for a move
   * @param absolute whether the packet says where the piece is to be
   */
  record Meaning(Kind kind, Direction direction, RequestBinding binding, boolean absolute) {}

  private Meaning[][] meanings() {
    List<List<Meaning>> lists = new ArrayList<>();
    packets.packets().forEach(packet -> lists.add(new ArrayList<>()));
    moves.forEach((direction, move) -> add(lists, Kind.MOVE, direction, move));
    poke.ifPresent(binding -> add(lists, Kind.POKE, null, binding));
    hello.forEach(binding -> add(lists, Kind.HELLO, null, binding));
    bye.forEach(binding -> add(lists, Kind.BYE, null, binding));
    return lists.stream().map(list -> list.toArray(Meaning[]::new)).toArray(Meaning[][]::new);
  }

  private static void add(
      List<List<Meaning>> lists, Kind kind, Direction direction, RequestBinding binding) {
    lists
        .get(binding.packet().index())
        .add(new Meaning(kind, direction, binding, binding.isAbsolute()));
  }

  /** What that packet means, or null when it asks for nothing. */
  Meaning meaning(PacketLayout packet, byte[] bytes, int frame) {
    for (Meaning candidate : byPacket[packet.index()]) {
      if (candidate.binding.matches(bytes, frame)) {
        return candidate;
      }
    }
    return null;
  }

  PacketTable packets() {
    return packets;
  }

  Grid grid() {
    return grid;
  }

  int firstId() {
    return firstId;
  }

  RequestBinding move(Direction direction) {
    return moves.get(direction);
  }

  List<RequestBinding> hello() {
    return hello;
  }

  List<RequestBinding> bye() {
    return bye;
  }

  Optional<RequestBinding> poke() {
    return poke;
  }
}
