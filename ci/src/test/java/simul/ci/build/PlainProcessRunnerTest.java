package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class PlainProcessRunnerTest {
  @TempDir private Path folder;

  private ProcessOutcome run(String script, Duration limit) throws IOException {
    return new PlainProcessRunner()
        .run(
            new ProcessOrder(
                List.of("sh", "-c", script),
                folder,
                Map.of("WORD", "hello"),
                limit,
                folder.resolve("log")));
  }

  @Test
  void keepsWhatIsPrintedAndTheStatus() throws IOException {
    ProcessOutcome outcome = run("echo $WORD; echo oh >&2; exit 3", Duration.ofSeconds(30));

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.isSuccess()).isFalse();
    assertThat(folder.resolve("log")).hasContent("hello\noh\n");
  }

  @Test
  void endsWhatTakesTooLongWithAllThatItStarted() throws IOException {
    ProcessOutcome outcome = run("sleep 600 & echo $!; sleep 600", Duration.ofMillis(500));

    long child = Long.parseLong(Files.readString(folder.resolve("log")).strip());
    assertThat(outcome.timedOut()).isTrue();
    assertThat(outcome.took()).isLessThan(Duration.ofSeconds(20));
    assertThat(isRunning(child)).isFalse();
  }

  /** One that has ended, but whose parent never asked for its status, is as good as gone. */
  private static boolean isRunning(long pid) throws IOException {
    Path stat = Path.of("/proc", String.valueOf(pid), "stat");
    boolean isZombie = Files.exists(stat) && Files.readString(stat).contains(") Z ");
    return !isZombie && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void keepsNoEndlessLog() throws IOException {
    ProcessOutcome outcome = run("head -c 9000000 /dev/zero; echo done", Duration.ofSeconds(60));

    assertThat(outcome.isSuccess()).isTrue();
    assertThat(folder.resolve("log")).hasSize(4 << 20);
  }

  @Test
  void saysWhatCannotBeStarted() {
    ProcessOrder order =
        new ProcessOrder(
            List.of("/no/such/program"), folder, Map.of(), Duration.ofSeconds(1), folder);

    assertThatThrownBy(() -> new PlainProcessRunner().run(order))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/such/program");
  }
}
