package simul.spec.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.wire.HexDump;
import simul.spec.world.WorldEvents;

/** What the bytes of the bundled protocols mean to either end. */
class ProtocolTest {

  /** Writes down what it is told. */
  private static final class Diary implements WorldEvents {
    final List<String> lines = new ArrayList<>();

    @Override
    public void self(int id) {
      lines.add("self " + id);
    }

    @Override
    public void enter(int id) {
      lines.add("enter " + id);
    }

    @Override
    public void position(int id, int x, int y) {
      lines.add("position " + id + " " + x + " " + y);
    }

    @Override
    public void leave(int id) {
      lines.add("leave " + id);
    }
  }

  private final Diary diary = new Diary();

  private static Protocol protocol(String name) throws SpecException {
    return Protocol.of(SpecLoader.load(name));
  }

  @ParameterizedTest
  @CsvSource({
    "homework3, 03 02 01 05 01 01 07 00 03 02 00 05 01 00 02 03 03 03 00",
    "homework3-wide, 06 02 00 00 00 01 08 01 00 00 00 01 07 00 06 02 00 00 00 00"
        + " 08 01 00 00 00 00 02 03 06 03 00 00 00 00",
  })
  void firstLoginIsOnesOwnAndLaterOnesAreEntries(String name, String hex) throws Exception {
    byte[] bytes = HexDump.parse(hex);

    int consumed = protocol(name).newEventDecoder().decode(bytes, 0, bytes.length, diary);

    assertThat(consumed).isEqualTo(bytes.length);
    assertThat(diary.lines)
        .containsExactly("self 1", "position 1 7 0", "enter 0", "position 0 2 3", "leave 0");
  }

  @Test
  void eventsAreTheSameHoweverTheBytesCome() throws Exception {
    byte[] bytes = HexDump.parse("03 02 01 05 01 01 07 00 03 02 00 05 01 00 02 03 03 03 00");
    EventDecoder decoder = protocol("homework3").newEventDecoder();

    int at = 0;
    for (int to = 1; to <= bytes.length; to++) {
      at += decoder.decode(bytes, at, to, diary);
    }

    assertThat(at).isEqualTo(bytes.length);
    assertThat(diary.lines)
        .containsExactly("self 1", "position 1 7 0", "enter 0", "position 0 2 3", "leave 0");
  }

  @Test
  void nothingIsHeardBehindFault() throws Exception {
    byte[] bytes = HexDump.parse("03 02 01 03 09 00 03 03 00");
    EventDecoder decoder = protocol("homework3").newEventDecoder();

    int consumed = decoder.decode(bytes, 0, bytes.length, diary);

    assertThat(consumed).isEqualTo(3);
    assertThat(decoder.fault().field()).isEqualTo("type");
    assertThat(decoder.decode(bytes, 6, bytes.length, diary)).isZero();
    assertThat(diary.lines).containsExactly("self 1");
  }

  @ParameterizedTest
  @CsvSource({
    "homework3, 03 01 00 03 01 01 03 01 02 03 01 03",
    "homework3-wide, 06 01 00 00 00 00 06 01 00 00 00 01 06 01 00 00 00 02 06 01 00 00 00 03",
  })
  void serverHearsMovesInTheirOrder(String name, String hex) throws Exception {
    byte[] bytes = HexDump.parse(hex);
    List<String> moves = new ArrayList<>();

    int consumed =
        protocol(name)
            .newRequestDecoder()
            .decode(bytes, 0, bytes.length, direction -> moves.add(direction.word()));

    assertThat(consumed).isEqualTo(bytes.length);
    assertThat(moves).containsExactly("up", "down", "left", "right");
  }

  @Test
  void serverKeepsHalfMoveAndStopsAtWrongOne() throws Exception {
    byte[] bytes = HexDump.parse("03 01 00 03 01 04");
    List<String> moves = new ArrayList<>();
    RequestDecoder decoder = protocol("homework3").newRequestDecoder();

    int first = decoder.decode(bytes, 0, 5, direction -> moves.add(direction.word()));
    assertThat(decoder.fault()).isNull();
    int second = decoder.decode(bytes, first, 6, direction -> moves.add(direction.word()));

    assertThat(first).isEqualTo(3);
    assertThat(second).isZero();
    assertThat(decoder.fault().message()).isEqualTo("direction 4 in MOVE is outside 0..3");
    assertThat(moves).containsExactly("up");
  }

  @Test
  void newViewKnowsWhetherEntriesAreAnnounced() throws Exception {
    List<String> anomalies = new ArrayList<>();
    var view = protocol("homework3").newView(anomaly -> anomalies.add(anomaly.text()));
    byte[] bytes = HexDump.parse("03 02 01 05 01 00 00 00");

    protocol("homework3").newEventDecoder().decode(bytes, 0, bytes.length, view);

    assertThat(view.self()).hasValue(1);
    assertThat(anomalies).containsExactly("a position of ID 0, which has not been announced");
  }
}
