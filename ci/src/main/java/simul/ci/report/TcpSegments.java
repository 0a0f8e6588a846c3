package simul.ci.report;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * One end of a TCP connection as it would look on the wire: wraps bytes in TCP and IP headers with
 * right checksums and sequence numbers that count what this end has sent. RFC 791, 8200, 9293.
 */
final class TcpSegments {
  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  static final int PSH = 8;
  static final int ACK = 16;

  /** The most that one packet over IPv4 can carry. */
  static final int MOST_BYTES = 65_535 - 20 - 20;

  private static final int IP4_HEADER = 20;
  private static final int IP6_HEADER = 40;
  private static final int TCP_HEADER = 20;

  /** Maximum segment size and window scale, with one byte between them. */
  private static final byte[] SYN_OPTIONS = {
    2, 4, (byte) (MOST_BYTES >> 8), (byte) MOST_BYTES, 1, 3, 3, 14
  };

  private static final int TTL = 64;
  private static final int TCP = 6;
  private static final int DO_NOT_FRAGMENT = 0x4000;

  /** With the scale above, a gigabyte: acknowledgements are rare here, and no window must fill. */
  private static final int WINDOW = 65_535;

  private final InetSocketAddress source;
  private final InetSocketAddress destination;
  private int sequence;
  private int packets;

  TcpSegments(InetSocketAddress source, InetSocketAddress destination, int firstSequence) {
    this.source = source;
    this.destination = destination;
    this.sequence = firstSequence;
  }

  /** The number of the next byte that this end sends. */
  int sequence() {
    return sequence;
  }

  /**
   * The next packet of this end.
   *
   * @param flags of the TCP header
   * @param acknowledged the number of the byte that this end awaits; 0 before it knows one
   */
  byte[] next(int flags, int acknowledged, byte[] bytes, int from, int count) {
    byte[] options = (flags & SYN) == 0 ? new byte[0] : SYN_OPTIONS;
    int tcpBytes = TCP_HEADER + options.length + count;
    InetAddress address = source.getAddress();
    boolean old = address.getAddress().length == 4;
    int ipBytes = old ? IP4_HEADER : IP6_HEADER;
    ByteBuffer packet = ByteBuffer.allocate(ipBytes + tcpBytes);
    if (old) {
      ip4(packet, tcpBytes);
    } else {
      ip6(packet, tcpBytes);
    }
    packet.putShort((short) source.getPort()).putShort((short) destination.getPort());
    packet.putInt(sequence).putInt(acknowledged);
    packet.putShort((short) ((TCP_HEADER + options.length) / 4 << 12 | flags));
    packet.putShort((short) WINDOW).putShort((short) 0).putShort((short) 0);
    packet.put(options).put(bytes, from, count);
    packet.putShort(ipBytes + 16, checksum(packet, ipBytes, pseudoHeader(tcpBytes)));
    sequence += count + ((flags & (SYN | FIN)) == 0 ? 0 : 1);
    packets++;
    return packet.array();
  }

  private void ip4(ByteBuffer packet, int tcpBytes) {
    packet.putShort((short) 0x4500).putShort((short) (IP4_HEADER + tcpBytes));
    packet.putShort((short) packets).putShort((short) DO_NOT_FRAGMENT);
    packet.put((byte) TTL).put((byte) TCP).putShort((short) 0);
    packet.put(source.getAddress().getAddress()).put(destination.getAddress().getAddress());
    packet.putShort(10, fold(sum(packet, 0, IP4_HEADER)));
  }

  private void ip6(ByteBuffer packet, int tcpBytes) {
    packet.putInt(0x60000000).putShort((short) tcpBytes).put((byte) TCP).put((byte) TTL);
    packet.put(source.getAddress().getAddress()).put(destination.getAddress().getAddress());
  }

  /** The sum of what the checksum of TCP covers beside the segment. */
  private long pseudoHeader(int tcpBytes) {
    ByteBuffer from = ByteBuffer.wrap(source.getAddress().getAddress());
    ByteBuffer to = ByteBuffer.wrap(destination.getAddress().getAddress());
    return sum(from, 0, from.capacity()) + sum(to, 0, to.capacity()) + TCP + tcpBytes;
  }

  private static short checksum(ByteBuffer packet, int from, long start) {
    return fold(start + sum(packet, from, packet.capacity()));
  }

  private static long sum(ByteBuffer bytes, int from, int to) {
    long sum = 0;
    int at = from;
    for (; at + 1 < to; at += 2) {
      sum += bytes.getShort(at) & 0xFFFF;
    }
    return at < to ? sum + ((bytes.get(at) & 0xFF) << 8) : sum;
  }

  private static short fold(long sum) {
    long folded = sum;
    while (folded > 0xFFFF) {
      folded = (folded & 0xFFFF) + (folded >>> 16);
    }
    return (short) ~folded;
  }
}
