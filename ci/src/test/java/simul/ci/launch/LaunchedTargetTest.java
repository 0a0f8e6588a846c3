package simul.ci.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.check.TargetHost;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

/** Real processes, of which nothing may be left. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class LaunchedTargetTest {
  private static final Duration SHORT = Duration.ofMillis(500);

  /** The process that a script was told to write down. */
  @TempDir private Path folder;

  private static void assertNothingLeft(LaunchedTarget target, Long... pids) {
    assertThat(pids).isNotEmpty().noneMatch(Programs::isRunning);
    assertThat(Programs.isFree(target.address())).isTrue();
  }

  private long written(String name) throws Exception {
    return Long.parseLong(Files.readString(folder.resolve(name)).strip());
  }

  private static LaunchFailed failure(String command) {
    return catchThrowableOfType(
        LaunchFailed.class,
        () ->
            LaunchedTarget.launch(
                    Programs.plan(command, SHORT),
                    new LetsClientIn(Programs.homework3()),
                    Restart.WHEN_LOST)
                .close());
  }

  @Test
  void servesAsSoonAsItHasBeenLaunched() throws Exception {
    LaunchedTarget target =
        Programs.launch(Programs.java("simul.ci.cli.Simul", "serve --port {port}"));

    Optional<String> lacking;
    TargetHost.State state;
    try (target) {
      assertThat(Programs.isRunning(target.pid())).isTrue();
      lacking = new LetsClientIn(Programs.homework3()).lacking(target.address(), SHORT);
      state = target.state(Duration.ZERO);
    }

    assertThat(lacking).isEmpty();
    assertThat(state).isInstanceOf(TargetHost.Serving.class);
    assertThat(target.record().losses()).isEmpty();
    assertNothingLeft(target, target.pid());
  }

  @Test
  void servesFromPython() throws Exception {
    Programs.assumeThereIs("python3");
    LaunchedTarget target =
        Programs.launch("python3 " + Path.of("src/test/python/chessboard.py") + " {port}");

    try (target) {
      assertThat(target.state(Duration.ofSeconds(5))).isInstanceOf(TargetHost.Serving.class);
    }

    assertNothingLeft(target, target.pid());
  }

  @Test
  void saysHowProgramExitedBeforeItServed() {
    LaunchFailed failure =
        failure(Programs.shell("echo one; echo two >&2; printf '\\033[31m'; exit 3; # {port}"));

    assertThat(failure)
        .hasMessage(
            "the server exited with status 3 before it served; its last output:\n"
                + "  one\n  two\n  \\x1b[31m");
    assertThat(failure.reason()).isEqualTo("the server exited with status 3 before it served");
  }

  @Test
  void namesTheSignalThatEndedProgram() {
    assertThat(failure(Programs.shell("kill -SEGV $$; # {port}")))
        .hasMessage(
            "the server exited with status 139 (SIGSEGV) before it served; it printed nothing");
  }

  @Test
  void saysThatThereIsNoSuchProgram() {
    assertThat(failure("no-such-program {port}"))
        .hasMessage("the server cannot be started: no-such-program: No such file or directory");
  }

  @Test
  void saysWhatWasAwaitedOfProgramThatNeverListens() throws Exception {
    Path file = folder.resolve("pid");

    LaunchFailed failure =
        failure(Programs.shell("echo $$ > '" + file + "'; echo waiting; exec sleep 600; # {port}"));

    assertThat(failure.getMessage())
        .matches(
            "(?s)the server runs, but does not serve within 0\\.5 s: 127\\.0\\.0\\.1:\\d+: "
                + "connection refused, nobody listens there; its last output:\n  waiting");
    assertThat(Programs.isRunning(written("pid"))).isFalse();
  }

  @Test
  void saysThatProgramWentToTheBackground() throws Exception {
    Path file = folder.resolve("pid");
    String script = "sleep 600 & echo $! > '" + file + "'; # {port}";

    LaunchFailed failure = failure(Programs.shell(script));

    assertThat(failure.reason())
        .isEqualTo(
            "the server exited with status 0 before it served, but left something running: it has"
                + " to stay in the foreground");
    assertThat(Programs.isRunning(written("pid"))).isFalse();
  }

  @Test
  void takesPortThatIsNamed() throws Exception {
    int port = Ports.pick();
    String command = Programs.server("nothing").replace("{port}", String.valueOf(port));
    LaunchPlan plan =
        new LaunchPlan(
            CommandWords.parse(command), Path.of(""), OptionalInt.of(port), Duration.ofSeconds(30));
    LaunchedTarget target =
        LaunchedTarget.launch(plan, new LetsClientIn(Programs.homework3()), Restart.NEVER);

    try (target) {
      assertThat(target.address().getPort()).isEqualTo(port);
    }

    assertNothingLeft(target, target.pid());
  }

  @Test
  void takesNoOtherServerForItsOwn() throws Exception {
    InetSocketAddress any = new InetSocketAddress("127.0.0.1", 0);
    try (ReferenceServer other = ReferenceServer.start(any, Parts.of(Programs.homework3()))) {
      LaunchPlan plan =
          new LaunchPlan(
              CommandWords.parse("sleep 600"),
              Path.of(""),
              OptionalInt.of(other.address().getPort()),
              SHORT);

      assertThatThrownBy(
              () ->
                  LaunchedTarget.launch(plan, new LetsClientIn(Programs.homework3()), Restart.NEVER)
                      .close())
          .isInstanceOf(LaunchFailed.class)
          .hasMessage(
              "something else listens on 127.0.0.1:" + other.address().getPort() + " already");
    }
  }

  @Test
  void runsInItsFolder() throws Exception {
    LaunchPlan plan =
        new LaunchPlan(
            CommandWords.parse(Programs.shell("pwd > here; exec sleep 600; # {port}")),
            folder,
            OptionalInt.empty(),
            Duration.ofSeconds(30));
    Readiness written =
        (address, patience) ->
            Files.exists(folder.resolve("here")) ? Optional.empty() : Optional.of("a file");

    try (LaunchedTarget target = LaunchedTarget.launch(plan, written, Restart.NEVER)) {
      assertThat(Programs.isRunning(target.pid())).isTrue();
    }

    assertThat(Path.of(Files.readString(folder.resolve("here")).strip()).toRealPath())
        .isEqualTo(folder.toRealPath());
  }

  @Test
  void endlessOutputHoldsNothingUp() throws Exception {
    Programs.assumeThereIs("yes");
    long muchMoreThanPipe = 100L << 20;
    LaunchedTarget target =
        Programs.launch(
            Programs.shell(
                "yes & echo $! > '"
                    + folder.resolve("yes")
                    + "'; exec "
                    + Programs.server("nothing")));

    try (target) {
      for (int i = 0; i < 10_000 && target.outputBytes() < muchMoreThanPipe; i++) {
        assertThat(target.state(Duration.ofSeconds(10))).isInstanceOf(TargetHost.Serving.class);
      }
      assertThat(target.outputBytes()).isGreaterThan(muchMoreThanPipe);
    }

    assertNothingLeft(target, target.pid(), written("yes"));
  }

  @Test
  void stopsChildThatKeepsThePort() throws Exception {
    LaunchedTarget target =
        Programs.launch(
            Programs.shell(
                Programs.server("nothing")
                    + " & echo $! > '"
                    + folder.resolve("child")
                    + "'; wait"));

    try (target) {
      assertThat(written("child")).isNotEqualTo(target.pid());
      assertThat(Programs.isRunning(written("child"))).isTrue();
    }

    assertNothingLeft(target, target.pid(), written("child"));
  }

  @Test
  void stopsServerWhoseParentHasEnded() throws Exception {
    String orphaned =
        "("
            + Programs.server("nothing")
            + " & echo $! > '"
            + folder.resolve("orphan")
            + "'); exec sleep 600";
    LaunchedTarget target = Programs.launch(Programs.shell(orphaned));

    try (target) {
      assertThat(ProcessHandle.of(target.pid()).stream().flatMap(ProcessHandle::descendants))
          .isEmpty();
      assertThat(Programs.isRunning(written("orphan"))).isTrue();
    }

    assertNothingLeft(target, target.pid(), written("orphan"));
  }

  @Test
  void killsServerThatIgnoresRequestToStop() throws Exception {
    LaunchedTarget target =
        Programs.launch(Programs.shell("trap '' TERM; exec " + Programs.server("nothing")));

    try (target) {
      ProcessHandle process = ProcessHandle.of(target.pid()).orElseThrow();
      assertThat(process.destroy()).isTrue();
      assertThat(target.state(SHORT)).isInstanceOf(TargetHost.Serving.class);
    }

    assertNothingLeft(target, target.pid());
  }

  @Test
  void tellsHangFromCrash() throws Exception {
    LaunchedTarget target = Programs.launch(Programs.server("nothing"));
    long pid = target.pid();

    TargetHost.State hung;
    try (target) {
      signal("STOP", pid);
      hung = target.state(SHORT);
    }

    assertThat(hung).isInstanceOf(TargetHost.Hung.class);
    assertThat(target.record().losses())
        .singleElement()
        .satisfies(
            loss -> {
              assertThat(loss.exit()).isEmpty();
              assertThat(loss.lastOutput().get(0)).startsWith("listening on ");
              assertThat(loss.text()).isEqualTo("the server runs, but serves nobody any more");
            });
    assertNothingLeft(target, pid);
  }

  private static void signal(String name, long pid) throws Exception {
    Programs.assumeThereIs("kill");
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }

  @Test
  void closingTwiceIsClosingOnce() throws Exception {
    LaunchedTarget target = Programs.launch(Programs.server("nothing"));

    target.close();
    target.close();

    assertNothingLeft(target, target.pid());
  }

  @Test
  void leavesNoThreads() throws Exception {
    LaunchedTarget target = Programs.launch(Programs.server("nothing"));

    target.close();

    Stream<Thread> readers =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("output of " + target.pid()));
    for (Thread reader : readers.toList()) {
      reader.join(5000);
      assertThat(reader.isAlive()).isFalse();
    }
    assertNothingLeft(target, target.pid());
  }
}
