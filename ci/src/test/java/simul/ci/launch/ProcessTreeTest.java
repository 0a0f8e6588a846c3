package simul.ci.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class ProcessTreeTest {
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** A shell and what it has started in the background and written the ID of. */
  private record Family(Process shell, long child) {

    static Family start(String script, String mark) throws Exception {
      Programs.assumeThereIs("sh");
      ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
      builder.environment().put(ProcessTree.MARK, mark);
      Process shell = builder.start();
      BufferedReader out = shell.inputReader(StandardCharsets.UTF_8);
      return new Family(shell, Long.parseLong(out.readLine()));
    }

    ProcessTree tree(String mark) {
      return new ProcessTree(shell.toHandle(), mark);
    }

    void killShell() {
      assertThat(shell.toHandle().destroyForcibly()).isTrue();
      shell.onExit().join();
    }
  }

  @Test
  void stopsChildren() throws Exception {
    Family family = Family.start("sleep 600 & echo $!; wait", "other");
    ProcessTree tree = family.tree("none");
    assertThat(Programs.isRunning(family.child())).isTrue();

    List<Long> left = tree.stop(GRACE);

    assertThat(left).isEmpty();
    assertThat(Programs.isRunning(family.child())).isFalse();
    assertThat(Programs.isRunning(family.shell().pid())).isFalse();
  }

  @Test
  void remembersChildrenWhoseParentHasEnded() throws Exception {
    Family family = Family.start("sleep 600 & echo $!; wait", "other");
    ProcessTree tree = family.tree("none");
    tree.look();
    family.killShell();
    assertThat(Programs.isRunning(family.child())).isTrue();

    List<Long> left = tree.stop(GRACE);

    assertThat(left).isEmpty();
    assertThat(Programs.isRunning(family.child())).isFalse();
  }

  @Test
  void knowsChildrenThatItHasNeverSeenByTheirMark() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/environ")), "/proc is missing");
    Family family = Family.start("sleep 600 & echo $!; wait", "mine");
    family.killShell();
    Family other = Family.start("sleep 600 & echo $!; wait", "minefield");

    List<Long> left = family.tree("mine").stop(GRACE);

    assertThat(left).isEmpty();
    assertThat(Programs.isRunning(family.child())).isFalse();
    assertThat(Programs.isRunning(other.child())).isTrue();
    assertThat(other.tree("minefield").stop(GRACE)).isEmpty();
    assertThat(Programs.isRunning(other.child())).isFalse();
  }

  @Test
  void interruptedThreadKnowsChildrenByTheirMarkAsWell() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/environ")), "/proc is missing");
    Family family = Family.start("sleep 600 & echo $!; wait", "interrupted");
    family.killShell();

    Thread.currentThread().interrupt();
    List<Long> left = family.tree("interrupted").stop(GRACE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(left).isEmpty();
    assertThat(Programs.isRunning(family.child())).isFalse();
  }

  @Test
  void killsWhatDoesNotStop() throws Exception {
    Family family =
        Family.start("trap '' TERM; sleep 600 & echo $!; while :; do wait; done", "other");
    long start = System.nanoTime();

    List<Long> left = family.tree("none").stop(Duration.ofMillis(200));

    assertThat(left).isEmpty();
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(200).toNanos());
    assertThat(Programs.isRunning(family.child())).isFalse();
    assertThat(Programs.isRunning(family.shell().pid())).isFalse();
  }

  @Test
  void takesStoppedOnesForStopped() throws Exception {
    Family family = Family.start("echo $$; exec sleep 600", "other");
    ProcessTree tree = family.tree("none");

    assertThat(tree.isRunning()).isTrue();
    assertThat(tree.stop(GRACE)).isEmpty();
    assertThat(tree.isRunning()).isFalse();
    assertThat(tree.stop(GRACE)).isEmpty();
  }
}
