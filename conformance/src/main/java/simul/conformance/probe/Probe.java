package simul.conformance.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simul.conformance.verdict.Transcript;
import simul.spec.meaning.Asker;
import simul.spec.meaning.EventDecoder;
import simul.spec.meaning.Protocol;
import simul.spec.wire.ByteQueue;
import simul.spec.wire.FrameFault;
import simul.spec.world.Cell;
import simul.spec.world.WorldEvents;
import simul.spec.world.WorldView;

/**
 * One connection to the target: sends any bytes, keeps what comes back, and follows the world as
 * the target tells it. Made and served by {@link Probes}; one thread.
 */
public final class Probe {
  /**
   * A probe hears at most some thousand packets a check; a target that sends this much floods, and
   * is not read any further.
   */
  static final long FLOOD_BYTES = 16L << 20;

  /**
   * So much news that nobody has taken from {@link #heard()} is a flood too: kept, that of {@link
   * #FLOOD_BYTES} would fill a small machine's memory.
   */
  static final int FLOOD_HEARD = 100_000;

  /** The receive buffer of a probe that reads on. */
  private static final int WIDE_BYTES = 64 * 1024;

  /** How much of the stream is kept: the answers to some thousand moves, which come in a burst. */
  private static final int KEPT_BYTES = 64 * 1024;

  /** How much of it a report shows, in bytes. */
  private static final int SHOWN_BYTES = 64;

  private final String name;
  private final int client;
  private final Protocol protocol;
  private final SocketChannel channel;
  private final InetSocketAddress local;
  private final InetSocketAddress remote;
  private final Recorder.Line line;
  private final EventDecoder decoder;
  private final WorldView view;
  private final ByteQueue undecoded = new ByteQueue();
  private final Deque<Heard> heard = new ArrayDeque<>();
  private final byte[] lastBytes = new byte[KEPT_BYTES];
  private final ByteQueue unsent = new ByteQueue();
  private long sentBytes;
  private long receivedBytes;
  private long decodedBytes;
  private long lastWriteNanos;
  private long closedNanos;
  private boolean closed;
  private boolean flooded;
  private boolean reading = true;
  private int mostBytesARead = Integer.MAX_VALUE;

  Probe(String name, int client, SocketChannel channel, Protocol protocol, Recorder recorder)
      throws IOException {
    this.name = name;
    this.client = client;
    this.protocol = protocol;
    this.channel = channel;
    this.local = (InetSocketAddress) channel.getLocalAddress();
    this.remote = (InetSocketAddress) channel.getRemoteAddress();
    this.decoder = protocol.newEventDecoder(client);
    this.view = protocol.newView(anomaly -> {});
    this.lastWriteNanos = System.nanoTime();
    this.line = recorder.opened(name, local, remote);
  }

  /** The letter that reports call it by. */
  public String name() {
    return name;
  }

  /** The world as this client has been told. */
  public WorldView view() {
    return view;
  }

  /** Its own ID, once told. */
  public OptionalInt id() {
    return view.self();
  }

  /** It has found out its own ID: its arrival is its own and nobody else's. */
  public void identify(int id) {
    decoder.identify(id);
    view.identify(id);
    List<Heard> soFar = new ArrayList<>(heard);
    heard.clear();
    boolean told = false;
    for (Heard news : soFar) {
      if (news.id() == id && !told) {
        heard.add(new Heard(id, Told.SELF, false, news.frameStart()));
        told = true;
      }
      if (news.id() != id || !news.told().equals(Told.ENTER)) {
        heard.add(news);
      }
    }
  }

  /** Who it is in its requests; without an ID before it has been told one. */
  public Asker asker() {
    return new Asker(client, id().orElse(protocol.spec().world().slots().firstId() + client), 0);
  }

  /** What was heard since it was last taken, oldest first; the caller removes it. */
  public Deque<Heard> heard() {
    return heard;
  }

  /** Whether the target has closed or reset the connection: the two are one event. */
  public boolean isClosed() {
    return closed;
  }

  /** From the last write to the close, in milliseconds. */
  public long closedAfterMillis() {
    return Math.max(0, closedNanos - lastWriteNanos) / 1_000_000;
  }

  /** Why what came is not the protocol, if it is not. */
  public Optional<FrameFault> fault() {
    return Optional.ofNullable(decoder.fault());
  }

  /** Whether the target has sent more than any answer could be. */
  public boolean isFlooded() {
    return flooded;
  }

  /** All that has come, in bytes. */
  public long receivedBytes() {
    return receivedBytes;
  }

  /** Whether nothing can come from this probe any more that means something. */
  public boolean isDead() {
    return closed || isFlooded() || decoder.fault() != null;
  }

  /**
   * The bytes received from a place in the stream on: at most 64, or fewer where they are no longer
   * kept.
   *
   * @param start in bytes from the start of the stream
   */
  public byte[] receivedFrom(long start) {
    long from = Math.max(start, receivedBytes - KEPT_BYTES);
    long to = Math.min(receivedBytes, from + SHOWN_BYTES);
    byte[] bytes = new byte[(int) Math.max(0, to - from)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = lastBytes[(int) ((from + i) % KEPT_BYTES)];
    }
    return bytes;
  }

  /** Where the first packet starts that could not be decoded, or would start. */
  public long decodedBytes() {
    return decodedBytes;
  }

  InetSocketAddress local() {
    return local;
  }

  InetSocketAddress remote() {
    return remote;
  }

  SocketChannel channel() {
    return channel;
  }

  boolean hasUnsent() {
    return !unsent.isEmpty() && !closed;
  }

  /** All that its system has taken, in bytes. */
  long sentBytes() {
    return sentBytes;
  }

  /** Queues one segment; {@link Probes} writes it at once when the socket takes it. */
  void send(byte[] segment) {
    unsent.add(segment);
    flush();
  }

  void flush() {
    if (!hasUnsent()) {
      return;
    }
    try {
      int sent = channel.write(ByteBuffer.wrap(unsent.array(), unsent.start(), unsent.size()));
      if (sent > 0) {
        lastWriteNanos = System.nanoTime();
        line.sent(unsent.array(), unsent.start(), sent);
        sentBytes += sent;
      }
      unsent.remove(sent);
    } catch (IOException e) {
      // What came before the reset is still to be read; reading finds the end.
      unsent.clear();
    }
  }

  /** Whether it reads what comes. */
  public boolean isReading() {
    return reading;
  }

  /** From now on leaves what comes to the kernel. */
  void stopReading() {
    reading = false;
  }

  /**
   * Reads again.
   *
   * @param mostBytes how many bytes it takes at a time
   */
  void readOn(int mostBytes) throws IOException {
    reading = true;
    mostBytesARead = mostBytes;
    // Through the narrow buffer, what has piled up would come a packet a round trip.
    channel.setOption(StandardSocketOptions.SO_RCVBUF, WIDE_BYTES);
  }

  /** Reads what is there. */
  void receive(ByteBuffer scratch) {
    try {
      scratch.clear();
      scratch.limit(Math.min(scratch.capacity(), mostBytesARead));
      int count = channel.read(scratch);
      if (count < 0) {
        markClosed(Transcript.Kind.TARGET_CLOSED);
      } else if (count > 0) {
        line.received(scratch.array(), 0, count);
        received(scratch.array(), count);
      }
    } catch (IOException e) {
      markClosed(Transcript.Kind.TARGET_RESET);
    }
  }

  /** Ends our sending half and leaves the target to close its own. */
  void halfClose() {
    try {
      channel.shutdownOutput();
      line.ended(Transcript.Kind.HALF_CLOSED);
    } catch (IOException e) {
      markClosed(Transcript.Kind.TARGET_RESET);
    }
  }

  /** Gives the connection up; nothing can be done with it afterwards. */
  void close() throws IOException {
    if (channel.isOpen()) {
      line.ended(Transcript.Kind.CLOSED);
      channel.close();
      closed = true;
    }
  }

  /** Ends the connection with a reset, whatever is still on its way. */
  void reset() throws IOException {
    if (channel.isOpen()) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      line.ended(Transcript.Kind.RESET);
      channel.close();
      closed = true;
    }
  }

  private void markClosed(Transcript.Kind how) {
    if (!closed) {
      closed = true;
      closedNanos = System.nanoTime();
      line.ended(how);
    }
  }

  private void received(byte[] bytes, int count) {
    for (int i = Math.max(0, count - KEPT_BYTES); i < count; i++) {
      lastBytes[(int) ((receivedBytes + i) % KEPT_BYTES)] = bytes[i];
    }
    receivedBytes += count;
    flooded = flooded || receivedBytes > FLOOD_BYTES;
    if (decoder.fault() != null) {
      return;
    }
    undecoded.add(bytes, 0, count);
    int start = undecoded.start();
    Listener listener = new Listener(decodedBytes - start);
    int decoded = decoder.decode(undecoded.array(), start, undecoded.end(), listener);
    decodedBytes += decoded;
    undecoded.remove(decoded);
    flooded = flooded || heard.size() > FLOOD_HEARD;
  }

  /** Keeps the world up to date and the positions in order. */
  private final class Listener implements WorldEvents {
    private final long streamOffset;

    Listener(long streamOffset) {
      this.streamOffset = streamOffset;
    }

    @Override
    public void self(int id) {
      hear(id, Told.SELF);
      view.self(id);
    }

    @Override
    public void enter(int id) {
      hear(id, Told.ENTER);
      view.enter(id);
    }

    @Override
    public void position(int id, int x, int y) {
      hear(id, Told.at(new Cell(x, y)));
      view.position(id, x, y);
    }

    @Override
    public void leave(int id) {
      hear(id, Told.LEAVE);
      view.leave(id);
    }

    private void hear(int id, Told told) {
      heard.add(new Heard(id, told, view.contains(id), streamOffset + decoder.frameStart()));
    }

    @Override
    public void refused() {
      view.refused();
    }
  }
}
