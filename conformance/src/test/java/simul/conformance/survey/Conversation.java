package simul.conformance.survey;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The recording of a survey of a server that keeps the handout's rules 1 and 3, in any encoding:
 * three clients come one after the other, then the second leaves.
 */
final class Conversation {
  static final int POSITION = 1;
  static final int LOGIN = 2;
  static final int LOGOUT = 3;

  private final Encoding encoding;
  private final Recordings recordings = new Recordings();
  private final Map<String, Integer> present = new LinkedHashMap<>();

  private Conversation(Encoding encoding) {
    this.encoding = encoding;
  }

  /** Makes a packet of a type and its data. */
  interface Encoding {
    byte[] packet(int type, byte[] data);
  }

  /** Makes a header of a packet's type and its data's size. */
  interface Header {
    int[] of(int type, int dataBytes);
  }

  static Recording with(Encoding encoding) {
    Conversation conversation = new Conversation(encoding);
    conversation.comes("a");
    conversation.comes("b");
    conversation.comes("c");
    conversation.leaves("b");
    return conversation.recordings.recording();
  }

  static Recording withHeader(Header header) {
    return with((type, data) -> packet(header.of(type, data.length), data));
  }

  static byte[] packet(int[] header, byte[] data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int value : header) {
      bytes.write(value);
    }
    bytes.writeBytes(data);
    return bytes.toByteArray();
  }

  private void comes(String client) {
    int id = present.size();
    ByteArrayOutputStream greeting = new ByteArrayOutputStream();
    greeting.writeBytes(entry(id));
    present.values().forEach(other -> greeting.writeBytes(entry(other)));
    recordings.open(client).received(client, greeting.toByteArray());
    present.keySet().forEach(other -> recordings.received(other, entry(id)));
    present.put(client, id);
  }

  private void leaves(String client) {
    int id = present.remove(client);
    recordings.leave(client);
    for (String other : present.keySet()) {
      recordings.received(other, encoding.packet(LOGOUT, new byte[] {(byte) id}));
    }
  }

  private byte[] entry(int id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(encoding.packet(LOGIN, new byte[] {(byte) id}));
    bytes.writeBytes(encoding.packet(POSITION, new byte[] {(byte) id, (byte) id, 0}));
    return bytes.toByteArray();
  }
}
