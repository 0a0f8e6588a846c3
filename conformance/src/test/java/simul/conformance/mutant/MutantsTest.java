package simul.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import simul.conformance.odd.Servers;
import simul.spec.reference.Parts;
import simul.spec.rule.RuleCatalogue;

class MutantsTest {
  @Test
  void namesAreForTheCommandLineAndUnique() {
    List<String> names = Mutants.all().stream().map(Mutant::name).toList();

    assertThat(names)
        .hasSizeGreaterThanOrEqualTo(8)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)+"));
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
}
