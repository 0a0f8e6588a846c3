package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import simul.spec.wire.FrameDecoder.Status;
import simul.spec.wire.FrameFault.Kind;
import simul.spec.wire.Layouts.Sent;

/** What holds for every layout and every stream. */
class FrameDecoderProperties {

  /** Packets that one end sends one behind the other. */
  record Conversation(PacketTable table, List<Sent> packets) {

    byte[] bytes() {
      ByteQueue bytes = new ByteQueue();
      packets.forEach(packet -> bytes.add(packet.encode()));
      return bytes.toArray();
    }
  }

  /** Bytes that one end sends, right or wrong. */
  record Stretch(PacketTable table, byte[] bytes) {

    @Override
    public String toString() {
      return table.sender() + " " + HexDump.hex(bytes) + " of " + table.packets().get(0).header();
    }
  }

  @Provide
  Arbitrary<Conversation> conversations() {
    return Layouts.tables()
        .flatMap(
            table ->
                Layouts.packets(table)
                    .list()
                    .ofMaxSize(6)
                    .map(packets -> new Conversation(table, packets)));
  }

  /** Random bytes, and packets of which some bytes, or none, have been written over. */
  @Provide
  Arbitrary<Stretch> streams() {
    Arbitrary<Stretch> random =
        Combinators.combine(Layouts.tables(), Arbitraries.bytes().array(byte[].class).ofMaxSize(24))
            .as(Stretch::new);
    Arbitrary<List<Integer>> places = Arbitraries.integers().between(0, 40).list().ofMaxSize(2);
    Arbitrary<Stretch> damaged =
        Combinators.combine(conversations(), places, Arbitraries.bytes())
            .as(
                (conversation, list, value) -> {
                  byte[] bytes = conversation.bytes();
                  list.stream().filter(at -> at < bytes.length).forEach(at -> bytes[at] = value);
                  return new Stretch(conversation.table(), bytes);
                });
    return Arbitraries.oneOf(random, damaged);
  }

  @Property(tries = 300)
  void decodeInvertsEncode(@ForAll("conversations") Conversation sent) {
    Feeding.Heard heard = Feeding.feed(sent.table(), sent.bytes());

    assertThat(heard.packets()).isEqualTo(sent.packets().stream().map(Sent::toString).toList());
    assertThat(heard.consumed()).isEqualTo(sent.bytes().length);
    assertThat(heard.end()).isEqualTo(Status.NEED_MORE);
  }

  @Property(tries = 300)
  void segmentationNeverChangesPackets(
      @ForAll("streams") Stretch stream, @ForAll("segments") List<Integer> lengths) {
    List<String> whole = new ArrayList<>();
    List<String> cut = new ArrayList<>();
    ByteQueue queue = new ByteQueue();
    byte[] bytes = stream.bytes();

    queue.add(bytes);
    Status wholeEnd = hear(stream.table(), queue, whole);
    int wholeRest = queue.size();
    queue.clear();
    Status cutEnd = Status.NEED_MORE;
    int at = 0;
    for (int length : segmentation(lengths, bytes.length)) {
      queue.add(bytes, at, length);
      at += length;
      cutEnd = hear(stream.table(), queue, cut);
    }

    assertThat(cut).isEqualTo(whole);
    assertThat(queue.size()).isEqualTo(wholeRest);
    assertThat(cutEnd).isEqualTo(wholeEnd);
  }

  @Provide
  Arbitrary<List<Integer>> segments() {
    return Arbitraries.integers().between(1, 9).list().ofMaxSize(20);
  }

  /** The lengths as far as the bytes go, and the rest in one. */
  private static List<Integer> segmentation(List<Integer> lengths, int bytes) {
    List<Integer> cut = new ArrayList<>();
    int left = bytes;
    for (int length : lengths) {
      int now = Math.min(length, left);
      left -= now;
      cut.add(now);
    }
    cut.add(left);
    return cut;
  }

  /** Takes the whole packets off a queue; what the decoder says of the rest. */
  private static Status hear(PacketTable table, ByteQueue queue, List<String> packets) {
    FrameDecoder decoder = table.newDecoder();
    while (decoder.next(queue.array(), queue.start(), queue.end()) == Status.COMPLETE) {
      int end = queue.start() + decoder.lengthBytes();
      packets.add(decoder.packet().name() + HexDump.hex(queue.array(), queue.start(), end));
      queue.remove(decoder.lengthBytes());
    }
    return decoder.next(queue.array(), queue.start(), queue.end());
  }

  @Property(tries = 300)
  void bytesOutsideOfWhatHasComeNeverMatter(
      @ForAll("streams") Stretch stream, @ForAll byte before, @ForAll byte behind) {
    byte[] bytes = stream.bytes();
    byte[] among = new byte[bytes.length + 40];
    Arrays.fill(among, 0, 3, before);
    System.arraycopy(bytes, 0, among, 3, bytes.length);
    Arrays.fill(among, 3 + bytes.length, among.length, behind);

    assertThat(answer(stream.table(), among, 3, 3 + bytes.length))
        .isEqualTo(answer(stream.table(), bytes, 0, bytes.length));
  }

  /** All that a decoder says of one frame. */
  private static List<Object> answer(PacketTable table, byte[] bytes, int from, int to) {
    FrameDecoder decoder = table.newDecoder();
    return switch (decoder.next(bytes, from, to)) {
      case COMPLETE -> List.of(decoder.packet(), decoder.lengthBytes());
      case INVALID -> List.of(decoder.fault());
      case NEED_MORE -> List.of();
    };
  }

  @Property(tries = 500)
  void everyStreamComesToAnEnd(@ForAll("streams") Stretch stream) {
    FrameDecoder decoder = stream.table().newDecoder();
    byte[] bytes = stream.bytes();
    int at = 0;

    while (decoder.next(bytes, at, bytes.length) == Status.COMPLETE) {
      assertThat(decoder.lengthBytes()).isBetween(stream.table().headerBytes(), bytes.length - at);
      at += decoder.lengthBytes();
    }

    assertThat(at).isBetween(0, bytes.length);
  }

  @Property(tries = 300)
  void startOfPacketNeedsMoreAndAllOfItIsComplete(@ForAll("conversations") Conversation sent) {
    for (Sent packet : sent.packets()) {
      byte[] frame = packet.encode();
      FrameDecoder decoder = sent.table().newDecoder();

      for (int to = 0; to < frame.length; to++) {
        assertThat(decoder.next(frame, 0, to)).isEqualTo(Status.NEED_MORE);
      }
      assertThat(decoder.next(frame, 0, frame.length)).isEqualTo(Status.COMPLETE);
      assertThat(decoder.packet()).isSameAs(packet.packet());
    }
  }

  /** With the law above: NEED_MORE means that some packet starts so, and INVALID that none does. */
  @Property(tries = 300)
  void startThatNeedsMoreCanBecomePacket(@ForAll("streams") Stretch stream) {
    FrameDecoder decoder = stream.table().newDecoder();
    int from = 0;
    byte[] bytes = stream.bytes();
    while (decoder.next(bytes, from, bytes.length) == Status.COMPLETE) {
      from += decoder.lengthBytes();
    }
    byte[] frame = Arrays.copyOfRange(bytes, from, from + stream.table().longestBytes() + 1);
    int length = bytes.length - from;

    Status status = decoder.next(frame, 0, length);
    while (status == Status.NEED_MORE && length < stream.table().longestBytes()) {
      status = lengthen(decoder, frame, length++);
    }

    boolean wasInvalid = decoder.next(bytes, from, bytes.length) == Status.INVALID;
    assertThat(status).isEqualTo(wasInvalid ? Status.INVALID : Status.COMPLETE);
  }

  /** Adds the first byte that the decoder does not call invalid, if there is one. */
  private static Status lengthen(FrameDecoder decoder, byte[] frame, int length) {
    Status status = Status.INVALID;
    for (int value = 0; value < 256 && status == Status.INVALID; value++) {
      frame[length] = (byte) value;
      status = decoder.next(frame, 0, length + 1);
    }
    return status;
  }

  @Property(tries = 300)
  void invalidStaysInvalid(@ForAll("streams") Stretch stream, @ForAll byte behind) {
    byte[] bytes = stream.bytes();
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 40);
    Arrays.fill(longer, bytes.length, longer.length, behind);
    FrameDecoder decoder = stream.table().newDecoder();

    int proof = firstInvalid(decoder, longer);

    for (int to = proof; to <= longer.length; to++) {
      assertThat(decoder.next(longer, 0, to)).isEqualTo(Status.INVALID);
    }
  }

  @Property(tries = 300)
  void faultNamesTheFieldThatTheLastByteBelongsTo(@ForAll("streams") Stretch stream) {
    PacketTable table = stream.table();
    byte[] bytes = stream.bytes();
    FrameDecoder decoder = table.newDecoder();

    int proof = firstInvalid(decoder, bytes);

    if (proof <= bytes.length) {
      FrameFault fault = decoder.fault();
      FieldLayout field = fieldOf(table, fault);
      boolean unfit = fault.kind() == Kind.LENGTH_UNFIT_FOR_TYPE;
      int end = unfit ? Math.max(field.end(), table.type().get().end()) : field.end();
      assertThat(proof - 1).isBetween(field.offset(), end - 1);
      assertThat(fault.message()).startsWith(fault.field() + " ");
    }
  }

  /** The shortest start that is invalid, or more than there is; the decoder has its fault then. */
  private static int firstInvalid(FrameDecoder decoder, byte[] bytes) {
    int to = 0;
    while (to <= bytes.length && decoder.next(bytes, 0, to) == Status.NEED_MORE) {
      to++;
    }
    boolean complete = to <= bytes.length && decoder.next(bytes, 0, to) == Status.COMPLETE;
    return complete ? bytes.length + 1 : to;
  }

  private static FieldLayout fieldOf(PacketTable table, FrameFault fault) {
    // Fields of several packets may have the same name and place; a value's fault says whose it is.
    return table.packets().stream()
        .filter(packet -> isAbout(packet, fault))
        .flatMap(packet -> packet.numbers().stream())
        .filter(field -> field.name().equals(fault.field()) && field.offset() == fault.offset())
        .findFirst()
        .orElseThrow();
  }

  private static boolean isAbout(PacketLayout packet, FrameFault fault) {
    boolean ofOnePacket = fault.message().matches(".* in [A-Z]+[0-9]* is outside .*");
    return !ofOnePacket || fault.message().contains(" in " + packet.name() + " ");
  }
}
