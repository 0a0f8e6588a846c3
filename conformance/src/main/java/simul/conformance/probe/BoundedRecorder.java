package simul.conformance.probe;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import simul.conformance.verdict.Transcript;

/**
 * Records a {@link Transcript} in bounded memory: of many connections, and of the many events of
 * one, the first and the last are kept, for a story has its causes at the one end and the finding
 * at the other. At most some 1.5 MiB, of which a check with a few connections needs some kilobytes.
 * One thread.
 */
public final class BoundedRecorder implements Recorder {
  /** A full server with its refused eleventh is kept whole. */
  static final int FIRST_CONNECTIONS = 16;

  static final int LAST_CONNECTIONS = 32;

  /** Of each end of a connection; a packet sent byte by byte, some dozens of times, is kept. */
  static final int EVENTS = 128;

  /** Of each end of a connection, in bytes; more than the answers to a write of 4 KiB of moves. */
  static final int BYTES = 8 * 1024;

  private static final byte[] NO_BYTES = {};

  private final Instant begun = Instant.now();
  private final long startNanos = System.nanoTime();
  private final List<Log> first = new ArrayList<>();
  private final Deque<Log> last = new ArrayDeque<>();
  private int dropped;
  private OptionalLong judgedNanos = OptionalLong.empty();

  @Override
  public Line opened(String client, InetSocketAddress local, InetSocketAddress remote) {
    Log log = new Log(client, local, remote);
    if (first.size() < FIRST_CONNECTIONS) {
      first.add(log);
    } else {
      last.add(log);
      if (last.size() > LAST_CONNECTIONS) {
        last.remove();
        dropped++;
      }
    }
    log.add(Transcript.Kind.OPENED, NO_BYTES, 0, 0);
    return log;
  }

  /** The outcome is known; what comes now is farewell. */
  public void judged() {
    judgedNanos = OptionalLong.of(System.nanoTime() - startNanos);
  }

  /** All that was kept so far. */
  public Transcript transcript() {
    List<Transcript.Connection> connections = new ArrayList<>();
    first.forEach(log -> connections.add(log.connection()));
    last.forEach(log -> connections.add(log.connection()));
    return new Transcript(begun, judgedNanos, connections, dropped);
  }

  /** The events of one connection. */
  private final class Log implements Line {
    private final String client;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final List<Transcript.Event> first = new ArrayList<>();
    private final Deque<Transcript.Event> last = new ArrayDeque<>();
    private int firstBytes;
    private int lastBytes;
    private boolean firstIsFull;
    private long droppedEvents;
    private long droppedBytes;

    Log(String client, InetSocketAddress local, InetSocketAddress remote) {
      this.client = client;
      this.local = local;
      this.remote = remote;
    }

    @Override
    public void sent(byte[] bytes, int from, int count) {
      add(Transcript.Kind.SENT, bytes, from, count);
    }

    @Override
    public void received(byte[] bytes, int from, int count) {
      add(Transcript.Kind.RECEIVED, bytes, from, count);
    }

    @Override
    public void ended(Transcript.Kind how) {
      add(how, NO_BYTES, 0, 0);
    }

    private void add(Transcript.Kind kind, byte[] bytes, int from, int count) {
      int kept = Math.min(count, BYTES);
      byte[] copy = Arrays.copyOfRange(bytes, from, from + kept);
      Transcript.Event event =
          new Transcript.Event(kind, System.nanoTime() - startNanos, count, copy);
      droppedBytes += count - kept;
      firstIsFull = firstIsFull || first.size() == EVENTS || firstBytes + kept > BYTES;
      if (!firstIsFull) {
        first.add(event);
        firstBytes += kept;
        return;
      }
      last.add(event);
      lastBytes += kept;
      while (last.size() > EVENTS || lastBytes > BYTES) {
        int gone = last.remove().bytes().length;
        lastBytes -= gone;
        droppedBytes += gone;
        droppedEvents++;
      }
    }

    Transcript.Connection connection() {
      return new Transcript.Connection(
          client,
          local,
          remote,
          first,
          new Transcript.Dropped(droppedEvents, droppedBytes),
          new ArrayList<>(last));
    }
  }
}
