package simul.conformance.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import simul.spec.meaning.Asker;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.model.Framing;
import simul.spec.model.Send;
import simul.spec.model.Sender;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.world.Cell;

/**
 * All that a protocol's streams can have in them: which packets, cut where, with what done to them.
 * Immutable.
 */
public final class Grammar {
  /** Longer packets are cut at so many places, spread evenly over them. */
  private static final int MOST_CUTS = 16;

  private static final Cell ANYWHERE = new Cell(0, 0);

  private final Protocol protocol;
  private final String moveName;
  private final int moveBytes;
  private final List<PacketKind> requests;
  private final List<PacketKind> events;
  private final Set<CoveragePoint> possible;
  private final List<CoveragePoint> points;

  private Grammar(Protocol protocol) {
    this.protocol = protocol;
    Set<String> moves =
        protocol.spec().roles().moves().values().stream()
            .map(Send::packet)
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    this.moveName = String.join("/", moves);
    this.moveBytes =
        Arrays.stream(Direction.values())
            .mapToInt(protocol.requestEncoder()::moveBytes)
            .max()
            .orElseThrow();
    this.requests = requests(protocol, moves);
    this.events = events(protocol);
    this.points = Stream.concat(validPoints(), badPoints()).distinct().toList();
    this.possible = Set.copyOf(points);
  }

  /** What there can be in that protocol. */
  public static Grammar of(Protocol protocol) {
    return new Grammar(protocol);
  }

  private static List<PacketKind> requests(Protocol protocol, Set<String> moves) {
    PacketTable table = protocol.packets(Sender.CLIENT);
    boolean enveloped = protocol.spec().framing(Sender.CLIENT) instanceof Framing.Enveloped;
    List<PacketKind> kinds = new ArrayList<>();
    protocol
        .spec()
        .roles()
        .moves()
        .forEach(
            (direction, send) -> {
              if (moves.remove(send.packet())) {
                byte[] move = protocol.requestEncoder().move(direction, Asker.ANYBODY, ANYWHERE);
                kinds.add(
                    new PacketKind(
                        send.packet(),
                        table.packet(send.packet()).filter(layout -> !enveloped),
                        move));
              }
            });
    table.regular().stream()
        .filter(packet -> kinds.stream().noneMatch(kind -> kind.name().equals(packet.name())))
        .map(packet -> kind(table, packet, enveloped))
        .forEach(kinds::add);
    return List.copyOf(kinds);
  }

  private static List<PacketKind> events(Protocol protocol) {
    PacketTable table = protocol.packets(Sender.SERVER);
    return table.regular().stream().map(packet -> kind(table, packet, true)).toList();
  }

  private static PacketKind kind(PacketTable table, PacketLayout packet, boolean opaque) {
    return new PacketKind(
        packet.name(),
        Optional.of(packet).filter(layout -> !opaque),
        table.framed(List.of(packet.newFrame())));
  }

  private Stream<CoveragePoint> validPoints() {
    return Stream.of(Mutation.values())
        .filter(mutation -> !mutation.isBad())
        .flatMap(
            mutation ->
                cuts(moveBytes, mutation).map(cut -> new CoveragePoint(moveName, cut, mutation)));
  }

  private static Stream<Cut> cuts(int bytes, Mutation mutation) {
    return switch (mutation) {
      case PAUSED, INTERLEAVED -> inside(bytes);
      case CLOSED, HALF_CLOSED, RESET -> Stream.concat(Stream.of(Cut.WHOLE), inside(bytes));
      default -> Stream.concat(Stream.of(Cut.WHOLE, Cut.JOINED), inside(bytes));
    };
  }

  private static Stream<Cut> inside(int bytes) {
    int places = bytes - 1;
    int cuts = Math.min(places, MOST_CUTS);
    return IntStream.rangeClosed(1, cuts).mapToObj(i -> new Cut((int) ((long) i * places / cuts)));
  }

  /** Where pieces block one another, and one may be gone, the others' moves are not certain. */
  private Stream<CoveragePoint> badPoints() {
    if (!protocol.spec().world().shared() || mostPlayers() < 2) {
      return Stream.empty();
    }
    Mutagen mutagen = new Mutagen(this, new SplittableRandom(0));
    List<CoveragePoint> bad = new ArrayList<>();
    for (Mutation mutation : Mutation.values()) {
      for (PacketKind kind : mutation == Mutation.SERVER_PACKET ? events : requests) {
        Optional<byte[]> example =
            mutation.isBad() ? mutagen.bytes(kind, mutation) : Optional.empty();
        example.ifPresent(
            bytes ->
                cuts(Math.min(bytes.length, kind.example().length), mutation)
                    .forEach(cut -> bad.add(new CoveragePoint(kind.name(), cut, mutation))));
      }
    }
    return bad.stream();
  }

  Protocol protocol() {
    return protocol;
  }

  /** What tables call a move, whichever its direction. */
  String moveName() {
    return moveName;
  }

  /** How long a move is, in bytes; the longest where they differ. */
  int moveBytes() {
    return moveBytes;
  }

  /** As many clients as may play at once, or as the handout's server lets in. */
  int mostPlayers() {
    return Math.min(10, protocol.spec().world().maxClients());
  }

  /** The packet of that name, of clients or, where a mutation says so, of servers. */
  Optional<PacketKind> kind(String name, Mutation mutation) {
    List<PacketKind> kinds = mutation == Mutation.SERVER_PACKET ? events : requests;
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Every combination there is. */
  List<CoveragePoint> points() {
    return points;
  }

  /** Whether there is such a combination. */
  boolean has(CoveragePoint point) {
    return possible.contains(point);
  }
}
