package simul.conformance.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import simul.conformance.survey.Happening;
import simul.conformance.survey.Recording;

/**
 * Three connections to a target of unknown protocol, which listen and never send: they come one
 * after the other, then the second leaves. All that happens is recorded. It ends in time whatever
 * the target does; one thread.
 */
public final class Surveyor {
  /** How much of each connection is kept: some seconds of a busy snapshot server. */
  private static final int KEPT_BYTES = 64 * 1024;

  /** Three times the wait for a connection, and once for the one who left. */
  private static final int STEPS = 4;

  /** How long the target gets to close its ends before ours are closed, at most. */
  private static final Duration FAREWELL = Duration.ofMillis(200);

  /** Its share of the time where that is less. */
  private static final int FAREWELL_SHARE = 10;

  private final InetSocketAddress target;
  private final Duration step;
  private final Duration farewell;
  private final ByteBuffer scratch = ByteBuffer.allocate(64 * 1024);
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private long startNanos;
  private Selector selector;

  private Surveyor(InetSocketAddress target, Duration timeout) {
    this.target = target;
    Duration share = timeout.dividedBy(FAREWELL_SHARE);
    this.farewell = share.compareTo(FAREWELL) < 0 ? share : FAREWELL;
    this.step = timeout.minus(farewell).dividedBy(STEPS);
  }

  /** One connection, and what is to be known of it. */
  private static final class Line {
    final String name;
    final int place;
    final SocketChannel channel;
    int keptBytes;
    long readBytes;
    boolean opened;
    boolean closed;
    boolean overflowed;
    boolean flooded;

    /**
     * A connection that is being opened.
     *
     * @param place of its opening among the happenings
     */
    Line(String name, int place, SocketChannel channel) {
      this.name = name;
      this.place = place;
      this.channel = channel;
    }

    boolean isDead() {
      return closed || flooded;
    }
  }

  /**
   * Listens to a target.
   *
   * @param timeout for all of it
   * @throws TargetUnreachable when the target does not accept the first connection
   */
  public static Recording record(InetSocketAddress target, Duration timeout)
      throws TargetUnreachable {
    return new Surveyor(target, timeout).record();
  }

  private Recording record() throws TargetUnreachable {
    startNanos = System.nanoTime();
    try (Selector opened = Selector.open()) {
      selector = opened;
      connectAndListen("a");
      if (lines.isEmpty()) {
        Happening.NotOpened why = (Happening.NotOpened) happenings.get(0);
        throw new TargetUnreachable(Probes.describe(target) + ": " + why.reason());
      }
      Optional<Line> second = connectAndListen("b");
      connectAndListen("c");
      if (second.isPresent() && !second.get().closed) {
        leave(second.get());
        listen(System.nanoTime() + step.toNanos());
      }
      Recording recording = new Recording(happenings, step);
      sayFarewell();
      return recording;
    } catch (IOException e) {
      throw new UncheckedIOException("the selector failed", e);
    } finally {
      lines.forEach(line -> Probes.closeQuietly(line.channel));
    }
  }

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /**
   * One more connection, and one step of time for it. It counts as opened from when that was begun:
   * the others may hear of it before we do.
   */
  private Optional<Line> connectAndListen(String name) throws IOException {
    long endNanos = System.nanoTime() + step.toNanos();
    Line line = new Line(name, happenings.size(), SocketChannel.open());
    happenings.add(new Happening.Opened(name, now()));
    try {
      line.channel.configureBlocking(false);
      line.channel.register(selector, SelectionKey.OP_CONNECT, line);
      if (line.channel.connect(target)) {
        opened(line);
      }
    } catch (IOException | UnresolvedAddressException e) {
      notOpened(line, Probes.reason(e, step));
    }
    serve(endNanos, () -> line.opened || line.closed);
    if (!line.opened && !line.closed) {
      notOpened(line, "no answer within " + step.toMillis() + " ms");
    }
    listen(endNanos);
    return line.opened ? Optional.of(line) : Optional.empty();
  }

  private void opened(Line line) {
    line.opened = true;
    lines.add(line);
    line.channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
  }

  private void notOpened(Line line, String reason) {
    line.closed = true;
    Probes.closeQuietly(line.channel);
    happenings.set(line.place, new Happening.NotOpened(line.name, now(), reason));
  }

  private void finishConnect(Line line) {
    try {
      if (line.channel.finishConnect()) {
        opened(line);
      }
    } catch (ConnectException | NoRouteToHostException e) {
      notOpened(line, Probes.reason(e, step));
    } catch (IOException e) {
      // What comes from the target itself, and is no refusal, is a reset that came very soon.
      line.opened = true;
      lines.add(line);
      closed(line, true);
    }
  }

  /** Ends our half, and goes on reading: a socket that is closed unread would reset. */
  private void leave(Line line) {
    happenings.add(new Happening.Left(line.name, now()));
    halfClose(line);
  }

  private void halfClose(Line line) {
    if (line.closed) {
      return;
    }
    try {
      line.channel.shutdownOutput();
    } catch (IOException e) {
      closed(line, true);
    }
  }

  /** Reads until then, or until nothing can come any more. */
  private void listen(long endNanos) throws IOException {
    serve(endNanos, () -> lines.stream().allMatch(Line::isDead));
  }

  /** Serves the sockets until it is enough, or until then. */
  private void serve(long endNanos, BooleanSupplier enough) throws IOException {
    while (!enough.getAsBoolean()) {
      long leftMillis = (endNanos - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        return;
      }
      selector.select(this::serve, leftMillis);
    }
  }

  /** The recording is over: what still comes is not kept. */
  private void sayFarewell() throws IOException {
    lines.forEach(this::halfClose);
    listen(System.nanoTime() + farewell.toNanos());
  }

  private void serve(SelectionKey key) {
    Line line = (Line) key.attachment();
    if (line.opened) {
      read(line);
    } else {
      finishConnect(line);
    }
    if (line.isDead()) {
      key.cancel();
    }
  }

  private void read(Line line) {
    try {
      scratch.clear();
      int count = line.channel.read(scratch);
      if (count < 0) {
        closed(line, false);
      } else if (count > 0) {
        received(line, count);
      }
    } catch (IOException e) {
      closed(line, true);
    }
  }

  private void closed(Line line, boolean reset) {
    line.closed = true;
    happenings.add(new Happening.Closed(line.name, now(), reset));
  }

  /** Beyond what is kept it is read all the same, or a target that sends too much would hang. */
  private void received(Line line, int count) {
    line.readBytes += count;
    int kept = Math.min(count, KEPT_BYTES - line.keptBytes);
    line.keptBytes += kept;
    if (kept > 0) {
      byte[] bytes = Arrays.copyOf(scratch.array(), kept);
      happenings.add(new Happening.Received(line.name, now(), bytes));
    }
    if (kept < count && !line.overflowed) {
      line.overflowed = true;
      happenings.add(new Happening.Overflowed(line.name, now(), line.keptBytes));
    }
    if (line.readBytes > Probe.FLOOD_BYTES) {
      line.flooded = true;
      happenings.add(new Happening.Flooded(line.name, now(), line.readBytes));
    }
  }
}
