package simul.conformance.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketFilesTest {
  private static final String HEADER =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid"
          + "  timeout inode\n";

  /** 127.0.0.1:9000 with 127.0.0.1:50000, from both ends; the server has 3 bytes unread. */
  private static final String IPV4 =
      HEADER
          + "   0: 0100007F:2328 00000000:0000 0A 00000000:00000007 00:00000000 00000000  0 0 1\n"
          + "   1: 0100007F:2328 0100007F:C350 01 00000000:00000003 00:00000000 00000000  0 0 2\n"
          + "   2: 0100007F:C350 0100007F:2328 01 0001A2B3:00000000 02:00000000 00000000  0 0 3\n";

  /** A dual-stack server's 127.0.0.1:9000, and [::1]:9000; both with port 50001. */
  private static final String IPV6 =
      HEADER
          + "   0: 0000000000000000FFFF00000100007F:2328 0000000000000000FFFF00000100007F:C351"
          + " 01 00000010:00000020 00:00000000 00000000  0 0 4\n"
          + "   1: 00000000000000000000000001000000:2328 00000000000000000000000001000000:C351"
          + " 01 FFFFFFFF:00000000 00:00000000 00000000  0 0 5\n";

  @TempDir private Path folder;
  private Path ipv4;
  private Path ipv6;
  private SocketFiles table;

  @BeforeEach
  void writeTables() throws IOException {
    Assumptions.assumeTrue(
        ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN,
        "the kernel writes addresses in the host's byte order, these are little-endian");
    ipv4 = Files.writeString(folder.resolve("tcp"), IPV4);
    ipv6 = Files.writeString(folder.resolve("tcp6"), IPV6);
    table = new SocketFiles(List.of(ipv4, ipv6));
  }

  private static InetSocketAddress at(String host, int port) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(host), port);
  }

  private Optional<SocketTable.Queues> find(String host, int localPort, int remotePort)
      throws UnknownHostException {
    return table.find(at(host, localPort), at(host, remotePort));
  }

  @Test
  void findsBothEndsOfConnection() throws UnknownHostException {
    assertThat(find("127.0.0.1", 9000, 50000))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("place")
        .isEqualTo(new SocketTable.Queues(0, 3, OptionalLong.empty(), 0));
    assertThat(find("127.0.0.1", 50000, 9000))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("place")
        .isEqualTo(new SocketTable.Queues(0x1A2B3, 0, OptionalLong.empty(), 0));
  }

  @Test
  void findsIpv4ConnectionOfDualStackServer() throws UnknownHostException {
    assertThat(find("127.0.0.1", 9000, 50001))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("place")
        .isEqualTo(new SocketTable.Queues(0x10, 0x20, OptionalLong.empty(), 0));
  }

  @Test
  void findsIpv6Connection() throws UnknownHostException {
    assertThat(find("::1", 9000, 50001))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("place")
        .isEqualTo(new SocketTable.Queues(0xFFFFFFFFL, 0, OptionalLong.empty(), 0));
  }

  @Test
  void doesNotFindWhatIsNotThere() throws UnknownHostException {
    assertThat(find("127.0.0.1", 9000, 50002)).isEmpty();
    assertThat(find("127.0.0.1", 50001, 9000)).isEmpty();
    assertThat(find("127.0.0.2", 9000, 50000)).isEmpty();
    assertThat(find("::1", 9000, 50000)).isEmpty();
  }

  @Test
  void listenerIsNoConnection() throws UnknownHostException {
    assertThat(table.find(at("127.0.0.1", 9000), at("0.0.0.0", 0)))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("place")
        .isEqualTo(new SocketTable.Queues(0, 7, OptionalLong.empty(), 0));
    assertThat(table.find(at("127.0.0.1", 9000), at("0.0.0.0", 1))).isEmpty();
  }

  @Test
  void seesWhatHasChangedWhenItLooksAgain() throws IOException {
    Optional<SocketTable.Queues> before = find("127.0.0.1", 9000, 50000);
    Files.writeString(ipv4, IPV4.replace(":00000003", ":00000000"));

    Optional<SocketTable.Queues> sameLook = find("127.0.0.1", 9000, 50000);
    table.look();
    Optional<SocketTable.Queues> nextLook = find("127.0.0.1", 9000, 50000);

    assertThat(sameLook).isEqualTo(before);
    assertThat(nextLook)
        .get()
        .usingRecursiveComparison()
        .ignoringFields("place")
        .isEqualTo(new SocketTable.Queues(0, 0, OptionalLong.empty(), 0));
  }

  @Test
  void missingTableIsEmpty() throws IOException {
    Files.delete(ipv4);

    assertThat(table.exists()).isTrue();
    assertThat(find("127.0.0.1", 9000, 50000)).isEmpty();
    assertThat(find("127.0.0.1", 9000, 50001)).isPresent();

    Files.delete(ipv6);
    table.look();

    assertThat(table.exists()).isFalse();
    assertThat(find("127.0.0.1", 9000, 50001)).isEmpty();
  }

  @Test
  void rowsFurtherDownAreYounger() throws IOException {
    long client = find("127.0.0.1", 50000, 9000).orElseThrow().place();
    long server = find("127.0.0.1", 9000, 50000).orElseThrow().place();

    assertThat(client).isGreaterThan(server);
  }
}
