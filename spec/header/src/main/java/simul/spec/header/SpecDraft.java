package simul.spec.header;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import simul.spec.header.FramingDrafter.Whole;
import simul.spec.model.Direction;
import simul.spec.model.Sender;

/**
 * The spec that a header suggests, before it is text: what of it is known, what is guessed, and
 * what has to be left out. A pure function of the header and the guess. {@link SpecWriter} writes
 * it.
 */
public final class SpecDraft {

  /**
   * A struct that is no packet of the draft.
   *
   * @param reason why, as the end of a sentence
   */
  record LeftOut(Struct struct, String reason) {
    /** {@code file:line: struct is not among the packets: reason}. */
    @Override
    public String toString() {
      return struct.place()
          + ": "
          + struct.qualifiedName()
          + " is not among the packets: "
          + reason;
    }
  }

  private final Header header;
  private final Guess guess;
  private FieldDrafter fields;
  private final Map<Sender, DraftFraming> framings = new EnumMap<>(Sender.class);
  private final List<DraftPacket> packets = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private SpecDraft(Header header, Guess guess) {
    this.header = header;
    this.guess = guess;
    this.fields = new FieldDrafter(header, FieldDrafter.packing(guess.packets()));
  }

  /** Drafts the spec of a header. */
  public static SpecDraft of(Header header, Guess guess) {
    SpecDraft draft = new SpecDraft(header, guess);
    draft.draft();
    return draft;
  }

  private void draft() {
    List<Whole> wholes = wholes();
    if (!fields.fits()) {
      // A base or a part that is packed closer; without packing, filler can say everything.
      fields = new FieldDrafter(header, 1);
      leftOut.clear();
      wholes = wholes();
    }
    Map<Sender, String> starts = starts(wholes);
    Set<String> names = new HashSet<>();
    for (Whole whole : wholes) {
      add(whole, starts, names);
    }
    dropTypesTwice();
    addOthers();
  }

  private List<Whole> wholes() {
    List<Whole> wholes = new ArrayList<>();
    for (PacketGuess packet : guess.packets()) {
      try {
        wholes.add(new Whole(packet, fields.packet(packet), toldHeader(packet)));
        packet
            .told()
            .text("then")
            .ifPresent(then -> fields.define(FlowEntries.inBraces(then).get("type")));
      } catch (IllegalArgumentException e) {
        leftOut.add(new LeftOut(packet.struct(), e.getMessage()));
      }
    }
    return wholes;
  }

  /** How the packets of each end start; finds the framings by the way. */
  private Map<Sender, String> starts(List<Whole> wholes) {
    Map<Sender, String> starts = new EnumMap<>(Sender.class);
    for (Sender sender : Sender.values()) {
      List<Whole> own =
          wholes.stream()
              .filter(whole -> isFrom(whole, sender) && whole.startsAsTold())
              .filter(whole -> !isOpening(whole))
              .toList();
      FramingDrafter.commonStart(own).ifPresent(start -> starts.put(sender, start));
      Optional.ofNullable(starts.get(sender))
          .map(start -> own.stream().filter(whole -> whole.start().equals(start)).toList())
          .ifPresent(alike -> framings.put(sender, FramingDrafter.framing(alike)));
    }
    for (Sender sender : Sender.values()) {
      Sender other = sender == Sender.CLIENT ? Sender.SERVER : Sender.CLIENT;
      framings.putIfAbsent(sender, framings.getOrDefault(other, DraftFraming.BARE));
    }
    return starts;
  }

  private Optional<List<String>> toldHeader(PacketGuess packet) {
    return packet.sender().flatMap(sender -> header.annotations().header(sender.value()));
  }

  private static boolean isOpening(Whole whole) {
    return whole.guess().told().values().containsKey("phase");
  }

  private static boolean isFrom(Whole whole, Sender sender) {
    return whole.guess().sender().filter(hunch -> hunch.value() == sender).isPresent();
  }

  private void add(Whole whole, Map<Sender, String> starts, Set<String> names) {
    PacketGuess packet = whole.guess();
    Optional<Sender> sender = packet.sender().map(Hunch::value);
    boolean mute = sender.isEmpty() && packet.roles().isEmpty() && packet.type().isEmpty();
    if (mute) {
      leftOut.add(
          new LeftOut(packet.struct(), "nothing says who sends it, with which type, or for what"));
      return;
    }
    if (isOpening(whole)) {
      String name = name(packet.struct(), "", packet.told(), names);
      packets.add(
          new DraftPacket(
              name, packet, packet.sender(), OptionalLong.empty(), Hunch.TOLD, whole.fields()));
      return;
    }
    if (!whole.startsAsTold()) {
      leftOut.add(
          new LeftOut(
              packet.struct(),
              "it does not start with the header that is told: "
                  + String.join(", ", whole.told().orElseThrow())));
      return;
    }
    if (sender.isPresent() && !whole.start().equals(starts.get(sender.get()))) {
      leftOut.add(
          new LeftOut(
              packet.struct(),
              "it does not start as most packets from the " + sender.get().word() + " do"));
      return;
    }
    // One whose sender is unknown may still start like those of either end.
    boolean headed = sender.isPresent() || starts.values().stream().anyMatch(whole.start()::equals);
    List<DraftField> header = headed ? framing(sender.orElse(Sender.SERVER)).header() : List.of();
    List<DraftField> all = new ArrayList<>(header);
    whole.fields().stream().skip(header.size()).forEach(all::add);
    List<DraftField> own = FieldDrafter.unique(all).subList(header.size(), all.size());
    Map<String, Hunch<Constant>> types = types(packet);
    types.forEach(
        (suffix, type) ->
            packets.add(
                new DraftPacket(
                    name(packet.struct(), suffix, packet.told(), names),
                    packet,
                    packet.sender(),
                    OptionalLong.of(type.value().value()),
                    type.reason(),
                    own)));
    if (types.isEmpty()) {
      packets.add(
          new DraftPacket(
              name(packet.struct(), "", packet.told(), names),
              packet,
              packet.sender(),
              OptionalLong.empty(),
              packet.told().isPacket() ? "the header tells none" : "no constant is named like it",
              own));
    }
  }

  /** The types of a packet: one, none, or where the type says the direction, one for each. */
  private Map<String, Hunch<Constant>> types(PacketGuess packet) {
    Map<String, Hunch<Constant>> types = new LinkedHashMap<>();
    packet.type().ifPresent(type -> types.put("", type));
    if (types.isEmpty() && !packet.told().isPacket()) {
      for (MoveGuess move : movesByType(packet.struct().qualifiedName())) {
        Constant constant =
            new Constant(
                "",
                move.direction().name(),
                Constant.Kind.VARIABLE,
                move.value(),
                packet.struct().place());
        types.put("_" + move.direction().name(), new Hunch<>(constant, guess.moves().reason()));
      }
    }
    return types;
  }

  private List<MoveGuess> movesByType(String struct) {
    return guess.moves().value().stream()
        .filter(move -> move.struct().filter(struct::equals).isPresent())
        .filter(move -> move.member().isEmpty())
        .toList();
  }

  private static String name(Struct struct, String suffix, Annotation told, Set<String> taken) {
    String name = told.text("packet").orElse(struct.name()) + suffix;
    if (taken.contains(name)) {
      name = (struct.qualifiedName() + suffix).replaceAll("[^\\p{L}\\p{N}_]+", "_");
    }
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  /**
   * A type must fit its field, and no two packets of one end can have the same; what is told comes
   * first.
   */
  private void dropTypesTwice() {
    Map<String, String> taken = new LinkedHashMap<>();
    for (boolean told : List.of(true, false)) {
      for (int i = 0; i < packets.size(); i++) {
        if (packets.get(i).typeReason().equals(Hunch.TOLD) == told) {
          dropTypeTwice(i, taken);
        }
      }
    }
  }

  private void dropTypeTwice(int i, Map<String, String> taken) {
    DraftPacket packet = packets.get(i);
    Optional<Sender> sender = packet.sender().map(Hunch::value);
    if (packet.type().isEmpty() || sender.isEmpty()) {
      return;
    }
    OptionalLong fitting =
        packet.typeReason().equals(Hunch.TOLD)
            ? packet.type()
            : fitting(packet.type().getAsLong(), framing(sender.get()));
    if (fitting.isEmpty()) {
      packets.set(i, packet.typed(fitting, packet.type().getAsLong() + " does not fit"));
      return;
    }
    String key = sender.get() + " " + fitting.getAsLong();
    String earlier = taken.putIfAbsent(key, packet.name());
    packets.set(
        i,
        earlier == null
            ? packet.typed(fitting, packet.typeReason())
            : packet.typed(
                OptionalLong.empty(), fitting.getAsLong() + " is the type of " + earlier));
  }

  /** The number as the field reads it: a char reads 200 as -56. */
  private static OptionalLong fitting(long value, DraftFraming framing) {
    Optional<DraftField> field =
        framing.header().stream()
            .filter(f -> framing.type().filter(f.name()::equals).isPresent())
            .findFirst();
    if (field.isEmpty() || field.get().bytes() == Long.BYTES) {
      return OptionalLong.of(value);
    }
    return narrowed(value, field.get());
  }

  /** A number as a field of less than 8 bytes reads it; empty when it has more digits. */
  static OptionalLong narrowed(long value, DraftField field) {
    int bits = field.bytes() * Byte.SIZE;
    boolean signed = field.type().startsWith("i");
    long least = signed ? -(1L << bits - 1) : 0;
    long most = signed ? (1L << bits - 1) - 1 : (1L << bits) - 1;
    if (value >= least && value <= most) {
      return OptionalLong.of(value);
    }
    boolean wraps = value >= -(1L << bits - 1) && value < 1L << bits;
    return wraps
        ? OptionalLong.of(signed ? value - (1L << bits) : value + (1L << bits))
        : OptionalLong.empty();
  }

  /** Bases, parts and whatever else is in the file. */
  private void addOthers() {
    Set<String> packetStructs = new HashSet<>();
    guess.packets().forEach(packet -> packetStructs.add(packet.struct().qualifiedName()));
    for (Struct struct : header.structs()) {
      boolean own = !struct.place().file().equals("(Windows)");
      if (own && !packetStructs.contains(struct.qualifiedName())) {
        leftOut.add(new LeftOut(struct, "it seems to be a part of others, or no packet"));
      }
    }
  }

  Header header() {
    return header;
  }

  Guess guess() {
    return guess;
  }

  DraftFraming framing(Sender sender) {
    return framings.get(sender);
  }

  /** The largest alignment of a field, in bytes. */
  int packing() {
    return fields.packing();
  }

  /** The name that the header tells the spec to have. */
  public Optional<String> toldName() {
    return header.annotations().part("name").map(part -> part.value().replace("\"", ""));
  }

  /** The definitions of the types, each after those that it needs. */
  Map<String, YamlLines> types() {
    return Collections.unmodifiableMap(fields.types());
  }

  /** What the spec calls a value of an enumeration. */
  String valueName(Constant value) {
    return fields.valueName(value);
  }

  /** The packets in the order of the header. */
  List<DraftPacket> packets() {
    return List.copyOf(packets);
  }

  List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  /** The packets that come from a struct; several where each direction has a type of its own. */
  List<DraftPacket> packetsOf(String struct) {
    return packets.stream().filter(packet -> packet.struct().equals(struct)).toList();
  }

  /** The packet that a move is sent with. */
  Optional<DraftPacket> packetOf(MoveGuess move) {
    List<DraftPacket> candidates = move.struct().map(this::packetsOf).orElse(List.of());
    return candidates.stream()
        .filter(
            packet -> candidates.size() == 1 || packet.name().endsWith(suffix(move.direction())))
        .findFirst();
  }

  private static String suffix(Direction direction) {
    return "_" + direction.name();
  }

  /** The field that a path of the packet's struct leads to, or into. */
  Optional<DraftField> field(DraftPacket packet, String path) {
    List<DraftField> all = new ArrayList<>(packet.fields());
    packet.sender().ifPresent(sender -> all.addAll(framing(sender.value()).header()));
    return all.stream()
        .filter(field -> !field.isFiller())
        .filter(field -> (path + ".").startsWith(field.path() + ".") || isIn(path, field))
        .findFirst();
  }

  private static boolean isIn(String path, DraftField array) {
    return path.startsWith(array.path() + "[");
  }

  /** What a path of the packet's struct is called in the spec; empty when it is left out. */
  Optional<String> path(DraftPacket packet, String path) {
    return field(packet, path)
        .map(
            field -> {
              String rest = path.substring(field.path().length());
              return field.name() + (rest.startsWith(".") ? FieldDrafter.split(rest) : rest);
            });
  }
}
