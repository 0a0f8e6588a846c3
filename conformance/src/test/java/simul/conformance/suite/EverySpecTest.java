package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.check.Suite;
import simul.conformance.mutant.Mutant;
import simul.conformance.mutant.Mutants;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Script;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.model.Spec;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.rule.Rule;

/** Every protocol that comes with the program: its reference server is right, its mutants wrong. */
@Execution(ExecutionMode.CONCURRENT)
class EverySpecTest {
  /** Plenty for a server in this process, and little enough for dozens of silent mutants. */
  private static final Duration PATIENCE = Duration.ofMillis(700);

  /** Of each section that takes no time, the first checks. */
  private static final List<Check> FEW =
      new Selection(
              List.of("FRAME-001", "JOIN-00*", "MOVE-00*", "LEAVE-00*", "FULL-001"), List.of())
          .of(Checks.all());

  /** So many mistakes must show in each protocol, however little of it can be got wrong. */
  private static final int LEAST_KILLED = 8;

  static List<String> specs() {
    return SpecLoader.BUNDLED;
  }

  /** Events, snapshots on demand, events by view, clients that are never told who they are. */
  static List<String> someSpecs() {
    return List.of("homework3-wide", "ask-first", "view-range", "nameless");
  }

  @ParameterizedTest
  @MethodSource("someSpecs")
  void referenceServerPassesAllThatIsFast(String spec) throws Exception {
    Protocol protocol = Protocol.of(SpecLoader.load(spec));

    assertRight(run(Parts.of(protocol), protocol, FEW, Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @MethodSource("specs")
  @Tag("whole")
  void referenceServerPasses(String spec) throws Exception {
    Protocol protocol = Protocol.of(SpecLoader.load(spec));

    assertRight(run(Parts.of(protocol), protocol, Checks.all(), Duration.ofSeconds(10)));
  }

  private static void assertRight(SuiteResult result) {
    assertThat(result.checks())
        .noneMatch(check -> check.verdict() == Verdict.FAIL)
        .noneMatch(check -> check.verdict() == Verdict.INCONCLUSIVE)
        .anyMatch(check -> check.verdict() == Verdict.PASS);
  }

  @ParameterizedTest
  @MethodSource("specs")
  @Tag("whole")
  void enoughMutantsAreKilled(String spec) throws Exception {
    List<String> killed = new ArrayList<>();
    List<String> survived = new ArrayList<>();

    for (Mutant mutant : possible(spec)) {
      if (killed.size() < LEAST_KILLED) {
        (isKilled(mutant, spec) ? killed : survived).add(mutant.name());
      }
    }

    assertThat(killed)
        .as("killed, when these survived: %s", survived)
        .hasSizeGreaterThanOrEqualTo(LEAST_KILLED);
  }

  /** One of each rule, so that the mistakes are of many kinds. */
  private static List<Mutant> possible(String spec) throws SpecException {
    Spec model = SpecLoader.load(spec);
    Set<String> rules = new HashSet<>();
    return Mutants.all().stream()
        .filter(mutant -> mutant.isPossibleIn(model))
        .filter(mutant -> rules.add(mutant.ruleId()))
        .toList();
  }

  private static boolean isKilled(Mutant mutant, String spec) throws SpecException, IOException {
    Protocol protocol = Protocol.of(SpecLoader.load(spec));
    Parts faulty = mutant.infect().apply(Parts.of(protocol));
    try {
      List<Check> own = new Selection(List.of(mutant.ruleId()), List.of()).of(Checks.all());
      return run(faulty, protocol, own, PATIENCE).verdict() == Verdict.FAIL;
    } catch (TargetUnreachable e) {
      // A server that lets nobody in is noticed, too.
      return true;
    }
  }

  private static SuiteResult run(
      Parts parts, Protocol protocol, List<Check> checks, Duration patience)
      throws IOException, TargetUnreachable {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (ReferenceServer server = ReferenceServer.start(free, parts)) {
      Suite.Plan plan =
          new Suite.Plan(protocol, server.address(), checks, 1, Optional.of(patience));
      Listener listener = new Listener();
      listener.suite = new Suite(plan, listener);
      return listener.suite.run();
    }
  }

  /** One failure is enough to know a mutant by. */
  private static final class Listener implements Suite.Listener {
    private Suite suite;

    @Override
    public void started(Duration patience) {}

    @Override
    public void ended(CheckResult result) {
      if (result.verdict() == Verdict.FAIL) {
        suite.stop();
      }
    }

    @Override
    public Optional<String> save(Rule rule, Script script) {
      return Optional.empty();
    }

    @Override
    public void defect(Rule rule, RuntimeException defect) {
      throw defect;
    }
  }
}
