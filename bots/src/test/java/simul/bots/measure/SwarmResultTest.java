package simul.bots.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwarmResultTest {

  @ParameterizedTest
  @CsvSource({
    // asked, refused, strangers, as expected
    "10, 0, 0, true",
    "11, 1, 0, true",
    "11, 0, 0, false",
    "11, 2, 0, false",
    "9, 1, 0, false",
    "10, 3, 3, true",
    "10, 2, 3, false",
    "10, 10, 12, true",
  })
  void refusalsAreExpectedWhereTheLimitExplainsThem(
      int asked, int refused, int strangers, boolean expected) {
    SwarmResult.Clients clients =
        new SwarmResult.Clients(asked, asked - refused, refused, strangers, 10);

    assertThat(clients.asExpected()).isEqualTo(expected);
  }
}
