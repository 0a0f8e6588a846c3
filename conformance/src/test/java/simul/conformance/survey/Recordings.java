package simul.conformance.survey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import simul.spec.wire.HexDump;

/** Recordings, written one happening a line. */
final class Recordings {
  static final Duration STEP = Duration.ofMillis(500);

  private static final Duration BETWEEN = Duration.ofMillis(10);

  private final List<Happening> happenings = new ArrayList<>();

  /**
   * A recording of lines such as {@code open a}, {@code a 03 02 00}, {@code a 'HELLO'}, {@code
   * leave b}, {@code closed b}, {@code reset b}, {@code refused b}, each 10 ms after the one
   * before.
   */
  static Recording of(String script) {
    Recordings recordings = new Recordings();
    script.strip().lines().map(String::strip).forEach(recordings::line);
    return recordings.recording();
  }

  Recording recording() {
    return new Recording(happenings, STEP);
  }

  private Duration now() {
    return BETWEEN.multipliedBy(happenings.size());
  }

  private void line(String line) {
    String[] words = line.split(" ", 2);
    switch (words[0]) {
      case "open" -> happenings.add(new Happening.Opened(words[1], now()));
      case "leave" -> happenings.add(new Happening.Left(words[1], now()));
      case "closed" -> happenings.add(new Happening.Closed(words[1], now(), false));
      case "reset" -> happenings.add(new Happening.Closed(words[1], now(), true));
      case "refused" -> happenings.add(new Happening.NotOpened(words[1], now(), "refused"));
      default -> received(words[0], bytes(words[1]));
    }
  }

  private static byte[] bytes(String text) {
    return text.startsWith("'")
        ? text.substring(1, text.length() - 1)
            .translateEscapes()
            .getBytes(StandardCharsets.ISO_8859_1)
        : HexDump.parse(text);
  }

  Recordings open(String connection) {
    happenings.add(new Happening.Opened(connection, now()));
    return this;
  }

  Recordings leave(String connection) {
    happenings.add(new Happening.Left(connection, now()));
    return this;
  }

  Recordings overflowed(String connection, int kept) {
    happenings.add(new Happening.Overflowed(connection, now(), kept));
    return this;
  }

  Recordings received(String connection, byte[] bytes) {
    happenings.add(new Happening.Received(connection, now(), bytes));
    return this;
  }

  /** The four steps of a survey, each of some deliveries of random bytes and sizes. */
  static Recording noise(RandomGenerator random, int largest) {
    Recordings recordings = new Recordings().open("a");
    recordings.noise("a", random, largest);
    recordings.open("b").noise("b", random, largest).noise("a", random, largest);
    recordings.leave("b").noise("a", random, largest);
    recordings.open("c").noise("c", random, largest).noise("a", random, largest);
    return recordings.recording();
  }

  private Recordings noise(String connection, RandomGenerator random, int largest) {
    byte[] bytes = new byte[random.nextInt(1, largest + 1)];
    random.nextBytes(bytes);
    return received(connection, bytes);
  }
}
