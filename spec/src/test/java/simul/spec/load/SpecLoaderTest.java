package simul.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.SpecText;
import simul.spec.model.Direction;
import simul.spec.model.Event;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Scalar;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.model.WorldRules;

class SpecLoaderTest {
  @TempDir Path folder;

  private static Framing.LengthPrefixed framing(Spec spec) {
    return (Framing.LengthPrefixed) spec.framing(Sender.SERVER);
  }

  @Test
  void homework3SaysWhatTheHandoutSays() throws Exception {
    Spec spec = SpecLoader.load("homework3");

    assertThat(spec.name()).isEqualTo("homework3");
    assertThat(spec.title()).isEqualTo("Multi-user chessboard, 8 x 8, ten players");
    assertThat(spec.port()).isEqualTo(9000);
    assertThat(spec.bigEndian()).isFalse();
    assertThat(spec.world()).isEqualTo(new WorldRules(8, 8, WorldRules.BlockedReply.OPTIONAL, 10));
    assertThat(framing(spec).counts()).isEqualTo(Framing.Counts.WHOLE);
    assertThat(spec.packets(Sender.CLIENT)).extracting(p -> p.name()).containsExactly("MOVE");
    assertThat(spec.roles().moves().get(Direction.LEFT).set())
        .isEqualTo(Map.of("direction", new simul.spec.model.Value.Bits(2)));
    assertThat(spec.roles().events())
        .extracting(Event::role)
        .containsExactly(Event.Role.SELF, Event.Role.ENTER, Event.Role.POSITION, Event.Role.LEAVE);
  }

  @Test
  void homework3WideHasTypeOfFourBytesAndAxisZ() throws Exception {
    Spec spec = SpecLoader.load("homework3-wide");

    assertThat(framing(spec).header().get(1).type()).isEqualTo(new FieldType.Plain(Scalar.U32));
    assertThat(spec.roles().events(Event.Role.POSITION))
        .extracting(event -> event.y().orElseThrow())
        .containsExactly("z");
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws Exception {
    Spec spec = SpecLoader.parse("it", SpecText.withHeader("size: u8", "type: u8").toString());

    assertThat(spec.title()).isEqualTo(spec.name());
    assertThat(spec.port()).isEqualTo(9000);
    assertThat(spec.world().blockedReply()).isEqualTo(WorldRules.BlockedReply.OPTIONAL);
    assertThat(spec.roles().events(Event.Role.LEAVE).get(0).when()).isEqualTo(Event.When.ALWAYS);
  }

  @Test
  void numbersAreDecimalHexadecimalOrOctal() throws Exception {
    String text = SpecLoader.bundled("homework3");

    assertThat(SpecLoader.parse("it", text.replace("9000", "0x2329")).port()).isEqualTo(9001);
    assertThat(SpecLoader.parse("it", text.replace("9000", "0o21452")).port()).isEqualTo(9002);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF%s", "%s\n\n# the end", "---\n%s", "%s...\n"})
  void acceptsWhatEditorsAdd(String around) throws Exception {
    String text = around.formatted(SpecLoader.bundled("homework3"));

    assertThat(SpecLoader.parse("it", text)).isEqualTo(SpecLoader.load("homework3"));
  }

  @Test
  void acceptsLineEndsOfWindows() throws Exception {
    String text = SpecLoader.bundled("homework3").replace("\n", "\r\n");

    assertThat(SpecLoader.parse("it", text)).isEqualTo(SpecLoader.load("homework3"));
  }

  @Test
  void namesMayBeKorean() throws Exception {
    String text = SpecLoader.bundled("homework3").replace("Direction", "방향");

    assertThat(SpecLoader.parse("it", text).packets(Sender.CLIENT)).hasSize(1);
  }

  @Test
  void loadsFileByItsPath() throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, SpecLoader.bundled("homework3"));

    assertThat(SpecLoader.load(file.toString())).isEqualTo(SpecLoader.load("homework3"));
  }

  @Test
  void problemsOfFileCarryItsPath() throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, SpecLoader.bundled("homework3").replace("port: 9000", "port: no"));

    assertThatThrownBy(() -> SpecLoader.load(file.toString()))
        .isInstanceOf(SpecException.class)
        .hasMessage(file + ":5:7: error: port must be a whole number in 1..65535, but is 'no'");
  }

  @Test
  void unknownNameIsToldTheKnownOnes() {
    assertThatThrownBy(() -> SpecLoader.load("homework4"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "no spec homework4: neither a file nor one of "
                + String.join(", ", SpecLoader.BUNDLED)
                + "; did you mean homework3?");
    assertThatThrownBy(() -> SpecLoader.load(folder.toString()))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "no spec "
                + folder
                + ": neither a file nor one of "
                + String.join(", ", SpecLoader.BUNDLED));
    assertThatThrownBy(() -> SpecLoader.load("a\0b"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("Nul character not allowed");
  }

  @Test
  void fileInAnotherEncodingIsNamed() throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.write(file, "title: 숙제".getBytes(Charset.forName("MS949")));

    assertThatThrownBy(() -> SpecLoader.load(file.toString()))
        .isInstanceOf(SpecException.class)
        .hasMessage("spec " + file + ": not UTF-8 text");
  }

  @Test
  void fileThatIsTooLargeIsNotRead() throws Exception {
    int largest = 1 << 20;
    String spec = SpecLoader.bundled("homework3");
    Path fits = folder.resolve("fits.yaml");
    Path larger = folder.resolve("larger.yaml");
    String text = spec + "\n".repeat(largest - spec.length());
    Files.writeString(fits, text);
    Files.writeString(larger, text + "\n");

    assertThat(SpecLoader.load(fits.toString())).isEqualTo(SpecLoader.load("homework3"));
    assertThatThrownBy(() -> SpecLoader.load(larger.toString()))
        .isInstanceOf(SpecException.class)
        .hasMessage("spec " + larger + ": 1048577 bytes, more than 1048576");
  }

  @Test
  void everyBundledSpecLoads() throws Exception {
    for (String name : SpecLoader.BUNDLED) {
      assertThat(SpecLoader.load(name).name()).isEqualTo(name);
    }
    assertThat(SpecLoader.BUNDLED).startsWith("homework3").hasSizeGreaterThanOrEqualTo(18);
  }
}
