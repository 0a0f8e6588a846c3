package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.Servers;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.verdict.Observation;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.ReferenceServer;

/** Clients that are never told which piece is their own. */
class IdentificationTest {
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Protocol nameless = nameless();

  private static Protocol nameless() {
    try {
      return Protocol.of(SpecLoader.load("nameless"));
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void clientIsThePieceThatNoneOfTheOthersIs() throws Exception {
    try (ReferenceServer server = Servers.right(nameless)) {
      Target target = new Target(nameless, server.address(), LONG);
      try (Probes probes = target.probes()) {
        Gathering gathering = new Gathering(target, probes);

        assertThat(gathering.gather(3)).isEmpty();

        assertThat(gathering.joined())
            .extracting(probe -> probe.id().getAsInt())
            .containsExactly(0, 1, 2);
      }
    }
  }

  @Test
  void pieceOfSomebodyWhoIsStillToLeaveIsNotTakenForItsOwn() throws Exception {
    try (ReferenceServer server = Servers.right(nameless)) {
      Target target = new Target(nameless, server.address(), LONG);
      try (Probes before = target.probes();
          Probes probes = target.probes()) {
        Probe leaving = new Admission(target, before).join(0);
        Probe newcomer = probes.connect("A", 0, LONG);
        boolean shown = probes.await(() -> newcomer.view().pieces().size() == 2, LONG);
        assertThat(shown).isTrue();

        before.hangUp(leaving);
        new Identification(target, probes, Set::of).await(newcomer);

        assertThat(newcomer.id()).hasValue(1);
      }
    }
  }

  @Test
  void amongStrangersNobodyCanTell() throws Exception {
    try (ReferenceServer server = Servers.right(nameless)) {
      Target target = new Target(nameless, server.address(), SHORT);
      try (Probes strangers = target.probes();
          Probes probes = target.probes()) {
        Probe stranger = new Admission(target, strangers).join(0);
        assertThat(stranger.id()).hasValue(0);

        assertThat(catchThrowable(() -> new Admission(target, probes).join(0)))
            .hasMessage("showed the client 2 pieces, of which not one alone can be its own");
      }
    }
  }

  @Test
  void newcomersThatComeTogetherAreToldApart() {
    Script.Builder script = new Script.Builder(1).arrive(1, 2, 3).settle();
    for (int client = 0; client < 4; client++) {
      script.walk(client, 1, 2).settle();
    }
    script.leave(1, Step.Farewell.CLOSE).arrive(1).walk(1, 1).settle();

    try (ReferenceServer server = Servers.right(nameless)) {
      Outcome outcome = Trial.run(new Target(nameless, server.address(), LONG), script.build());

      assertThat(outcome).isInstanceOf(Outcome.Held.class);
    }
  }

  @Test
  void clientBeyondTheLimitThatIsShownTheTableIsAdmitted() {
    int limit = nameless.spec().world().maxClients();
    Script script = new Script.Builder(limit).arrive(limit).settle().build();

    try (ReferenceServer server =
        Servers.of(nameless, Mutants.find("admits-one-more").orElseThrow().infect())) {
      Outcome outcome = Trial.run(new Target(nameless, server.address(), LONG), script);

      assertThat(((Outcome.Broke) outcome).finding().actual())
          .isInstanceOf(Observation.Admitted.class);
    }
  }
}
