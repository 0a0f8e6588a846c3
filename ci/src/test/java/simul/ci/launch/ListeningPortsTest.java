package simul.ci.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListeningPortsTest {
  private static final long THIS = ProcessHandle.current().pid();

  @BeforeEach
  void hasKernelFiles() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "this system has no /proc");
  }

  @Test
  void findsThePortsThatAProcessListensOnAndNoOther() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int closed;
    try (ServerSocket one = new ServerSocket(0, 1, loopback);
        ServerSocket two = new ServerSocket(0);
        Socket client = new Socket(loopback, one.getLocalPort())) {
      closed = two.getLocalPort();

      assertThat(ListeningPorts.of(List.of(THIS)))
          .contains(one.getLocalPort(), two.getLocalPort())
          .doesNotContain(client.getLocalPort());
    }
    assertThat(ListeningPorts.of(List.of(THIS))).doesNotContain(closed);
    assertThat(ListeningPorts.of(List.of())).isEmpty();
  }

  @Test
  void serverWhosePortNobodyKnowsIsFoundAndServes() throws Exception {
    LaunchPlan plan =
        LaunchPlan.findingPort(
            CommandWords.parse(Programs.java("simul.ci.cli.Simul", "serve --port 0")),
            Path.of(""),
            Duration.ofSeconds(60));

    try (LaunchedTarget target =
        LaunchedTarget.launch(plan, new LetsClientIn(Programs.homework3()), Restart.NEVER)) {
      assertThat(target.address().getPort()).isPositive();
    }
  }

  @Test
  void programThatListensOnNothingSaysSo() throws Exception {
    LaunchPlan plan =
        LaunchPlan.findingPort(CommandWords.parse("sleep 20"), Path.of(""), Duration.ofMillis(300));

    assertThat(
            catchThrowable(
                () ->
                    LaunchedTarget.launch(
                        plan, new LetsClientIn(Programs.homework3()), Restart.NEVER)))
        .isInstanceOf(LaunchFailed.class)
        .hasMessageContaining("it listens on no port");
  }
}
