package simul.bots.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MixTest {

  @Test
  void weightsAreShares() {
    Mix mix = Mix.parse("wander=70,hotspot=20,churn=10");

    assertThat(mix.counts(1000))
        .isEqualTo(
            Map.of(BehaviorKind.WANDER, 700, BehaviorKind.HOTSPOT, 200, BehaviorKind.CHURN, 100));
  }

  @Test
  void sharesHoldForTheFirstFewToo() {
    Mix mix = Mix.parse("wander=70,hotspot=20,churn=10");

    assertThat(mix.of(11).subList(0, 10))
        .filteredOn(kind -> kind != BehaviorKind.WANDER)
        .containsExactlyInAnyOrder(BehaviorKind.HOTSPOT, BehaviorKind.HOTSPOT, BehaviorKind.CHURN);
  }

  @ParameterizedTest
  @EnumSource(BehaviorKind.class)
  void wordAloneIsEverybody(BehaviorKind kind) {
    assertThat(Mix.parse(kind.word()).counts(3)).isEqualTo(Map.of(kind, 3));
  }

  @Test
  void behaviorWithoutWeightIsNobodys() {
    assertThat(Mix.parse("wander=0,idle=2.5").of(4)).containsOnly(BehaviorKind.IDLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dance           | no behavior 'dance': there are wander, hotspot, idle, churn, burst, fragmenter, coalescer, slow-reader, half-open, reset
          wander=1,,      | no behavior '': there are wander, hotspot, idle, churn, burst, fragmenter, coalescer, slow-reader, half-open, reset
          wander=many     | the weight of wander must be a number such as 70 or 0.5, but is 'many'
          wander=-1       | the weight of wander must be a number such as 70 or 0.5, but is '-1'
          wander=         | the weight of wander must be a number such as 70 or 0.5, but is ''
          wander=1,wander | behavior wander has two weights
          wander=0,idle=0 | the weights sum to 0; at least one must be above 0
          """)
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> Mix.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
