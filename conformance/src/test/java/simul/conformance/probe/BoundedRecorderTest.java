package simul.conformance.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import simul.conformance.verdict.Transcript;

class BoundedRecorderTest {
  private static final InetSocketAddress OURS = new InetSocketAddress("127.0.0.1", 50_000);
  private static final InetSocketAddress THEIRS = new InetSocketAddress("127.0.0.1", 9000);

  private final BoundedRecorder recorder = new BoundedRecorder();

  private Recorder.Line open(String client) {
    return recorder.opened(client, OURS, THEIRS);
  }

  private Transcript.Connection only() {
    assertThat(recorder.transcript().connections()).hasSize(1);
    return recorder.transcript().connections().get(0);
  }

  private static List<Transcript.Kind> kinds(List<Transcript.Event> events) {
    return events.stream().map(Transcript.Event::kind).toList();
  }

  @Test
  void keepsEachCallInOrderWithItsBytesAndTime() {
    Recorder.Line line = open("a");

    line.sent(new byte[] {9, 3, 1, 9}, 1, 2);
    line.received(new byte[] {5, 1, 0, 0, 0, 9}, 0, 5);
    line.ended(Transcript.Kind.HALF_CLOSED);
    line.ended(Transcript.Kind.TARGET_CLOSED);

    Transcript.Connection connection = only();
    assertThat(connection.client()).isEqualTo("a");
    assertThat(connection.local()).isEqualTo(OURS);
    assertThat(connection.remote()).isEqualTo(THEIRS);
    assertThat(kinds(connection.first()))
        .containsExactly(
            Transcript.Kind.OPENED,
            Transcript.Kind.SENT,
            Transcript.Kind.RECEIVED,
            Transcript.Kind.HALF_CLOSED,
            Transcript.Kind.TARGET_CLOSED);
    assertThat(connection.first().get(1).bytes()).containsExactly(3, 1);
    assertThat(connection.first().get(2).bytes()).containsExactly(5, 1, 0, 0, 0);
    assertThat(connection.first()).extracting(Transcript.Event::nanos).isSorted();
    assertThat(connection.last()).isEmpty();
    assertThat(connection.dropped()).isEqualTo(new Transcript.Dropped(0, 0));
  }

  @Test
  void keepsFirstAndLastOfManyEventsAndCountsTheOthers() {
    Recorder.Line line = open("a");
    int all = 1000;

    for (int i = 0; i < all; i++) {
      line.sent(new byte[] {(byte) (i >> 8), (byte) i}, 0, 2);
    }

    Transcript.Connection connection = only();
    int kept = connection.first().size() + connection.last().size();
    assertThat(connection.first()).hasSize(BoundedRecorder.EVENTS);
    assertThat(connection.last()).hasSize(BoundedRecorder.EVENTS);
    assertThat(connection.first().get(1).bytes()).containsExactly(0, 0);
    assertThat(connection.last().get(BoundedRecorder.EVENTS - 1).bytes())
        .containsExactly((all - 1) >> 8, (byte) (all - 1));
    assertThat(connection.dropped().events()).isEqualTo(all + 1 - kept);
    assertThat(connection.dropped().bytes()).isEqualTo(2L * connection.dropped().events());
  }

  @Test
  void losesNothingUpToTwiceItsBound() {
    Recorder.Line line = open("a");

    for (int i = 0; i < 2 * BoundedRecorder.EVENTS - 1; i++) {
      line.sent(new byte[] {1}, 0, 1);
    }

    assertThat(only().dropped()).isEqualTo(new Transcript.Dropped(0, 0));
  }

  @Test
  void keepsStartOfWriteThatIsTooLargeAndItsSize() {
    Recorder.Line line = open("a");

    line.sent(new byte[1 << 20], 0, 1 << 20);

    Transcript.Event event = only().first().get(1);
    assertThat(event.size()).isEqualTo(1 << 20);
    assertThat(event.isWhole()).isFalse();
    assertThat(event.bytes()).hasSize(BoundedRecorder.BYTES);
    assertThat(only().dropped())
        .isEqualTo(new Transcript.Dropped(0, (1 << 20) - BoundedRecorder.BYTES));
  }

  @Test
  void floodTakesNoMoreMemoryThanItsBound() {
    Recorder.Line line = open("a");
    byte[] read = new byte[64 * 1024];

    for (int i = 0; i < 200; i++) {
      line.received(read, 0, read.length);
    }

    Transcript.Connection connection = only();
    long kept =
        IntStream.range(0, 2)
            .mapToObj(half -> half == 0 ? connection.first() : connection.last())
            .flatMap(List::stream)
            .mapToLong(event -> event.bytes().length)
            .sum();
    assertThat(kept).isLessThanOrEqualTo(2L * BoundedRecorder.BYTES);
    assertThat(kept + connection.dropped().bytes()).isEqualTo(200L * read.length);
  }

  @Test
  void keepsFirstAndLastOfManyConnectionsAndCountsTheOthers() {
    for (int i = 0; i < 2000; i++) {
      open("c" + i).ended(Transcript.Kind.CLOSED);
    }

    Transcript transcript = recorder.transcript();
    int most = BoundedRecorder.FIRST_CONNECTIONS + BoundedRecorder.LAST_CONNECTIONS;
    assertThat(transcript.connections()).hasSize(most);
    assertThat(transcript.connections().get(0).client()).isEqualTo("c0");
    assertThat(transcript.connections().get(most - 1).client()).isEqualTo("c1999");
    assertThat(transcript.droppedConnections()).isEqualTo(2000 - most);
  }

  @Test
  void remembersWhenTheOutcomeWasKnown() {
    Recorder.Line line = open("a");
    recorder.judged();
    line.ended(Transcript.Kind.CLOSED);

    List<Transcript.Event> events = only().first();
    assertThat(recorder.transcript().judgedNanos().getAsLong())
        .isBetween(events.get(0).nanos(), events.get(1).nanos());
  }
}
