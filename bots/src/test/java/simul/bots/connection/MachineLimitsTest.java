package simul.bots.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MachineLimitsTest {
  private static final InetSocketAddress LOOPBACK = target(127, 0, 0, 1);

  /** Of a block that is set aside for documentation. */
  private static final InetSocketAddress FAR = target(192, 0, 2, 1);

  private static InetSocketAddress target(int... address) {
    byte[] bytes = new byte[address.length];
    IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) address[i]);
    try {
      return new InetSocketAddress(InetAddress.getByAddress(bytes), 9000);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void descriptorsThatAreMissingAreNamedWithWhatToRaise() {
    assertThat(new MachineLimits(1063, 28_000).shortage(LOOPBACK, 1000, 1))
        .contains(
            "1000 bots need 1064 file descriptors, but this process may open only 1063 more:"
                + " raise the limit with 'ulimit -n 1128', or for good in"
                + " /etc/security/limits.conf");
    assertThat(new MachineLimits(1064, 28_000).shortage(LOOPBACK, 1000, 1)).isEmpty();
    assertThat(new MachineLimits(1064, 28_000).shortage(LOOPBACK, 1000, 2)).isPresent();
  }

  @Test
  void portsThatAreMissingAreNamedWithWhatToRaise() {
    assertThat(new MachineLimits(100_000, 999).shortage(FAR, 1000, 1))
        .contains(
            "1000 bots need as many ports, but an address of this machine has only 999 for"
                + " connections: raise it with"
                + " 'sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\"', or ask for fewer");
    assertThat(new MachineLimits(100_000, 1000).shortage(FAR, 1000, 1)).isEmpty();
  }

  @Test
  void thisMachineHasSome() {
    assertThat(MachineLimits.current().descriptors()).isGreaterThan(64);
    assertThat(MachineLimits.current().ports()).isGreaterThan(1000);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void botsOnLoopbackAreSpreadWhenOneAddressIsTight() {
    SourceAddresses sources = SourceAddresses.of(LOOPBACK, 1000, 800);
    Map<InetSocketAddress, Integer> bots = new HashMap<>();

    IntStream.range(0, 1000).forEach(i -> bots.merge(sources.of(i).orElseThrow(), 1, Integer::sum));

    assertThat(bots).hasSize(3);
    assertThat(bots.values()).allMatch(count -> count <= 400);
    assertThat(bots.keySet()).allMatch(source -> source.getAddress().isLoopbackAddress());
  }

  @Test
  void systemChoosesWhereOneAddressWillDo() {
    assertThat(SourceAddresses.of(LOOPBACK, 10, 28_000).of(3)).isEmpty();
    assertThat(SourceAddresses.of(FAR, 1000, 800).of(3)).isEmpty();
  }
}
