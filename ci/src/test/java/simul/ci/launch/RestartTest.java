package simul.ci.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.check.TargetHost;
import simul.conformance.probe.TargetUnreachable;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/** When a target is started anew, with a program that is ready at once. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RestartTest {
  private static final Rule FRAME_1 = RuleCatalogue.get("FRAME-001");
  private static final Rule FRAME_2 = RuleCatalogue.get("FRAME-002");
  private static final Rule JOIN_1 = RuleCatalogue.get("JOIN-001");
  private static final Duration NONE = Duration.ZERO;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  @BeforeEach
  void assumeThereIsSleep() {
    Programs.assumeThereIs("sleep");
  }

  private static LaunchedTarget launch(Restart policy) throws Exception {
    return launch(policy, (address, patience) -> Optional.empty());
  }

  private static LaunchedTarget launch(Restart policy, Readiness readiness) throws Exception {
    Duration timeout = Duration.ofSeconds(10);
    return LaunchedTarget.launch(
        Programs.plan(Programs.shell("exec sleep 600; # {port}"), timeout), readiness, policy);
  }

  /** The processes that these checks are run on, each once. */
  private static List<Long> processes(LaunchedTarget target, Rule... checks) throws Exception {
    Set<Long> pids = new LinkedHashSet<>();
    for (Rule check : checks) {
      InetSocketAddress unused = target.readyFor(check);
      assertThat(unused).isEqualTo(target.address());
      pids.add(target.pid());
      assertThat(Programs.isRunning(target.pid())).isTrue();
    }
    return List.copyOf(pids);
  }

  private static void kill(LaunchedTarget target) {
    ProcessHandle process = ProcessHandle.of(target.pid()).orElseThrow();
    assertThat(process.destroyForcibly()).isTrue();
    // The handle may know of the end a moment before the target does.
    long start = System.nanoTime();
    while (!target.state(NONE).isLost() && System.nanoTime() - start < LONGEST.toNanos()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void oneThatServesIsKept() throws Exception {
    try (LaunchedTarget target = launch(Restart.WHEN_LOST)) {
      assertThat(processes(target, FRAME_1, FRAME_2, JOIN_1)).hasSize(1);
      assertThat(target.record().restarts()).isZero();
    }
  }

  @Test
  void everyCheckGetsItsOwn() throws Exception {
    try (LaunchedTarget target = launch(Restart.CASE)) {
      List<Long> pids = processes(target, FRAME_1, FRAME_2, JOIN_1);

      assertThat(pids).hasSize(3);
      assertThat(pids.subList(0, 2)).noneMatch(Programs::isRunning);
      assertThat(target.record().restarts()).isEqualTo(2);
    }
  }

  @Test
  void everyGroupGetsItsOwn() throws Exception {
    try (LaunchedTarget target = launch(Restart.GROUP)) {
      assertThat(processes(target, FRAME_1, FRAME_2)).hasSize(1);
      assertThat(processes(target, FRAME_2, JOIN_1)).hasSize(2);
      assertThat(target.record().restarts()).isEqualTo(1);
    }
  }

  @Test
  void lostOneIsReplaced() throws Exception {
    try (LaunchedTarget target = launch(Restart.WHEN_LOST)) {
      List<Long> before = processes(target, FRAME_1);
      kill(target);

      TargetHost.State state = target.state(NONE);
      List<Long> after = processes(target, FRAME_2);

      assertThat(state)
          .isInstanceOfSatisfying(
              TargetHost.Ended.class,
              end -> assertThat(end.exit().text()).isEqualTo("137 (SIGKILL)"));
      assertThat(after).doesNotContainAnyElementsOf(before);
      assertThat(target.record().restarts()).isEqualTo(1);
      assertThat(target.record().losses())
          .singleElement()
          .satisfies(loss -> assertThat(loss.check()).contains("FRAME-001"));
    }
  }

  @Test
  void lossIsToldUntilItIsMadeGood() throws Exception {
    try (LaunchedTarget target = launch(Restart.WHEN_LOST)) {
      kill(target);

      assertThat(target.state(NONE).isLost()).isTrue();
      assertThat(target.state(NONE).isLost()).isTrue();
      assertThat(target.record().losses()).hasSize(1);

      assertThat(processes(target, FRAME_1)).hasSize(1);
      assertThat(target.state(NONE).isLost()).isFalse();
    }
  }

  @Test
  void lostOneIsNotReplacedWhenItMustNotBe() throws Exception {
    try (LaunchedTarget target = launch(Restart.NEVER)) {
      kill(target);

      assertThatThrownBy(() -> target.readyFor(FRAME_1))
          .isInstanceOf(TargetUnreachable.class)
          .hasMessage(
              "the server exited with status 137 (SIGKILL), and is not to be started again");
      assertThat(target.record().restarts()).isZero();
    }
  }

  @Test
  void oneThatServesNobodyIsReplacedUnlessItMustNotBe() throws Exception {
    Duration little = Duration.ofMillis(50);
    for (Restart policy : List.of(Restart.WHEN_LOST, Restart.NEVER)) {
      boolean[] serves = {true};
      Readiness readiness =
          (address, patience) -> serves[0] ? Optional.empty() : Optional.of("an answer");
      try (LaunchedTarget target = launch(policy, readiness)) {
        List<Long> before = processes(target, FRAME_1);
        serves[0] = false;
        boolean lost = target.state(little).isLost();
        serves[0] = true;
        List<Long> after = processes(target, FRAME_2);

        assertThat(lost).isEqualTo(policy == Restart.WHEN_LOST);
        assertThat(after.equals(before)).isEqualTo(policy == Restart.NEVER);
      }
    }
  }

  @Test
  void thereIsAnEndToRestarts() throws Exception {
    try (LaunchedTarget target = launch(Restart.WHEN_LOST)) {
      for (int i = 0; i < LaunchedTarget.MOST_LOSSES; i++) {
        kill(target);
        assertThat(processes(target, FRAME_1)).hasSize(1);
      }
      kill(target);

      assertThatThrownBy(() -> target.readyFor(FRAME_2))
          .isInstanceOf(TargetUnreachable.class)
          .hasMessage("the server was lost 41 times and is not started again");
      assertThat(target.record().restarts()).isEqualTo(LaunchedTarget.MOST_LOSSES);
    }
  }

  @Test
  void oneThatDoesNotComeBackIsAwaitedOnce() throws Exception {
    int[] looks = {0};
    Readiness once =
        (address, patience) -> looks[0]++ == 0 ? Optional.empty() : Optional.of("an answer");
    LaunchPlan plan =
        Programs.plan(Programs.shell("exec sleep 600; # {port}"), Duration.ofMillis(200));
    try (LaunchedTarget target = LaunchedTarget.launch(plan, once, Restart.WHEN_LOST)) {
      kill(target);

      for (Rule check : List.of(FRAME_1, FRAME_2)) {
        assertThatThrownBy(() -> target.readyFor(check))
            .isInstanceOf(TargetUnreachable.class)
            .hasMessage(
                "the server cannot be started again: the server runs, but does not serve within"
                    + " 0.2 s: an answer");
      }
      int before = looks[0];
      assertThatThrownBy(() -> target.readyFor(JOIN_1)).isInstanceOf(TargetUnreachable.class);
      assertThat(looks[0]).isEqualTo(before);
    }
  }

  @Test
  void interruptionEndsTheLookAtOneThatMayHang() throws Exception {
    int[] looks = new int[1];
    Readiness once =
        (address, patience) -> looks[0]++ == 0 ? Optional.empty() : Optional.of("an answer");

    try (LaunchedTarget target = launch(Restart.WHEN_LOST, once)) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> target.state(Duration.ofHours(1)))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(target.record().losses()).isEmpty();
    }
  }

  @Test
  void interruptionEndsTheWaitForOneThatIsStartedAgain() throws Exception {
    int[] looks = new int[1];
    Readiness once =
        (address, patience) -> {
          if (looks[0]++ == 0) {
            return Optional.empty();
          }
          Thread.currentThread().interrupt();
          return Optional.of("an answer");
        };

    try (LaunchedTarget target = launch(Restart.WHEN_LOST, once)) {
      kill(target);

      assertThatThrownBy(() -> target.readyFor(FRAME_1))
          .isInstanceOf(TargetUnreachable.class)
          .hasMessage("the server cannot be started again: the launch was interrupted");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(looks[0]).isEqualTo(2);
    }
  }

  @Test
  void closedOneIsNotStartedAgain() throws Exception {
    LaunchedTarget target = launch(Restart.WHEN_LOST);
    target.close();

    assertThatThrownBy(() -> target.readyFor(FRAME_1))
        .isInstanceOf(TargetUnreachable.class)
        .hasMessage("the server cannot be started again: the launch was interrupted");
    assertThat(Programs.isRunning(target.pid())).isFalse();
  }
}
