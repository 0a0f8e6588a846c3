package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayFileTest {
  private static final String TEXT =
      """
      simul-replay 1
      spec homework3
      rule FRAME-003
      players 2
      send a 03
      send b 01 03
      settle
      """;

  private static final Script SCRIPT =
      new Script.Builder(2).send(0, new byte[] {3}).send(1, new byte[] {1, 3}).settle().build();

  @Test
  void writesOneLineForEachStep() {
    assertThat(new ReplayFile("homework3", "FRAME-003", SCRIPT).text()).isEqualTo(TEXT);
  }

  @Test
  void readsWhatItWrote() throws ReplayFile.Malformed {
    assertThat(ReplayFile.parse("a.trace", TEXT))
        .isEqualTo(new ReplayFile("homework3", "FRAME-003", SCRIPT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"homework3", "my specs/C#/a b.yaml", "C:\\work\\spec.yaml", "#"})
  void keepsNameOfSpecAsItIs(String spec) throws ReplayFile.Malformed {
    ReplayFile file = new ReplayFile(spec, "FRAME-001", SCRIPT);

    assertThat(ReplayFile.parse("a.trace", file.text())).isEqualTo(file);
  }

  @Test
  void readsWhatPeopleMakeOfIt() throws ReplayFile.Malformed {
    String edited =
        """
        # found on Monday

          simul-replay 1\r
        rule   FRAME-003   # the rule
        spec homework3
        players 2\t
        \tsend  a  03  # the length alone
        #send a 01
        send b 0103
        settle""";

    assertThat(ReplayFile.parse("a.trace", edited))
        .isEqualTo(new ReplayFile("homework3", "FRAME-003", SCRIPT));
  }

  @Test
  void scriptMayHaveNoSteps() throws ReplayFile.Malformed {
    String text = "simul-replay 1\nspec s\nrule r\nplayers 26\n";

    assertThat(ReplayFile.parse("a.trace", text).script())
        .isEqualTo(new Script.Builder(26).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                 | 1: a replay needs the lines spec, rule and players",
        "# nothing          | 1: a replay needs the lines spec, rule and players",
        "simul-replay 2     | 1: the first line must be 'simul-replay 1'",
        "settle             | 1: the first line must be 'simul-replay 1'",
        "simul-replay 1     | 1: a replay needs the lines spec, rule and players",
        "M/spec s/rule r    | 3: a replay needs the lines spec, rule and players",
        "M/spec s/players 2 | 3: a replay needs the lines spec, rule and players",
        "M/rule r/players 2 | 3: a replay needs the lines spec, rule and players",
        "M/spec             | 2: nothing follows 'spec'",
        "M/rule # none      | 2: nothing follows 'rule'",
        "M/players          | 2: nothing follows 'players'",
        "M/spec s/spec t    | 3: a second line 'spec'",
        "M/rule r/rule r    | 3: a second line 'rule'",
        "H/send e 01/players 1 | 6: a second line 'players'",
        "M/players 0        | 2: players must be 1 to 26, but is '0'",
        "M/players 27       | 2: players must be 1 to 26, but is '27'",
        "M/players 099      | 2: players must be 1 to 26, but is '099'",
        "M/players -1       | 2: players must be 1 to 26, but is '-1'",
        "M/players two      | 2: players must be 1 to 26, but is 'two'",
        "M/send a 03        | 2: the line 'players' must come before the first 'send'",
        "H/send f 03        | 5: no client 'f' among 5",
        "H/send A 03        | 5: no client 'A' among 5",
        "H/send ab 03       | 5: no client 'ab' among 5",
        "H/send             | 5: no client '' among 5",
        "H/send a           | 5: nothing follows 'send a'",
        "H/send a 0         | 5: not pairs of hex digits: 0",
        "H/send a 0g        | 5: not pairs of hex digits: 0g",
        "H/send a 03, 01    | 5: not pairs of hex digits: 03, 01",
        "H/sent a 03        | 5: 'sent' is none of spec, rule, players, send, settle",
        "H/Settle           | 5: 'Settle' is none of spec, rule, players, send, settle",
      })
  void saysWhatIsWrongAndWhere(String lines, String message) {
    String text =
        lines
            .replaceFirst("^H", "M/spec s/rule r/players 5")
            .replaceFirst("^M", "simul-replay 1")
            .replace('/', '\n');

    assertThatThrownBy(() -> ReplayFile.parse("a.trace", text))
        .isInstanceOf(ReplayFile.Malformed.class)
        .hasMessage("a.trace:" + message);
  }
}
