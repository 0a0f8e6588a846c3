package simul.conformance.selfcheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Level;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/**
 * Which check calls which server wrong, and what that says of the checks. Pure.
 *
 * @param examinations in the order in which they are shown
 * @param checks the IDs of the checks that there are
 */
public record Matrix(List<Examination> examinations, Set<String> checks) {
  public Matrix {
    examinations = List.copyOf(examinations);
    checks = Set.copyOf(checks);
  }

  /**
   * How many of some mutants were called wrong.
   *
   * @param killedByRule by the rule that they break
   */
  public record Ratio(int mutants, int killed, int killedByRule) {

    /** The part that was killed, in whole percent, rounded down: 100 only when all were. */
    public int percent() {
      return mutants == 0 ? 100 : 100 * killed / mutants;
    }
  }

  /**
   * What was said of a right server and should not have been.
   *
   * @param verdict FAIL or INCONCLUSIVE
   * @param times in how many of its runs
   * @param reason of the first time
   */
  public record Alarm(
      String server, String ruleId, Verdict verdict, int times, int runs, String reason) {}

  /** How often right servers were examined, and how many results were no PASS. */
  public record Stability(
      int servers, int runs, int passed, int failed, int undecided, int skipped) {}

  /** The mutants that were examined, whole or until they were called wrong. */
  public List<Examination> mutants() {
    return examinations.stream()
        .filter(examination -> !examination.subject().isRight())
        .filter(examination -> examination.finished() || examination.isKilled())
        .toList();
  }

  /** The mutants that nobody noticed. */
  public List<Examination> survivors() {
    return mutants().stream().filter(mutant -> !mutant.isKilled()).toList();
  }

  /** The mutants that were noticed, but not by the rule that they break. */
  public List<Examination> killedByOthersOnly() {
    return mutants().stream()
        .filter(mutant -> mutant.isKilled() && !mutant.isKilledByItsRule())
        .toList();
  }

  /** The part that was killed of all. */
  public Ratio ratio() {
    return ratio(mutants());
  }

  /** The mutants of each area of rules, in the catalogue's order. */
  public Map<String, List<Examination>> mutantsByArea() {
    Map<String, List<Examination>> byArea = new LinkedHashMap<>();
    RuleCatalogue.all().forEach(rule -> byArea.put(rule.area(), new ArrayList<>()));
    mutants()
        .forEach(
            mutant ->
                byArea
                    .computeIfAbsent(
                        RuleIds.area(mutant.subject().ruleId().orElseThrow()),
                        area -> new ArrayList<>())
                    .add(mutant));
    byArea.values().removeIf(List::isEmpty);
    return byArea;
  }

  /** The part of some mutants that was killed. */
  public static Ratio ratio(List<Examination> mutants) {
    return new Ratio(
        mutants.size(),
        (int) mutants.stream().filter(Examination::isKilled).count(),
        (int) mutants.stream().filter(Examination::isKilledByItsRule).count());
  }

  /** The names of the mutants that each rule has called wrong, by its ID. */
  public Map<String, List<String>> kills() {
    Map<String, List<String>> kills = new TreeMap<>();
    for (Examination mutant : mutants()) {
      for (String id : mutant.rules(Verdict.FAIL)) {
        kills.computeIfAbsent(id, rule -> new ArrayList<>()).add(mutant.subject().name());
      }
    }
    return kills;
  }

  /** The names of the mutants that one rule alone has called wrong, by its ID. */
  public Map<String, List<String>> uniqueKills() {
    Map<String, List<String>> unique = new TreeMap<>();
    for (Examination mutant : mutants()) {
      List<String> killers = mutant.rules(Verdict.FAIL);
      if (killers.size() == 1) {
        unique
            .computeIfAbsent(killers.get(0), rule -> new ArrayList<>())
            .add(mutant.subject().name());
      }
    }
    return unique;
  }

  /** The rules of level MUST that no mutant fails, though a check tests them. */
  public List<Rule> idleChecks() {
    return idle().filter(rule -> checks.contains(rule.id())).toList();
  }

  /** The rules of level MUST that no mutant fails, and that no check tests either. */
  public List<Rule> untestedRules() {
    return idle().filter(rule -> !checks.contains(rule.id())).toList();
  }

  private Stream<Rule> idle() {
    Set<String> killing = kills().keySet();
    return RuleCatalogue.all().stream()
        .filter(rule -> rule.level() == Level.MUST && !killing.contains(rule.id()));
  }

  /** Every FAIL and INCONCLUSIVE of a right server, but FAILs of what it need not keep. */
  public List<Alarm> falseAlarms() {
    Map<String, Alarm> alarms = new LinkedHashMap<>();
    for (Examination examination : right()) {
      examination.verdicts().forEach((id, verdict) -> alarm(examination, id, verdict, alarms));
    }
    return List.copyOf(alarms.values());
  }

  private void alarm(
      Examination examination, String id, Verdict verdict, Map<String, Alarm> alarms) {
    if (!isAlarm(examination, id, verdict)) {
      return;
    }
    String server = examination.subject().name();
    int runs = (int) right().stream().filter(e -> e.subject().name().equals(server)).count();
    String reason = examination.reasons().getOrDefault(id, "");
    alarms.merge(
        server + " " + id + " " + verdict,
        new Alarm(server, id, verdict, 1, runs, reason),
        (first, next) -> new Alarm(server, id, verdict, first.times() + 1, runs, first.reason()));
  }

  private static boolean isAlarm(Examination examination, String id, Verdict verdict) {
    return verdict == Verdict.INCONCLUSIVE
        || verdict == Verdict.FAIL && !examination.subject().waived().contains(id);
  }

  /** How the right servers fared. */
  public Stability stability() {
    int[] counts = new int[Verdict.values().length];
    Set<String> servers = new LinkedHashSet<>();
    for (Examination examination : right()) {
      servers.add(examination.subject().name());
      examination
          .verdicts()
          .forEach(
              (id, verdict) -> {
                boolean waived = verdict == Verdict.FAIL && !isAlarm(examination, id, verdict);
                counts[verdict.ordinal()] += waived ? 0 : 1;
              });
    }
    return new Stability(
        servers.size(),
        right().size(),
        counts[Verdict.PASS.ordinal()],
        counts[Verdict.FAIL.ordinal()],
        counts[Verdict.INCONCLUSIVE.ordinal()],
        counts[Verdict.SKIPPED.ordinal()]);
  }

  /** The examinations of right servers. */
  public List<Examination> right() {
    return examinations.stream().filter(examination -> examination.subject().isRight()).toList();
  }

  /** Our own defects, each with the server that it showed on. */
  public List<String> defects() {
    return examinations.stream()
        .flatMap(
            examination ->
                Stream.concat(
                        examination.defects().stream(),
                        examination.subject().isRight()
                            ? examination.crashes().stream()
                            : Stream.empty())
                    .map(defect -> examination.subject().name() + ": " + defect))
        .toList();
  }

  /** Whether all mutants were killed, and no right server was called wrong. */
  public boolean holds() {
    return survivors().isEmpty() && falseAlarms().isEmpty();
  }

  /** The time that all examinations took, one after the other. */
  public Duration duration() {
    return examinations.stream().map(Examination::duration).reduce(Duration.ZERO, Duration::plus);
  }
}
