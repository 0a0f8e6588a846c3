package simul.ci.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What hostile programs can do: nothing that anybody else would notice. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class BubblewrapTest {
  private static final Confinement.Limits TIGHT =
      new Confinement.Limits(40, 1 << 20, 4 << 20, Optional.of(512L << 20), Duration.ofSeconds(2));

  @TempDir private Path folder;

  private final Bubblewrap sandbox = Bubblewrap.ofThisUser(0);

  /** How a shell command ended. */
  private record Ended(int status, String said) {}

  @BeforeEach
  void hasBubblewrap() {
    Optional<String> lacking = sandbox.lacking();
    assumeTrue(lacking.isEmpty(), () -> "no sandbox: " + lacking.orElse(""));
  }

  private Ended run(Confinement confinement, String script)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(sandbox.confine(List.of("sh", "-c", script), confinement))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }

  private Confinement reading() {
    return Confinement.reading(folder, TIGHT);
  }

  @Test
  void runsWhatItIsGivenWhereItIsToRun() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "Simul");
    sandbox.give(folder);

    Ended ended = run(reading().with(Map.of("PORT", "9000")), "cat a.txt; echo $PORT; exit 7");

    assertThat(ended).isEqualTo(new Ended(7, "Simul9000\n"));
  }

  @Test
  void runsInFolderWhoseParentIsNobodysBusiness() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("private/a/b"));
    Files.writeString(deep.resolve("a.txt"), "Simul");
    sandbox.give(deep);
    Files.setPosixFilePermissions(
        folder.resolve("private"), PosixFilePermissions.fromString("rwx------"));

    Ended ended = run(Confinement.reading(deep, TIGHT), "cat a.txt");

    assertThat(ended).isEqualTo(new Ended(0, "Simul"));
  }

  @Test
  void readsNothingOfOthers() throws Exception {
    Path secret = Files.createTempFile("secret", ".txt");
    try {
      Files.writeString(secret, "the key");

      Ended ended = run(reading(), "cat " + secret + " /etc/passwd /etc/shadow /root/.profile");

      assertThat(ended.status()).isNotZero();
      assertThat(ended.said()).doesNotContain("the key").doesNotContain("root:");
    } finally {
      Files.delete(secret);
    }
  }

  @Test
  void seesNoProcessesAndEndsNone() throws Exception {
    long tester = ProcessHandle.current().pid();

    Ended ended = run(reading(), "ls /proc | grep -c '^[0-9]'; kill -9 " + tester + "; kill -9 1");

    assertThat(Integer.parseInt(ended.said().lines().findFirst().orElseThrow())).isLessThan(10);
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void writesOnlyWhereItMay() throws Exception {
    Ended inSubmission = run(reading(), "echo x > a.txt");
    Ended inSystem = run(reading(), "echo x > /usr/bin/x; echo x > /x");
    Ended inHome = run(reading(), "cd && echo x > a.txt && cat a.txt");

    assertThat(inSubmission.status()).isNotZero();
    assertThat(inSystem.status()).isNotZero();
    assertThat(inHome).isEqualTo(new Ended(0, "x\n"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void writesToFolderThatIsGivenToIt() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    sandbox.give(folder);

    Ended ended = run(Confinement.writing(folder, TIGHT), "echo x > a.txt");

    assertThat(ended).isEqualTo(new Ended(0, ""));
    assertThat(folder.resolve("a.txt")).hasContent("x");
  }

  @Test
  void fillsNoDisk() throws Exception {
    Ended one = run(reading(), "cd; dd if=/dev/zero of=big bs=64k count=1024; ls -l big");
    Ended many =
        run(reading(), "cd; for i in $(seq 40); do dd if=/dev/zero of=$i bs=512k count=1; done");

    assertThat(one.said()).containsAnyOf("File size limit exceeded", "File too large");
    assertThat(many.said()).contains("No space left on device");
  }

  @Test
  void forksNoBomb() throws Exception {
    Ended ended = run(reading(), "for i in $(seq 100); do sleep 3 & done; echo done");

    assertThat(ended.said().toLowerCase(Locale.ROOT)).contains("fork");
  }

  @Test
  void computesNoLongerThanItMay() throws Exception {
    Ended ended = run(reading(), "while :; do :; done");

    assertThat(ended.status()).isNotZero();
  }

  @Test
  void takesNoMoreMemoryThanItMay() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "python3 is not installed");

    Ended ended = run(reading(), "python3 -c 'bytearray(1 << 30)'");

    assertThat(ended.said()).contains("MemoryError");
  }

  @Test
  void offlineItReachesNobody() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "python3 is not installed");
    try (ServerSocket outside = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String connect =
          "python3 -c 'import socket; socket.create_connection((\"127.0.0.1\", "
              + outside.getLocalPort()
              + "), 2); print(\"in\")'";

      Ended alone = run(reading().offline(), connect);
      Ended together = run(reading(), connect);

      assertThat(alone.said()).contains("ConnectionRefusedError");
      assertThat(together.said()).isEqualTo("in\n");
    }
  }

  @Test
  void nothingOfItIsLeftWhenItsFirstProcessEnds() throws Exception {
    Ended ended = run(reading(), "setsid sleep 54.321 & setsid sleep 54.321 & echo gone");

    assertThat(ended.said()).isEqualTo("gone\n");
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process -> process.info().commandLine().orElse("").contains("54.321"));
  }

  @Test
  void hasNoSecretsInItsEnvironment() throws Exception {
    Ended ended = run(reading(), "env | cut -d= -f1 | sort");

    assertThat(ended.said().lines())
        .contains("HOME", "LANG", "PATH")
        .isSubsetOf("HOME", "LANG", "PATH", "PWD", "OLDPWD", "SHLVL", "_");
  }

  @Test
  void sandboxOfNoneChangesNothing() {
    List<String> words = List.of("server", "9000");

    assertThat(Sandbox.NONE.confine(words, reading())).isEqualTo(words);
  }
}
