package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.mutant.Mutant;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.FreePort;
import simul.conformance.odd.OddServer;
import simul.conformance.odd.OddServers;
import simul.conformance.odd.Servers;
import simul.conformance.odd.SuiteRun;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.reference.ReferenceServer;
import simul.spec.rule.Level;
import simul.spec.rule.RuleCatalogue;

/** Servers that look strange and keep every rule: none may fail, and nothing of them stays. */
@Execution(ExecutionMode.CONCURRENT)
class OddServersTest {
  private static final Protocol PROTOCOL = Servers.HOMEWORK3;

  /** What takes no time; the whole suite is for the self-check. */
  private static final List<Check> MOST =
      new Selection(
              List.of("FRAME-003", "FRAME-005", "JOIN-00*", "LEAVE-00*", "FULL-006"), List.of())
          .of(Checks.all());

  private static final List<String> OTHER_SPECS = List.of("view-range");

  private static final List<Check> FEW =
      new Selection(List.of("FRAME-001", "FRAME-005", "FRAME-007"), List.of()).of(Checks.all());

  static List<OddServer> odd() {
    return OddServers.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("odd")
  void oddServerPassesAndLeavesNothing(OddServer odd) throws Exception {
    assertPasses(odd, PROTOCOL, MOST);
  }

  static Stream<Arguments> oddOnOtherSpecs() {
    return OTHER_SPECS.stream()
        .flatMap(spec -> OddServers.all().stream().map(odd -> Arguments.of(spec, odd)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("oddOnOtherSpecs")
  void oddServerSpeaksOtherProtocols(String spec, OddServer odd) throws Exception {
    assertPasses(odd, Servers.protocol(spec), FEW);
  }

  private static void assertPasses(OddServer odd, Protocol protocol, List<Check> checks)
      throws Exception {
    List<Throwable> crashes = new ArrayList<>();
    ThreadGroup group =
        new ThreadGroup(odd.name()) {
          @Override
          public void uncaughtException(Thread thread, Throwable crash) {
            crashes.add(crash);
          }
        };
    SuiteRun[] run = new SuiteRun[1];
    InetSocketAddress[] address = new InetSocketAddress[1];
    Thread thread =
        new Thread(
            group,
            () -> {
              try (ReferenceServer server = Servers.of(protocol, odd.alter())) {
                address[0] = server.address();
                run[0] = SuiteRun.of(protocol, server.address(), checks);
              }
            });
    thread.start();
    thread.join();

    assertThat(crashes).isEmpty();
    List<CheckResult> wrong =
        run[0].heard().stream()
            .filter(
                check ->
                    check.verdict() == Verdict.INCONCLUSIVE
                        || check.verdict() == Verdict.FAIL
                            && !odd.waived().contains(check.rule().id()))
            .toList();
    assertThat(wrong).isEmpty();
    assertThat(run[0].rules(Verdict.PASS)).isNotEmpty();
    assertThat(run[0].result().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
    assertThat(SuiteRun.threads(group)).isEmpty();
    assertThat(FreePort.isRefused(address[0])).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("odd")
  void serverWithClientsOfAllKindsLeavesNothing(OddServer odd) throws Exception {
    ThreadGroup group = new ThreadGroup(odd.name());
    List<Socket> clients = new ArrayList<>();
    Thread thread =
        new Thread(
            group,
            () -> {
              try (ReferenceServer server = Servers.of(PROTOCOL, odd.alter())) {
                join(server.address(), clients);
              }
            });

    thread.start();
    thread.join();

    assertThat(clients).hasSize(12);
    assertThat(SuiteRun.threads(group)).isEmpty();
    for (Socket client : clients) {
      assertThat(isOver(client)).isTrue();
      client.close();
    }
  }

  /** Twelve of ten that may play: some send nothing, some half a packet, some bad ones. */
  private static void join(InetSocketAddress address, List<Socket> clients) {
    byte[][] input = {{}, {3}, {3, 1, 9}, {0}, {(byte) 255, 1}, {3, 1, 1, 3}};
    for (int i = 0; i < 12; i++) {
      try {
        Socket client = new Socket(address.getAddress(), address.getPort());
        clients.add(client);
        client.setSoTimeout(5_000);
        client.getOutputStream().write(input[i % input.length]);
        if (i % 3 == 0) {
          client.shutdownOutput();
        }
      } catch (IOException e) {
        // A client beyond the limit may be gone before it has sent.
        assert clients.size() > 10 : e;
      }
    }
  }

  /** Whether the other end is closed, in whatever manner. */
  private static boolean isOver(Socket client) {
    try {
      return client.getInputStream().readAllBytes() != null;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return client.isConnected();
    }
  }

  @Test
  void namesAreUniqueAmongMutantsAsWell() {
    List<String> names =
        Stream.concat(
                OddServers.all().stream().map(OddServer::name),
                Mutants.all().stream().map(Mutant::name))
            .toList();

    assertThat(OddServers.all()).hasSizeGreaterThanOrEqualTo(14);
    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-?[a-z0-9]+)*"));
    assertThat(OddServers.find("writes-single-bytes")).isPresent();
    assertThat(OddServers.find("writes")).isEmpty();
  }

  @Test
  void onlyRulesThatMayBeBrokenAreWaived() {
    assertThat(OddServers.all().stream().flatMap(odd -> odd.waived().stream()))
        .isNotEmpty()
        .allMatch(id -> RuleCatalogue.get(id).level() != Level.MUST);
  }
}
