package simul.spec.model;

import java.util.List;

/**
 * A packet: what one end may send.
 *
 * @param type the value of the framing's type field; 0 where there is none
 * @param fields what follows the header, in order
 * @param opening whether it is sent once, when the connection begins, bare: without the header.
 *     Several openings of one end come in the order of the file
 */
public record Packet(String name, long type, Sender sender, List<Field> fields, boolean opening) {
  public Packet {
    fields = List.copyOf(fields);
  }
}
