package simul.conformance.mutant;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import simul.spec.wire.HexDump;

/** One client of a {@link Table}: its socket, its piece, and what it has still to hear. */
final class Seat implements AutoCloseable {
  private static final int WIDTH = 8;
  private static final int LONGEST_SHOWN = 40;

  private final Socket socket = new Socket();
  private final PushbackInputStream in;
  private final ByteArrayOutputStream owed = new ByteArrayOutputStream();
  private boolean reading = true;
  private int id;
  private int x;
  private int y;

  /** Connects, with as small a receive buffer as there may be, or any. */
  Seat(InetSocketAddress server, boolean smallBuffer, int patienceMillis) throws IOException {
    if (smallBuffer) {
      socket.setReceiveBufferSize(1);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(patienceMillis);
    socket.connect(server, patienceMillis);
    this.in = new PushbackInputStream(socket.getInputStream());
  }

  void waitsAtMost(int patienceMillis) throws IOException {
    if (!socket.isClosed()) {
      socket.setSoTimeout(patienceMillis);
    }
  }

  /** How a client leaves. */
  enum Way {
    CLOSE,
    HALF_CLOSE,
    RESET
  }

  void sits(int given) {
    id = given;
    x = given % WIDTH;
    y = given / WIDTH;
  }

  int id() {
    return id;
  }

  /** Moves the piece as a right server does. */
  void steps(char direction) {
    switch (direction) {
      case 'u' -> y = Math.max(0, y - 1);
      case 'd' -> y = Math.min(WIDTH - 1, y + 1);
      case 'l' -> x = Math.max(0, x - 1);
      case 'r' -> x = Math.min(WIDTH - 1, x + 1);
      default -> throw new IllegalArgumentException("no direction " + direction);
    }
  }

  byte[] login() {
    return new byte[] {3, 2, (byte) id};
  }

  byte[] logout() {
    return new byte[] {3, 3, (byte) id};
  }

  byte[] position() {
    return new byte[] {5, 1, (byte) id, (byte) x, (byte) y};
  }

  /** The moves as bytes. */
  static byte[] moves(String directions) {
    ByteArrayOutputStream packets = new ByteArrayOutputStream();
    directions
        .chars()
        .forEach(c -> packets.writeBytes(new byte[] {3, 1, (byte) "udlr".indexOf(c)}));
    return packets.toByteArray();
  }

  void owe(byte[] packet) {
    owed.writeBytes(packet);
  }

  void pause() {
    reading = false;
  }

  void resume() {
    reading = true;
  }

  boolean isReading() {
    return reading;
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void leave(Way way) throws IOException {
    switch (way) {
      case CLOSE -> socket.close();
      case HALF_CLOSE -> socket.shutdownOutput();
      case RESET -> {
        socket.setSoLinger(true, 0);
        socket.close();
      }
    }
  }

  /** Hears what is owed, and holds it to be that, if not in that order. */
  void hear(boolean inOrder) throws IOException {
    byte[] expected = owed.toByteArray();
    owed.reset();
    byte[] heard = read(expected.length);
    boolean same =
        inOrder ? Arrays.equals(expected, heard) : packets(expected).equals(packets(heard));
    if (!same) {
      throw new Table.Differs(
          "client " + id + " expected " + shown(expected) + " but heard " + shown(heard));
    }
  }

  /** Waits until there is something to hear. */
  void awaitSomething() throws IOException {
    try {
      in.unread(in.read());
    } catch (SocketTimeoutException silence) {
      throw new Table.Differs("client " + id + " hears nothing");
    }
  }

  /** Hears the end of the stream, and holds that nothing comes before it. */
  void hearEnd() throws IOException {
    byte[] heard = read(1);
    if (heard.length > 0 || !isEnded()) {
      throw new Table.Differs("expected the end of the stream but heard " + shown(heard));
    }
  }

  private boolean isEnded() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException silence) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Hears so many bytes; fewer where the stream or patience ends before. */
  byte[] read(int count) throws IOException {
    byte[] bytes = new byte[count];
    int read = 0;
    try {
      while (read < count) {
        int part = in.read(bytes, read, count - read);
        if (part < 0) {
          break;
        }
        read += part;
      }
    } catch (SocketTimeoutException | SocketException end) {
      return Arrays.copyOf(bytes, read);
    }
    return Arrays.copyOf(bytes, read);
  }

  private static String packets(byte[] bytes) {
    List<String> packets = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += Math.max(1, bytes[at])) {
      int end = Math.min(bytes.length, at + Math.max(1, bytes[at]));
      packets.add(HexDump.hex(Arrays.copyOfRange(bytes, at, end)));
    }
    packets.sort(null);
    return packets.toString();
  }

  private static String shown(byte[] bytes) {
    String hex = HexDump.hex(Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_SHOWN)));
    return bytes.length + " bytes " + hex;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
