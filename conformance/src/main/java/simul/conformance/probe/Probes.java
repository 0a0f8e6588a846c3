package simul.conformance.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import simul.conformance.kernel.SegmentSize;
import simul.conformance.kernel.SocketTable;
import simul.conformance.verdict.Evidence;
import simul.spec.meaning.Protocol;

/**
 * The probes of one trial and the means to wait for something: waiting serves all their sockets, so
 * every probe is always read and nothing needs a thread. Waits end as soon as what is awaited is
 * there; how long they may take is the caller's patience. One thread, whose interruption ends every
 * wait with a {@link CancellationException}; closing closes every probe.
 */
public final class Probes implements AutoCloseable {
  /**
   * How long a target may take to read a segment before the proof is given up and the segments may
   * coalesce: far longer than a scheduler's slice, for a read costs it microseconds.
   */
  private static final Duration READ_CEILING = Duration.ofMillis(500);

  /** For so long the kernel is asked again at once. */
  private static final Duration PROMPT = Duration.ofMillis(1);

  /** Without the kernel's tables: how long to leave a segment alone before the next follows. */
  private static final Duration SPACING = Duration.ofMillis(5);

  /** How long what a probe has been given may take to be sent before it leaves. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  /** Asked for as a receive buffer; systems make the least that they have of it. */
  private static final int NARROW_BYTES = 1024;

  /** How long the target gets to close its ends before ours are closed. */
  private static final Duration FAREWELL = Duration.ofMillis(250);

  private final Protocol protocol;
  private final InetSocketAddress target;
  private final Recorder recorder;
  private final Selector selector;
  private final ByteBuffer scratch = ByteBuffer.allocate(64 * 1024);
  private final SocketTable sockets;
  private final List<Probe> probes = new ArrayList<>();

  /** No probes yet, for a target; nobody hears of what they will do. */
  public Probes(Protocol protocol, InetSocketAddress target) {
    this(protocol, target, Recorder.NONE);
  }

  /** No probes yet, for a target, and who hears of what they will do. */
  public Probes(Protocol protocol, InetSocketAddress target, Recorder recorder) {
    this(protocol, target, recorder, SocketTable.ofKernel());
  }

  /** The same, with other tables than the kernel's. */
  Probes(Protocol protocol, InetSocketAddress target, Recorder recorder, SocketTable sockets) {
    this.protocol = protocol;
    this.target = target;
    this.recorder = recorder;
    this.sockets = sockets;
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("no selector", e);
    }
  }

  /**
   * Opens one more connection. Nothing is sent on it yet.
   *
   * @param name the letter that reports call it by
   * @param client the client's number, different from that of every other that is connected
   * @throws TargetUnreachable when the target does not accept it within the patience
   */
  public Probe connect(String name, int client, Duration patience) throws TargetUnreachable {
    return connect(name, client, patience, false);
  }

  /**
   * Opens one more connection, whose receive buffer may be the smallest that there is: a target
   * then soon meets a full one when the probe does not read.
   *
   * @throws TargetUnreachable when the target does not accept it within the patience
   */
  public Probe connect(String name, int client, Duration patience, boolean narrow)
      throws TargetUnreachable {
    if (target.isUnresolved()) {
      throw new TargetUnreachable(describe(target) + ": no address is known for that name");
    }
    long start = System.nanoTime();
    while (true) {
      SocketChannel channel = newChannel(narrow);
      try {
        channel.socket().connect(target, (int) Math.max(1, patience.toMillis()));
        channel.configureBlocking(false);
        Probe probe = new Probe(name, client, channel, protocol, recorder);
        channel.register(selector, SelectionKey.OP_READ, probe);
        probes.add(probe);
        return probe;
      } catch (IOException e) {
        closeQuietly(channel);
        if (!isReset(e) || System.nanoTime() - start > patience.toNanos()) {
          throw new TargetUnreachable(describe(target) + ": " + reason(e, patience));
        }
      }
      pause(SPACING);
    }
  }

  private static SocketChannel newChannel(boolean narrow) {
    try {
      SocketChannel channel = SocketChannel.open();
      if (narrow) {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, NARROW_BYTES);
        boolean ignored = SegmentSize.makeSmall(channel);
      }
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return channel;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("no socket for a probe", e);
    }
  }

  /**
   * Whether the target may have accepted the connection and reset it so soon that connecting met
   * it. Refusals, timeouts and missing routes have exceptions of their own, a reset has none.
   */
  private static boolean isReset(Exception e) {
    return e.getClass().equals(SocketException.class);
  }

  /** Why the system would not connect, in words. */
  static String reason(Exception e, Duration patience) {
    if (e instanceof SocketTimeoutException) {
      return "did not accept the connection within " + patience.toMillis() + " ms";
    }
    String message = String.valueOf(e.getMessage());
    return message.replace("Connection refused", "connection refused, nobody listens there");
  }

  /** {@code 127.0.0.1:9000}; the name where there is no address. */
  public static String describe(InetSocketAddress address) {
    String host =
        address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a socket cannot be closed", e);
    }
  }

  /** Says what a client says before anything else, where the protocol has it speak first. */
  public void greet(Probe probe) {
    byte[] hello = protocol.requestEncoder().hello(probe.asker());
    if (hello.length > 0) {
      send(probe, hello);
    }
  }

  /** Asks for the world as it is, where the protocol has such a request. */
  public void poke(Probe probe) {
    protocol.requestEncoder().poke(probe.asker()).ifPresent(request -> send(probe, request));
  }

  /** Sends one segment: one write, unless the target's buffers are full. */
  public void send(Probe probe, byte[] segment) {
    probe.send(segment);
    updateInterest(probe);
  }

  /** Reads no more of what comes for a probe, which then waits at the target's end. */
  public void stall(Probe probe) {
    probe.stopReading();
    updateInterest(probe);
  }

  /**
   * Reads again what comes for a probe.
   *
   * @param mostBytes how many bytes at a time
   */
  public void resume(Probe probe, int mostBytes) {
    try {
      probe.readOn(mostBytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a probe cannot read on", e);
    }
    updateInterest(probe);
  }

  /** Ends a probe's sending half, once all that it has been given is sent. */
  public void halfClose(Probe probe) {
    boolean ignored = await(() -> !probe.hasUnsent(), LAST_WORDS);
    probe.halfClose();
    updateInterest(probe);
  }

  /** Closes a probe's connection, once all that it has been given is sent. */
  public void hangUp(Probe probe) {
    boolean ignored = await(() -> !probe.hasUnsent(), LAST_WORDS);
    release(probe);
    closeQuietly(probe::close);
  }

  /** A channel that a selector knows is closed late, and after an orderly end of its own. */
  private void release(Probe probe) {
    SelectionKey key = probe.channel().keyFor(selector);
    if (key != null) {
      key.cancel();
      try {
        selector.selectNow(this::serve);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("the selector failed", e);
      }
    }
  }

  /** Resets a probe's connection. */
  public void reset(Probe probe) {
    release(probe);
    closeQuietly(probe::reset);
  }

  /**
   * What the kernel holds of all that the target has sent to a probe that does not read, in bytes;
   * empty where the tables cannot tell.
   */
  public OptionalLong heldFor(Probe probe) {
    if (!sockets.exists()) {
      return OptionalLong.empty();
    }
    sockets.look();
    // In this order, what arrives in between is rather counted twice than not at all.
    Optional<SocketTable.Queues> theirs = sockets.find(probe.remote(), probe.local());
    Optional<SocketTable.Queues> ours = sockets.find(probe.local(), probe.remote());
    return ours.isEmpty() || theirs.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(ours.get().unread() + theirs.get().unacknowledged());
  }

  /**
   * Serves all probes until the condition holds, or patience is over.
   *
   * @return whether it holds
   */
  public boolean await(BooleanSupplier condition, Duration patience) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      long left = patience.toNanos() - (System.nanoTime() - start);
      if (left <= 0) {
        return false;
      }
      serve(Math.max(1, left / 1_000_000));
    }
    return true;
  }

  /** Serves all probes for so long: time for the target, which nothing can announce the end of. */
  public void pause(Duration duration) {
    boolean never = await(() -> false, duration);
    assert !never;
  }

  /** Serves the sockets once, waiting at most so long for one to be ready. */
  private void serve(long millis) {
    if (Thread.currentThread().isInterrupted()) {
      // A selector would return at once, over and over.
      throw new CancellationException("the run was interrupted");
    }
    try {
      if (millis == 0) {
        selector.selectNow(this::serve);
      } else {
        selector.select(this::serve, millis);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the selector failed", e);
    }
  }

  private void serve(SelectionKey key) {
    Probe probe = (Probe) key.attachment();
    if (key.isReadable()) {
      probe.receive(scratch);
    }
    if (key.isValid() && key.isWritable()) {
      probe.flush();
    }
    updateInterest(probe);
  }

  private void updateInterest(Probe probe) {
    SelectionKey key = probe.channel().keyFor(selector);
    if (key == null || !key.isValid()) {
      return;
    }
    int read = probe.isReading() && !probe.isFlooded() ? SelectionKey.OP_READ : 0;
    int write = probe.hasUnsent() ? SelectionKey.OP_WRITE : 0;
    key.interestOps(probe.isClosed() ? 0 : read | write);
  }

  /**
   * Waits until the target has read all that these probes have sent, so that what they send next is
   * read apart from it. That is proven when the target's ends have nothing unread, and all our
   * bytes had reached them: they were acknowledged, or were seen unread before.
   */
  public Evidence awaitRead(Collection<Probe> sent) {
    if (!sockets.exists()) {
      return space(sent);
    }
    List<Arrival> pending = new ArrayList<>(sent.stream().map(Arrival::new).toList());
    long start = System.nanoTime();
    boolean first = true;
    while (!pending.isEmpty()) {
      if (!first && System.nanoTime() - start > READ_CEILING.toNanos()) {
        return Evidence.ASSUMED;
      }
      // The table wakes nobody. A server that waits for bytes reads within microseconds; for
      // others,
      // the sockets get a millisecond between two looks.
      Thread.yield();
      serve(System.nanoTime() - start < PROMPT.toNanos() ? 0 : 1);
      first = false;
      sockets.look();
      pending.removeIf(arrival -> arrival.isRead(sockets));
      if (pending.stream().anyMatch(Arrival::isUnknown)) {
        return space(sent);
      }
    }
    return Evidence.PROVEN;
  }

  /** Where nothing can be known, time has to do; a connection that is over has been read. */
  private Evidence space(Collection<Probe> sent) {
    boolean over = await(() -> sent.stream().allMatch(Probe::isClosed), SPACING);
    return over ? Evidence.PROVEN : Evidence.ASSUMED;
  }

  @Override
  public void close() {
    // Whoever has not read has bytes waiting, and would be awaited for nothing.
    probes.stream().filter(probe -> !probe.isReading()).forEach(this::reset);
    probes.stream().filter(probe -> !probe.isClosed()).forEach(Probe::halfClose);
    boolean farewell =
        Thread.currentThread().isInterrupted()
            || await(
                () -> probes.stream().allMatch(probe -> probe.isClosed() || probe.isFlooded()),
                FAREWELL);
    probes.forEach(probe -> closeQuietly(probe::close));
    sockets.close();
    try {
      selector.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(
          "the selector cannot be closed (farewell: " + farewell + ")", e);
    }
  }
}
