package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
  @Test
  void readsWhatPeopleType() {
    assertThat(Wish.parse("clients 500")).isEqualTo(new Wish.Clients(500));
    assertThat(Wish.parse("  rate   0.5 ")).isEqualTo(new Wish.Rate(0.5));
    assertThat(Wish.parse("stop")).isEqualTo(new Wish.Stop());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          faster      | no command 'faster': there is clients N, rate MOVES or stop
          Stop        | no command 'Stop': there is clients N, rate MOVES or stop
          clients     | clients takes one number, as in 'clients 500'
          clients 1 2 | clients takes one number, as in 'clients 500'
          clients x   | clients must be a whole number in 1..20000, but is 'x'
          clients -1  | clients must be a whole number in 1..20000, but is '-1'
          clients 0   | clients must be in 1..20000, but is 0
          clients 20001 | clients must be in 1..20000, but is 20001
          rate        | rate takes one number, as in 'rate 5'
          rate fast   | rate must be a number such as 5 or 0.5, but is 'fast'
          rate 1e3    | rate must be a number such as 5 or 0.5, but is '1e3'
          rate 0      | rate must be above 0 and at most 10000, but is 0.0
          rate 10001  | rate must be above 0 and at most 10000, but is 10001.0
          stop now    | stop takes nothing, but is given 'now'
          """)
  void saysWhatIsWrongWithIt(String line, String message) {
    assertThatThrownBy(() -> Wish.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
