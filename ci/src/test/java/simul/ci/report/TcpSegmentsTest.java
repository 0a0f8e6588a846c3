package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import simul.spec.wire.HexDump;

/** Headers as the standards have them; the checksums were computed apart from this code. */
class TcpSegmentsTest {
  private static final byte[] NO_BYTES = {};

  @Test
  void firstPacketOverIp4() {
    TcpSegments ours =
        new TcpSegments(
            new InetSocketAddress("127.0.0.1", 50_000),
            new InetSocketAddress("127.0.0.1", 9000),
            64_000);

    byte[] packet = ours.next(TcpSegments.SYN, 0, NO_BYTES, 0, 0);

    assertThat(HexDump.hex(packet))
        .isEqualTo(
            "45 00 00 30 00 00 40 00 40 06 3c c6 7f 00 00 01 7f 00 00 01"
                + " c3 50 23 28 00 00 fa 00 00 00 00 00 70 02 ff ff ab 71 00 00"
                + " 02 04 ff d7 01 03 03 0e");
    assertThat(ours.sequence()).isEqualTo(64_001);
  }

  @Test
  void sequenceCountsBytesAndTheTwoEnds() {
    TcpSegments ours =
        new TcpSegments(
            new InetSocketAddress("127.0.0.1", 50_000),
            new InetSocketAddress("127.0.0.1", 9000),
            0);

    ours.next(TcpSegments.SYN, 0, NO_BYTES, 0, 0);
    ours.next(TcpSegments.ACK, 1, NO_BYTES, 0, 0);
    ours.next(TcpSegments.PSH | TcpSegments.ACK, 1, new byte[] {9, 3, 1, 9}, 1, 2);
    ours.next(TcpSegments.FIN | TcpSegments.ACK, 1, NO_BYTES, 0, 0);

    assertThat(ours.sequence()).isEqualTo(1 + 2 + 1);
  }

  /** The sum over a packet with a right checksum in it is all ones. */
  @Test
  void checksumHoldsOverIp6AndAnOddNumberOfBytes() {
    TcpSegments ours =
        new TcpSegments(
            new InetSocketAddress("2001:db8::1", 50_000), new InetSocketAddress("::1", 9000), 7);

    byte[] packet = ours.next(TcpSegments.PSH | TcpSegments.ACK, 5, new byte[] {3, 1, 3}, 0, 3);

    assertThat(packet).hasSize(40 + 20 + 3);
    assertThat(HexDump.hex(packet, 0, 8)).isEqualTo("60 00 00 00 00 17 06 40");
    long sum = 6 + 23;
    for (int i = 8; i < packet.length; i++) {
      sum += (i % 2 == 0 ? 256 : 1) * (packet[i] & 0xFF);
    }
    while (sum > 0xFFFF) {
      sum = (sum & 0xFFFF) + (sum >>> 16);
    }
    assertThat(sum).isEqualTo(0xFFFF);
  }
}
