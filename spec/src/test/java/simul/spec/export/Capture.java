package simul.spec.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import simul.spec.wire.HexDump;

/** A capture file (classic pcap, raw IP) of TCP connections with a server, a segment a packet. */
final class Capture {
  private static final int LINKTYPE_RAW = 101;
  private static final int LOOPBACK = 0x7F000001;
  private static final int ACK = 16;
  private static final int SYN = 2;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final int serverPort;
  private int clientPort = 50_000;
  private int clientSequence;
  private int serverSequence;
  private int seconds;

  Capture(int serverPort) {
    this.serverPort = serverPort;
    ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
    file.writeBytes(head.putInt(65_535).putInt(LINKTYPE_RAW).array());
  }

  /** Another client connects; what follows is on its connection. */
  Capture connect() {
    clientPort++;
    clientSequence = 1000;
    serverSequence = 900_000;
    segment(true, SYN, new byte[0]);
    clientSequence++;
    segment(false, SYN | ACK, new byte[0]);
    serverSequence++;
    return this;
  }

  /** One segment from the client, in hex. */
  Capture client(String hex) {
    return sent(true, HexDump.parse(hex));
  }

  /** One segment from the server, in hex. */
  Capture server(String hex) {
    return sent(false, HexDump.parse(hex));
  }

  Capture clientText(String text) {
    return sent(true, text.getBytes(StandardCharsets.US_ASCII));
  }

  Capture serverText(String text) {
    return sent(false, text.getBytes(StandardCharsets.US_ASCII));
  }

  Capture sent(boolean byClient, byte[] bytes) {
    segment(byClient, ACK, bytes);
    clientSequence += byClient ? bytes.length : 0;
    serverSequence += byClient ? 0 : bytes.length;
    return this;
  }

  private void segment(boolean byClient, int flags, byte[] bytes) {
    int length = 40 + bytes.length;
    ByteBuffer head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    file.writeBytes(head.putInt(seconds++).putInt(0).putInt(length).putInt(length).array());
    ByteBuffer packet = ByteBuffer.allocate(length);
    packet.putShort((short) 0x4500).putShort((short) length).putInt(0x4000);
    packet.put((byte) 64).put((byte) 6).putShort((short) 0).putInt(LOOPBACK).putInt(LOOPBACK);
    packet.putShort((short) (byClient ? clientPort : serverPort));
    packet.putShort((short) (byClient ? serverPort : clientPort));
    packet.putInt(byClient ? clientSequence : serverSequence);
    packet.putInt((flags & ACK) == 0 ? 0 : byClient ? serverSequence : clientSequence);
    packet.putShort((short) (0x5000 | flags)).putShort((short) 60_000).putInt(0);
    file.writeBytes(packet.put(bytes).array());
  }

  void write(Path path) throws IOException {
    Files.write(path, file.toByteArray());
  }
}
