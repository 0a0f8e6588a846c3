package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.Servers;
import simul.conformance.verdict.Finding;
import simul.spec.meaning.Protocol;
import simul.spec.reference.ReferenceServer;

/** Trials of scripts on homework3, against servers that are faulty or odd by name. */
final class Trials {
  static final Protocol PROTOCOL = Servers.HOMEWORK3;

  /** What comes is never waited for, so a busy machine may take its time. */
  static final Duration LONG = Duration.ofSeconds(5);

  /** What does not come is waited for once. */
  static final Duration SHORT = Duration.ofMillis(500);

  private Trials() {}

  /** What comes of a script on a server that does everything right. */
  static Outcome onRight(Script.Builder script) {
    return on(Servers.right(PROTOCOL), script.build(), LONG);
  }

  /** What comes of a script on the odd server of that name. */
  static Outcome onOdd(String name, Script.Builder script) {
    return on(Servers.odd(PROTOCOL, name), script.build(), LONG);
  }

  /** What comes of a script on the mutant of that name. */
  static Outcome onMutant(String name, Script script) {
    return on(mutant(name), script, SHORT);
  }

  /** What a script finds on the mutant of that name. */
  static Finding findingOn(String name, Script.Builder script) {
    Outcome outcome = onMutant(name, script.build());
    assertThat(outcome).as(name).isInstanceOf(Outcome.Broke.class);
    return ((Outcome.Broke) outcome).finding();
  }

  /** The same for a mistake that needs luck to show: within so many attempts. */
  static Finding findingWithin(int attempts, String name, Script.Builder script) {
    for (int attempt = 1; attempt < attempts; attempt++) {
      if (onMutant(name, script.build()) instanceof Outcome.Broke broke) {
        return broke.finding();
      }
    }
    return findingOn(name, script);
  }

  static ReferenceServer mutant(String name) {
    return Servers.of(PROTOCOL, Mutants.find(name).orElseThrow().infect());
  }

  /** What comes of a script on a server, which ends with it. */
  static Outcome on(ReferenceServer server, Script script, Duration patience) {
    try (server) {
      Target target = new Target(PROTOCOL, server.address(), patience);
      return Trial.run(target.withEffort(Effort.THOROUGH), script);
    }
  }

  /** Begins a script with so many clients in the game. */
  static Script.Builder with(int players) {
    return new Script.Builder(players);
  }
}
