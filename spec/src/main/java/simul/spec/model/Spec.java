package simul.spec.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A protocol as its spec file describes it: what the bytes are and what they mean. Immutable and
 * consistent: every name in it resolves, for only a loader that has checked them makes one.
 *
 * @param name short name, lower case, as {@code --spec} takes it
 * @param title one line for people
 * @param port the default TCP port
 * @param encoding how values are written
 * @param framings how each end frames what it sends
 */
public record Spec(
    String name,
    String title,
    int port,
    Encoding encoding,
    Map<Sender, Framing> framings,
    List<Packet> packets,
    Roles roles,
    WorldRules world) {

  public Spec {
    framings = Collections.unmodifiableMap(new EnumMap<>(framings));
    packets = List.copyOf(packets);
  }

  /** The byte order of every number; false means little-endian. */
  public boolean bigEndian() {
    return encoding.bigEndian();
  }

  /** How that end frames what it sends. */
  public Framing framing(Sender sender) {
    return framings.get(sender);
  }

  /** The packets that one end may send, in the order of the file. */
  public List<Packet> packets(Sender sender) {
    return packets.stream().filter(packet -> packet.sender() == sender).toList();
  }
}
