package simul.spec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import simul.spec.wire.HexDump;

/** A client that knows nothing but bytes: what it sends and hears is spaced hex. */
public final class PlainSocket implements AutoCloseable {
  /** Far beyond what a server on the same machine needs, also where many programs share it. */
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket = new Socket();
  private final InputStream in;

  private PlainSocket(InetSocketAddress server, int receiveBufferBytes) throws IOException {
    if (receiveBufferBytes > 0) {
      socket.setReceiveBufferSize(receiveBufferBytes);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(server, PATIENCE_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  public static PlainSocket connect(InetSocketAddress server) throws IOException {
    return new PlainSocket(server, 0);
  }

  /** A connection for which the kernel keeps as little as it may. */
  public static PlainSocket connectWithSmallBuffer(InetSocketAddress server) throws IOException {
    return new PlainSocket(server, 1);
  }

  public void send(String hex) throws IOException {
    send(HexDump.parse(hex));
  }

  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Waits for as many bytes as the hex has and holds them to be those. */
  public void expect(String hex) throws IOException {
    byte[] expected = HexDump.parse(hex);
    assertThat(HexDump.hex(read(expected.length))).isEqualTo(HexDump.hex(expected));
  }

  /** Waits for so many bytes; fewer where the stream ends before. */
  public byte[] read(int count) throws IOException {
    return in.readNBytes(count);
  }

  /** Waits for the end of the stream, orderly or not, and holds that nothing comes before it. */
  public void expectEnd() throws IOException {
    assertThat(HexDump.hex(readToTheEnd())).isEmpty();
  }

  /** All that comes before the end of the stream, orderly or not. */
  public byte[] readToTheEnd() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[64 * 1024];
    try {
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        all.write(part, 0, count);
      }
    } catch (SocketException reset) {
      // The other end had not read all that was sent to it: an end like any other.
      return all.toByteArray();
    }
    return all.toByteArray();
  }

  /** Says that nothing more will be sent, and goes on listening. */
  public void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  /** Ends the connection with a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
