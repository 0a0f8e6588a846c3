package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.model.Direction;

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
  void keepsEveryKindOfStep() throws ReplayFile.Malformed {
    Script script =
        new Script.Builder(1)
            .arrive(1, 2, 27)
            .arriveNarrow(3)
            .arriveAmid(4, 1, 3, 0)
            .move(1, new Heading.Toward(Direction.LEFT), new Heading.Turn(3))
            .walkHolding(2, 2, List.of(0, 1))
            .flush(2)
            .misbehave(2, new byte[] {0}, true)
            .misbehave(2, new byte[] {0, 1}, false)
            .stall(3)
            .fill(0, 32)
            .resume(3, true)
            .leave(1, Step.Farewell.HALF_CLOSE)
            .leave(2, Step.Farewell.GOODBYE)
            .awaitClose(27)
            .build();
    String text =
        """
        simul-replay 1
        spec s
        rule r
        players 1
        arrive b c ab
        arrive d narrow
        arrive-amid e b 3 0
        move b left 3
        move c 0 1 hold 2
        move c hold 0
        misbehave c packet 00
        misbehave c garbage 00 01
        stall d
        fill a 32
        resume d slowly
        leave b half-close
        leave c goodbye
        await-close ab
        """;

    assertThat(new ReplayFile("s", "r", script).text()).isEqualTo(text);
    assertThat(ReplayFile.parse("a.trace", text).script()).isEqualTo(script);
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
        "M/players 703      | 2: players must be 0 to 702, but is '703'",
        "M/players 0999     | 2: players must be 0 to 702, but is '0999'",
        "M/players -1       | 2: players must be 0 to 702, but is '-1'",
        "M/players two      | 2: players must be 0 to 702, but is 'two'",
        "M/send a 03        | 2: the line 'players' must come before the first step",
        "H/send f 03        | 5: client 'f' is not one of the 5 nor arrives",
        "H/send A 03        | 5: 'A' is no client (a, b, ..., aa, ...)",
        "H/send ab 03       | 5: client 'ab' is not one of the 5 nor arrives",
        "H/send             | 5: nothing follows 'send'",
        "H/send a           | 5: no bytes follow 'send a'",
        "H/send a 0         | 5: not pairs of hex digits: 0",
        "H/send a 0g        | 5: not pairs of hex digits: 0g",
        "H/send a 03, 01    | 5: not pairs of hex digits: 03, 01",
        "H/sent a 03        | 5: 'sent' is none of spec, rule, players, send, move, settle, arrive, arrive-amid, leave, misbehave, stall, resume, fill, await-close",
        "H/Settle           | 5: 'Settle' is none of spec, rule, players, send, move, settle, arrive, arrive-amid, leave, misbehave, stall, resume, fill, await-close",
        "H/settle a         | 5: 'a' follows 'settle'",
        "H/arrive           | 5: nobody follows 'arrive'",
        "H/arrive narrow    | 5: nobody follows 'arrive'",
        "H/arrive a 1       | 5: '1' is no client (a, b, ..., aa, ...)",
        "H/move a           | 5: no direction follows 'move a'",
        "H/move a hold      | 5: 'hold' is none of up, down, left, right, or a number below 1,000,000",
        "H/move a north     | 5: 'north' is none of up, down, left, right, or a number below 1,000,000",
        "H/move a up hold x | 5: 'x' is none of up, down, left, right, or a number below 1,000,000",
        "H/leave a          | 5: 'leave a' needs one of close, half-close, reset, half-close-and-reset, goodbye",
        "H/leave a now      | 5: 'leave a' needs one of close, half-close, reset, half-close-and-reset, goodbye",
        "H/misbehave a 03   | 5: 'misbehave a' needs one of packet, garbage",
        "H/misbehave a packet | 5: no bytes follow 'misbehave a packet'",
        "H/stall a b        | 5: 'b' follows 'stall a'",
        "H/resume a fast    | 5: 'fast' follows 'resume a'",
        "H/fill q 1         | 5: client 'q' is not one of the 5 nor arrives",
        "H/fill a           | 5: 'fill a' needs a number of KiB",
        "H/fill a much      | 5: 'fill a' needs a number of KiB",
        "H/await-close      | 5: nothing follows 'await-close'",
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
