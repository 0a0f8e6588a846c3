package simul.conformance.suite;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import simul.conformance.check.Check;
import simul.conformance.script.Effort;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.spec.meaning.Protocol;
import simul.spec.model.WorldRules;

/**
 * What the script of a check is written with: the protocol's figures, and randomness. The script
 * needs not know where pieces are, for its moves are headings.
 */
final class Scene {
  /** Where nothing limits the clients, so many are a crowd. */
  private static final int CROWD = 10;

  private final Target target;
  private final RandomGenerator random;

  private Scene(Target target, RandomGenerator random) {
    this.target = target;
    this.random = random;
  }

  /**
   * A check that plays one script.
   *
   * @param clients how many must be able to play at once
   */
  static Check check(
      String ruleId, int clients, List<Need> needs, Function<Scene, Script.Builder> writer) {
    return check(ruleId, clients, needs, "", scene -> Optional.of(writer.apply(scene)));
  }

  /**
   * A check whose script cannot be written for every protocol.
   *
   * @param lacking why there is none, where there is none
   */
  static Check check(
      String ruleId,
      int clients,
      List<Need> needs,
      String lacking,
      Function<Scene, Optional<Script.Builder>> writer) {
    return new Check(
        ruleId,
        (target, random) ->
            obstacle(target, clients, needs)
                .orElseGet(
                    () ->
                        writer
                            .apply(new Scene(target, random))
                            .map(script -> Trial.run(target, script.build()))
                            .orElse(new Outcome.NotApplicable(lacking))));
  }

  /** The same, left out where time is short. */
  static Check longCheck(
      String ruleId, int clients, List<Need> needs, Function<Scene, Script.Builder> writer) {
    Check check = check(ruleId, clients, needs, writer);
    return new Check(
        ruleId,
        (target, random) ->
            target.effort() == Effort.QUICK ? tooLong() : check.body().run(target, random));
  }

  /** What becomes of a check that is left out where time is short. */
  static Outcome tooLong() {
    return new Outcome.NotApplicable("it takes too long for a quick run");
  }

  private static Optional<Outcome> obstacle(Target target, int clients, List<Need> needs) {
    for (Need need : needs) {
      if (!need.isMetBy(target.protocol())) {
        return Optional.of(new Outcome.NotApplicable(need.reason()));
      }
    }
    if (!Need.ROOM_TO_MOVE.isMetBy(target.protocol())) {
      return Optional.of(new Outcome.NotApplicable(Need.ROOM_TO_MOVE.reason()));
    }
    if (all(target) < clients) {
      String reason = "it takes " + clients + " clients at once";
      return Optional.of(new Outcome.NotApplicable(reason));
    }
    return Optional.empty();
  }

  Protocol protocol() {
    return target.protocol();
  }

  RandomGenerator random() {
    return random;
  }

  Effort effort() {
    return target.effort();
  }

  /** As many clients as may play at once, or a crowd where nothing limits them. */
  int all() {
    return all(target);
  }

  private static int all(Target target) {
    WorldRules world = target.protocol().spec().world();
    boolean limited = world.slots().full() != WorldRules.Full.ADMIT;
    return limited ? world.maxClients() : Math.min(CROWD, world.maxClients());
  }

  /** So many clients, or all where there are fewer. */
  int upTo(int clients) {
    return Math.min(clients, all());
  }

  /** Random turns for a walk. */
  int[] turns(int count) {
    return random.ints(count, 0, 4).toArray();
  }

  /** The same as a list. */
  List<Integer> turnList(int count) {
    return IntStream.of(turns(count)).boxed().toList();
  }

  /** Begins a script with so many clients in the game. */
  Script.Builder with(int clients) {
    return new Script.Builder(clients);
  }
}
