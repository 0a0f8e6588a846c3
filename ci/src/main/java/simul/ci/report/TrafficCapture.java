package simul.ci.report;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import simul.conformance.probe.Recorder;
import simul.conformance.verdict.Transcript;

/**
 * All traffic of a run as a pcapng file for Wireshark. Nothing is captured from a wire: each write
 * and each read of the tester becomes a packet, with the headers that it could have had, so that
 * every connection reassembles to the bytes that passed. Nothing is kept in memory. When the file
 * cannot be written any more, the capture ends there and the run goes on. One thread.
 */
public final class TrafficCapture implements Closeable {
  private static final byte[] NO_BYTES = {};

  /** Apart enough for the sequence numbers of many connections to be told apart. */
  private static final int SEQUENCE_STEP = 64_000;

  private final PcapngFile file;
  private final long startEpochNanos;
  private final long startNanos = System.nanoTime();
  private int connections;
  private IOException failure;

  /** Begins a file. */
  public TrafficCapture(Path path, String version) throws IOException {
    Instant now = Instant.now();
    this.startEpochNanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    this.file =
        new PcapngFile(
            path,
            "simul " + version,
            "Made of the writes and reads of the tester, one packet each; the headers are"
                + " synthetic, and a time is when the tester's call returned.");
  }

  /**
   * Takes part in the connections of a check.
   *
   * @param comment names the check; the first packet of each connection carries it
   */
  public Recorder recorder(String comment) {
    return (client, local, remote) -> new Connection(comment + ", client " + client, local, remote);
  }

  /** Why the file is not complete, if it is not. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      failure = e;
    }
  }

  /** The packets of one connection. */
  private final class Connection implements Recorder.Line {
    private final TcpSegments ours;
    private final TcpSegments theirs;
    private boolean weEnded;
    private boolean theyEnded;

    Connection(String comment, InetSocketAddress local, InetSocketAddress remote) {
      int sequence = SEQUENCE_STEP * ++connections;
      this.ours = new TcpSegments(local, remote, sequence);
      this.theirs = new TcpSegments(remote, local, sequence + SEQUENCE_STEP / 2);
      write(ours.next(TcpSegments.SYN, 0, NO_BYTES, 0, 0), PcapngFile.Way.OUT, comment);
      theyWrite(TcpSegments.SYN | TcpSegments.ACK);
      weWrite(TcpSegments.ACK);
    }

    @Override
    public void sent(byte[] bytes, int from, int count) {
      for (int at = 0; at < count; at += TcpSegments.MOST_BYTES) {
        int size = Math.min(TcpSegments.MOST_BYTES, count - at);
        int flags = TcpSegments.PSH | TcpSegments.ACK;
        write(ours.next(flags, theirs.sequence(), bytes, from + at, size), PcapngFile.Way.OUT, "");
      }
    }

    @Override
    public void received(byte[] bytes, int from, int count) {
      for (int at = 0; at < count; at += TcpSegments.MOST_BYTES) {
        int size = Math.min(TcpSegments.MOST_BYTES, count - at);
        int flags = TcpSegments.PSH | TcpSegments.ACK;
        write(theirs.next(flags, ours.sequence(), bytes, from + at, size), PcapngFile.Way.IN, "");
      }
    }

    @Override
    public void ended(Transcript.Kind how) {
      switch (how) {
        case HALF_CLOSED, CLOSED -> weEnd();
        case TARGET_CLOSED -> theyEnd();
        case RESET -> {
          if (!isOver()) {
            weWrite(TcpSegments.RST | TcpSegments.ACK);
          }
          weEnded = true;
          theyEnded = true;
        }
        case TARGET_RESET -> {
          if (!isOver()) {
            theyWrite(TcpSegments.RST | TcpSegments.ACK);
          }
          weEnded = true;
          theyEnded = true;
        }
        case OPENED, SENT, RECEIVED -> throw new IllegalArgumentException("no end: " + how);
      }
    }

    private boolean isOver() {
      return weEnded && theyEnded;
    }

    private void weEnd() {
      if (!weEnded) {
        weEnded = true;
        weWrite(TcpSegments.FIN | TcpSegments.ACK);
        theyWrite(TcpSegments.ACK);
      }
    }

    private void theyEnd() {
      if (!theyEnded) {
        theyEnded = true;
        theyWrite(TcpSegments.FIN | TcpSegments.ACK);
        weWrite(TcpSegments.ACK);
      }
    }

    private void weWrite(int flags) {
      write(ours.next(flags, theirs.sequence(), NO_BYTES, 0, 0), PcapngFile.Way.OUT, "");
    }

    private void theyWrite(int flags) {
      write(theirs.next(flags, ours.sequence(), NO_BYTES, 0, 0), PcapngFile.Way.IN, "");
    }

    private void write(byte[] packet, PcapngFile.Way way, String comment) {
      if (failure != null) {
        return;
      }
      long epochNanos = startEpochNanos + System.nanoTime() - startNanos;
      try {
        file.packet(epochNanos, packet, way, comment);
      } catch (IOException e) {
        failure = e;
      }
    }
  }
}
