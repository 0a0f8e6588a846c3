package simul.conformance.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.Servers;
import simul.conformance.script.Outcome;
import simul.conformance.script.ReplayFile;
import simul.conformance.script.Script;
import simul.conformance.script.Step;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.reference.ReferenceServer;

class SegmentationPropertyTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @ParameterizedTest
  @CsvSource({
    "homework3, takes-receive-for-packet",
    "homework3, takes-lone-byte-for-packet",
    "homework3, reverses-coalesced-frames",
    "homework3, merges-equal-moves",
    "homework3-wide, drops-tail-of-receive",
    "homework3-wide, repeats-packet-that-was-cut",
    "homework3-wide, drops-second-coalesced-frame",
  })
  void findsSmallStreamThatFailsAgainWhenReplayed(String spec, String mutant) throws Exception {
    Protocol protocol = Servers.protocol(spec);
    try (ReferenceServer server =
        Servers.of(protocol, Mutants.find(mutant).orElseThrow().infect())) {
      Target target = new Target(protocol, server.address(), PATIENCE);

      Outcome outcome = SegmentationProperty.check(target, new SplittableRandom(1));

      assertThat(outcome).isInstanceOf(Outcome.Broke.class);
      Script script = ((Outcome.Broke) outcome).script();
      assertThat(packets(protocol, script)).isBetween(1, 3);
      String saved = new ReplayFile(spec, "FRAME-010", script).text();
      Script replayed = ReplayFile.parse("FRAME-010.trace", saved).script();
      assertThat(Trial.run(target, replayed)).isInstanceOf(Outcome.Broke.class);
    }
  }

  private static int packets(Protocol protocol, Script script) {
    int bytes =
        script.steps().stream()
            .filter(Step.Send.class::isInstance)
            .mapToInt(step -> ((Step.Send) step).segment().length)
            .sum();
    return bytes / protocol.requestEncoder().move(Direction.UP).length;
  }

  @Test
  void holdsWhereverThePieceStarts() {
    assertHolds(Servers.odd(Servers.HOMEWORK3, "starts-anywhere"));
  }

  @Test
  void holdsHoweverTheAnswersAreCut() {
    assertHolds(Servers.odd(Servers.HOMEWORK3, "writes-single-bytes"));
  }

  private static void assertHolds(ReferenceServer odd) {
    try (odd) {
      Target target = new Target(Servers.HOMEWORK3, odd.address(), Duration.ofSeconds(5));

      Outcome outcome = SegmentationProperty.check(target, new SplittableRandom(2));

      assertThat(outcome).isInstanceOf(Outcome.Held.class);
    }
  }

  @Test
  void needsTwoClientsAndTwoCells() {
    Protocol lonely = Servers.homework3With("max-clients: 10", "max-clients: 1");
    Protocol tiny = Servers.homework3With("width: 8, height: 8", "width: 1, height: 1");

    List<Outcome> outcomes =
        List.of(lonely, tiny).stream()
            .map(protocol -> new Target(protocol, Servers.anyPort(), PATIENCE))
            .map(target -> SegmentationProperty.check(target, new SplittableRandom(1)))
            .toList();

    assertThat(outcomes)
        .containsExactly(
            new Outcome.NotApplicable("it takes 2 clients at once"),
            new Outcome.NotApplicable("the board has one cell, so nothing can move"));
  }
}
