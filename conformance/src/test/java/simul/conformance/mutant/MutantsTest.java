package simul.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import simul.conformance.odd.Servers;
import simul.spec.reference.Parts;
import simul.spec.rule.Level;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

class MutantsTest {
  @Test
  void namesAreForTheCommandLineAndUnique() {
    List<String> names = Mutants.all().stream().map(Mutant::name).toList();

    assertThat(names)
        .hasSizeGreaterThanOrEqualTo(75)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z0-9]+)+"));
  }

  @Test
  void mistakesNameRulesOfTheCatalogue() {
    assertThat(Mutants.all())
        .allMatch(mutant -> RuleCatalogue.find(mutant.ruleId()).isPresent())
        .allMatch(mutant -> !mutant.summary().isBlank());
  }

  @Test
  void everyMutantIsFoundByItsName() {
    for (Mutant mutant : Mutants.all()) {
      assertThat(Mutants.find(mutant.name()).map(Mutant::mistake)).contains(mutant.mistake());
      assertThat(Mutants.find(mutant.name().toUpperCase(Locale.ROOT))).isPresent();
    }
    assertThat(Mutants.find("no-such-mistake")).isEmpty();
  }

  @Test
  void infectionReplacesPartAndLeavesOthersAlone() {
    Parts right = Parts.of(Servers.HOMEWORK3);

    for (Mutant mutant : Mutants.all()) {
      Parts infected = mutant.infect().apply(right);

      assertThat(infected).as(mutant.name()).isNotEqualTo(right);
      assertThat(infected.protocol()).isSameAs(right.protocol());
    }
  }

  @Test
  void everyRuleThatMustBeKeptHasMutant() {
    List<String> broken = Mutants.all().stream().map(Mutant::ruleId).distinct().toList();

    assertThat(RuleCatalogue.all())
        .filteredOn(rule -> rule.level() == Level.MUST)
        .extracting(Rule::id)
        .filteredOn(id -> !id.startsWith("MODEL"))
        .isSubsetOf(broken);
  }

  @Test
  void manyMistakesNeedTheRightMoment() {
    assertThat(Mutants.all()).filteredOn(Mutant::subtle).hasSizeGreaterThanOrEqualTo(28);
  }

  @Test
  void courseProtocolHasAllMistakesButIgnoredGoodbyes() {
    assertThat(Mutants.all())
        .filteredOn(mutant -> !mutant.isPossibleIn(Servers.HOMEWORK3.spec()))
        .extracting(Mutant::mistake)
        .containsExactly("IgnoresGoodbye");
  }

  @Test
  void everyMistakeIsShownSomewhere() {
    Set<String> shown = new TreeSet<>(Set.of("IgnoresGoodbye"));
    shown.addAll(Set.of("KeepsGarbage", "KeepsBufferOfEveryConnection"));
    FrameMutants.all().forEach(foundByItsCheck -> shown.add(foundByItsCheck.mistake()));
    Stream.of(
            new FrameMutantsTest(),
            new JoinMutantsTest(),
            new MoveMutantsTest(),
            new LeaveMutantsTest(),
            new FullMutantsTest(),
            new SendMutantsTest(),
            new BadMutantsTest(),
            new LoadMutantsTest())
        .forEach(section -> shown.addAll(section.dialogues().keySet()));

    assertThat(Mutants.all()).extracting(Mutant::mistake).hasSameElementsAs(shown);
  }
}
