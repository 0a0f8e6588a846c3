package simul.spec.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simul.spec.model.Send;
import simul.spec.model.Value;
import simul.spec.wire.ArrayLayout;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.wire.TextLayout;
import simul.spec.world.Cell;

/**
 * A request with its fields resolved: a packet means it when each field that is always set alike
 * holds its value.
 */
final class RequestBinding {
  private static final Pattern ELEMENT =
      Pattern.compile("^([^\\[\\].]+)\\[(\\$self|\\d+)\\](?:\\.(.+))?$");

  private final PacketLayout packet;
  private final List<Number> numbers = new ArrayList<>();
  private final List<Words> words = new ArrayList<>();

  private RequestBinding(PacketLayout packet) {
    this.packet = packet;
  }

  /**
   * A number that is set.
   *
   * @param array the array that it stands in, or null
   * @param index of the element; negative for the sender's own
   */
  private record Number(FieldLayout field, ArrayLayout array, int index, Value value) {

    int base(int frame, int self) {
      return array == null ? frame : array.element(frame, index < 0 ? self : index);
    }

    boolean is(Value.Kind kind) {
      return value instanceof Value.Variable variable && variable.kind() == kind;
    }
  }

  /** Text that is set. */
  private record Words(TextLayout field, Value.Text value) {
    boolean isAlwaysAlike() {
      return value.of(0).equals(value.of(1));
    }
  }

  static RequestBinding of(Send send, PacketTable table) {
    PacketLayout packet = table.packet(send.packet()).orElseThrow();
    RequestBinding binding = new RequestBinding(packet);
    for (Map.Entry<String, Value> entry : send.set().entrySet()) {
      if (entry.getValue() instanceof Value.Text text) {
        binding.words.add(new Words(packet.text(entry.getKey()).orElseThrow(), text));
      } else {
        binding.numbers.add(number(packet, entry.getKey(), entry.getValue()));
      }
    }
    return binding;
  }

  private static Number number(PacketLayout packet, String path, Value value) {
    Matcher element = ELEMENT.matcher(path);
    if (!element.matches()) {
      return new Number(packet.field(path).orElseThrow(), null, 0, value);
    }
    ArrayLayout array = packet.array(element.group(1)).orElseThrow();
    int index = element.group(2).equals("$self") ? -1 : Integer.parseInt(element.group(2));
    String field = element.group(3) == null ? array.name() : element.group(3);
    return new Number(array.field(field).orElseThrow(), array, index, value);
  }

  PacketLayout packet() {
    return packet;
  }

  /** Whether it says where the piece is to be, not which way it goes. */
  boolean isAbsolute() {
    return numbers.stream().anyMatch(n -> n.is(Value.Kind.X) || n.is(Value.Kind.Y));
  }

  /** Whether a packet means this request; fields that differ from client to client do not count. */
  boolean matches(byte[] bytes, int frame) {
    for (int i = 0; i < numbers.size(); i++) {
      Number number = numbers.get(i);
      if (number.value instanceof Value.Bits constant
          && number.field.read(bytes, number.base(frame, 0)) != constant.bits()) {
        return false;
      }
    }
    for (int i = 0; i < words.size(); i++) {
      Words text = words.get(i);
      if (text.isAlwaysAlike() && !text.field.read(bytes, frame).equals(text.value.of(0))) {
        return false;
      }
    }
    return true;
  }

  /** The time stamp in a packet; 0 where it has none. */
  long stamp(byte[] bytes, int frame) {
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i).is(Value.Kind.NOW)) {
        return numbers.get(i).field.read(bytes, frame);
      }
    }
    return 0;
  }

  /** The player ID that a packet says is the sender's own. */
  OptionalInt self(byte[] bytes, int frame) {
    return numbers.stream()
        .filter(number -> number.is(Value.Kind.SELF))
        .mapToInt(number -> (int) number.field.read(bytes, number.base(frame, 0)))
        .findFirst();
  }

  /** A coordinate in a packet of a client with that index. */
  double coordinate(Value.Kind axis, byte[] bytes, int frame, int self) {
    Optional<Number> number = numbers.stream().filter(n -> n.is(axis)).findFirst();
    return number.map(n -> n.field.readNumber(bytes, n.base(frame, self))).orElse(Double.NaN);
  }

  /**
   * The packet.
   *
   * @param index the asker's index where arrays have one element a player
   * @param to where a move leads
   */
  byte[] encode(Asker asker, int index, Cell to, Grid grid) {
    byte[] frame = packet.newFrame();
    for (Number number : numbers) {
      int base = number.base(0, index);
      if (number.value instanceof Value.Bits constant) {
        number.field.write(frame, base, constant.bits());
      } else {
        Value.Kind kind = ((Value.Variable) number.value).kind();
        number.field.writeNumber(frame, base, variable(kind, asker, to, grid));
      }
    }
    words.forEach(text -> text.field.write(frame, 0, text.value.of(asker.client())));
    return frame;
  }

  private static double variable(Value.Kind kind, Asker asker, Cell to, Grid grid) {
    return switch (kind) {
      case SELF -> asker.id();
      case N -> asker.client();
      case NOW -> asker.stamp();
      case X -> grid.coordinates().x(to.x());
      case Y -> grid.coordinates().y(to.y(), grid.height());
    };
  }
}
