package simul.spec.model;

import java.util.List;

/**
 * A packet: what one end may send.
 *
 * @param type the value of the framing's type field
 * @param fields what follows the header, in order
 */
public record Packet(String name, long type, Sender sender, List<Field> fields) {
  public Packet {
    fields = List.copyOf(fields);
  }
}
