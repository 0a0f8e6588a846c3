package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.check.Suite;
import simul.conformance.odd.Servers;
import simul.conformance.script.Effort;
import simul.conformance.script.Outcome;
import simul.conformance.script.Target;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Verdict;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** What protocols have, and which checks are left out where they lack something. */
@Execution(ExecutionMode.CONCURRENT)
class NeedTest {
  private static final String WORLD = "width: 8, height: 8, max-clients: 10";

  private static Protocol withWorld(String world) {
    return Servers.homework3With(WORLD, world);
  }

  @Test
  void everyNeedIsMetBySomeBundledSpec() {
    for (Need need : Need.values()) {
      assertThat(SpecLoader.BUNDLED.stream().map(Servers::protocol))
          .as(need.name())
          .anyMatch(need::isMetBy);
    }
  }

  @ParameterizedTest
  @EnumSource(Need.class)
  void defaultProtocolLacksOnlyTheGoodbye(Need need) {
    assertThat(need.isMetBy(Servers.HOMEWORK3)).isEqualTo(need != Need.GOODBYE);
  }

  @ParameterizedTest
  @CsvSource({
    "EDGES,          length-last",
    "CORNERS,        length-last",
    "CORNERS,        bit-mask",
    "SHARED_CELLS,   bit-mask",
    "SEVERAL_BYTES,  one-byte",
    "OTHERS_TOLD,    ask-first",
    "EVERYBODY_TOLD, ask-first",
    "EVERYBODY_TOLD, view-range",
    "GOODBYE,        homework3",
    "LIMIT,          view-range",
    "CLOSES_REFUSED, scan-codes",
    "LENGTH,         one-byte",
    "TYPE,           bit-mask",
  })
  void needIsNotMetByEveryBundledSpec(Need need, String spec) {
    assertThat(need.isMetBy(Servers.protocol(spec))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROOM_TO_MOVE | width: 1, height: 1, max-clients: 10 | false",
        "ROOM_TO_MOVE | width: 2, height: 1, max-clients: 10 | true",
        "SMALL_LIMIT  | width: 8, height: 8, max-clients: 41 | false",
        "SMALL_LIMIT  | width: 8, height: 8, max-clients: 40 | true",
        "SMALL_LIMIT  | width: 8, height: 8, max-clients: 41, full: admit | true",
        "LIMIT        | width: 8, height: 8, max-clients: 10, full: admit | false",
        "EDGES        | width: 8, height: 8, max-clients: 10, edge: wrap | false",
      })
  void needDependsOnTheWorld(Need need, String world, boolean met) {
    assertThat(need.isMetBy(withWorld(world))).isEqualTo(met);
  }

  /** The outcome of a check that must not get as far as to connect: nobody listens. */
  private static Outcome outcome(Check check, Protocol protocol) {
    Target target =
        new Target(protocol, Servers.anyPort(), Duration.ofMillis(1)).withEffort(Effort.NORMAL);
    return check.body().run(target, new SplittableRandom(1));
  }

  private static List<Check> checks(String pattern) {
    return new Selection(List.of(pattern), List.of()).of(Checks.all());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "view-range  | FULL-*    | 13 | LIMIT",
        "view-range  | SEND-004  | 1  | EVERYBODY_TOLD",
        "scan-codes  | FULL-005  | 1  | CLOSES_REFUSED",
        "homework3   | LEAVE-013 | 1  | GOODBYE",
        "one-byte    | BAD-001   | 1  | LENGTH",
        "one-byte    | BAD-006   | 1  | TYPE",
        "one-byte    | FRAME-011 | 1  | SEVERAL_BYTES",
        "bit-mask    | BAD-008   | 1  | SHARED_CELLS",
        "ask-first   | LEAVE-006 | 1  | OTHERS_TOLD",
      })
  void checkThatLosesItsMeaningIsSkippedWithTheReason(
      String spec, String pattern, int count, Need need) {
    List<Check> checks = checks(pattern);

    List<CheckResult> results =
        checks.stream()
            .map(
                check -> {
                  Outcome outcome = outcome(check, Servers.protocol(spec));
                  return Suite.result(check.rule(), outcome, Duration.ZERO);
                })
            .toList();

    assertThat(results).hasSize(count);
    assertThat(results).extracting(CheckResult::verdict).containsOnly(Verdict.SKIPPED);
    assertThat(results)
        .extracting(result -> result.reason().orElseThrow())
        .containsOnly(need.reason());
  }

  @ParameterizedTest
  @CsvSource({"word-length, BAD-002", "player-array, BAD-007", "counted, BAD-012"})
  void checkWhoseBadPacketTheProtocolCannotHaveIsSkipped(String spec, String ruleId) {

    Outcome outcome = outcome(checks(ruleId).get(0), Servers.protocol(spec));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.NotApplicable("the protocol has no packet that is wrong in this way"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "width: 1, height: 1, max-clients: 10 | MOVE-001 | the board has one cell, so nothing can move",
        "width: 8, height: 8, max-clients: 2  | LEAVE-001 | it takes 4 clients at once",
        "width: 8, height: 8, max-clients: 1  | BAD-013 | it takes 2 clients at once",
      })
  void checkThatTheWorldIsTooSmallForIsSkipped(String world, String ruleId, String reason) {

    Outcome outcome = outcome(checks(ruleId).get(0), withWorld(world));

    assertThat(outcome).isEqualTo(new Outcome.NotApplicable(reason));
  }

  @Test
  void everyCheckThatIsLeftOutSaysWhyInAClause() {
    Stream<Outcome> outcomes =
        SpecLoader.BUNDLED.stream()
            .map(Servers::protocol)
            .flatMap(protocol -> Checks.all().stream().map(check -> outcome(check, protocol)));

    assertThat(outcomes.filter(Outcome.NotApplicable.class::isInstance))
        .hasSizeGreaterThan(Need.values().length)
        .allSatisfy(
            outcome ->
                assertThat(((Outcome.NotApplicable) outcome).reason())
                    .matches("[a-z].{10,100}[a-z0-9]"));
  }

  @Test
  void needsOfOneKindHaveReasonsOfTheirOwn() {
    assertThat(Arrays.stream(Need.values()).map(Need::reason)).doesNotHaveDuplicates();
  }
}
