package simul.conformance.odd;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import simul.spec.wire.HexDump;

/** A client of homework3 that takes what comes packet by packet, and blocks until it is there. */
final class PlainClient implements AutoCloseable {
  private static final int LONGEST_MILLIS = 10_000;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  private PlainClient(InetSocketAddress server, int receiveBufferBytes) throws IOException {
    if (receiveBufferBytes > 0) {
      socket.setReceiveBufferSize(receiveBufferBytes);
    }
    socket.setTcpNoDelay(true);
    socket.connect(server);
    socket.setSoTimeout(LONGEST_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  static PlainClient connect(InetSocketAddress server) throws IOException {
    return new PlainClient(server, 0);
  }

  /** One for which the kernel holds little. */
  static PlainClient narrow(InetSocketAddress server) throws IOException {
    return new PlainClient(server, 2304);
  }

  /** One that has been told its own ID and cell. */
  static PlainClient joined(InetSocketAddress server) throws IOException {
    PlainClient client = connect(server);
    String login = client.packet();
    String position = client.packet();
    assert login.startsWith("03 02") && position.startsWith("05 01") : login + position;
    return client;
  }

  PlainClient send(String hex) throws IOException {
    socket.getOutputStream().write(HexDump.parse(hex));
    return this;
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The next packet in hex. */
  String packet() throws IOException {
    int length = in.readUnsignedByte();
    byte[] packet = new byte[length];
    packet[0] = (byte) length;
    in.readFully(packet, 1, length - 1);
    return HexDump.hex(packet);
  }

  /** The next packet that starts so. */
  String packet(String start) throws IOException {
    String packet = packet();
    while (!packet.startsWith(start)) {
      packet = packet();
    }
    return packet;
  }

  /** How the connection ends: {@code closed}, {@code reset}, or {@code open} after so long. */
  String end(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      int next = in.read();
      while (next >= 0) {
        next = in.read();
      }
      return "closed";
    } catch (SocketTimeoutException e) {
      return "open";
    } catch (IOException e) {
      return "reset";
    }
  }

  void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
