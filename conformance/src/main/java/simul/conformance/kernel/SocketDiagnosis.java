package simul.conformance.kernel;

import com.sun.jna.NativeLong;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The socket table by Linux's {@code sock_diag} (see its manual page, section 7): one question over
 * a netlink socket finds one end of one connection, in microseconds and however many connections
 * there are. Numbers are in the host's byte order, but for addresses and ports.
 */
final class SocketDiagnosis implements SocketTable {
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int AF_NETLINK = 16;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int NETLINK_SOCK_DIAG = 4;
  private static final int SOCK_DIAG_BY_FAMILY = 20;
  private static final int NLM_F_REQUEST = 1;
  private static final int IPPROTO_TCP = 6;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int ALL_STATES = -1;

  /** {@code nlmsghdr}: length, type, flags, sequence, port. */
  private static final int HEADER_BYTES = 16;

  private static final int TYPE_AT = 4;
  private static final int SEQUENCE_AT = 8;

  /** {@code inet_diag_req_v2}: four bytes, the states, and the socket's identity. */
  private static final int REQUEST_BYTES = HEADER_BYTES + 8 + 48;

  /** In {@code inet_diag_msg}: four bytes, then the identity, which starts with both ports. */
  private static final int REMOTE_PORT_AT = HEADER_BYTES + 4 + 2;

  /** After the identity and the timer. */
  private static final int UNREAD_AT = HEADER_BYTES + 4 + 48 + 4;

  private static final int UNACKNOWLEDGED_AT = UNREAD_AT + 4;

  /** After the owner and the inode: attributes, each with its length, its type and a value. */
  private static final int ATTRIBUTES_AT = UNACKNOWLEDGED_AT + 12;

  private static final int ATTRIBUTE_HEADER_BYTES = 4;
  private static final int INET_DIAG_INFO = 2;

  /** In {@code tcp_info}, since Linux 4.1. */
  private static final int BYTES_RECEIVED_AT = 128;

  private static final int ADDRESS_BYTES = 16;
  private static final int ANSWER_BYTES = 4096;

  private final int socket;
  private final ByteBuffer request =
      ByteBuffer.allocate(REQUEST_BYTES).order(ByteOrder.nativeOrder());
  private final ByteBuffer answer =
      ByteBuffer.allocate(ANSWER_BYTES).order(ByteOrder.nativeOrder());
  private int sequence;
  private boolean closed;

  private SocketDiagnosis(int socket) {
    this.socket = socket;
  }

  /** One more socket to ask by; empty where the system cannot be asked so. */
  static Optional<SocketTable> open() {
    return Availability.ANSWERS ? tryOpen().map(SocketTable.class::cast) : Optional.empty();
  }

  private static Optional<SocketDiagnosis> tryOpen() {
    int socket = SystemCalls.socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    return socket < 0 ? Optional.empty() : Optional.of(new SocketDiagnosis(socket));
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public void look() {
    // Every question is answered afresh.
  }

  @Override
  public Optional<Queues> find(InetSocketAddress local, InetSocketAddress remote) {
    if (closed) {
      throw new IllegalStateException("asked after its end");
    }
    write(local, remote);
    NativeLong sent =
        SystemCalls.send(socket, request.array(), new NativeLong(REQUEST_BYTES), MSG_DONTWAIT);
    if (sent.longValue() != REQUEST_BYTES) {
      return Optional.empty();
    }
    // The kernel answers before it returns from the send: an answer is there, or none will come.
    int length;
    do {
      length =
          SystemCalls.recv(socket, answer.array(), new NativeLong(ANSWER_BYTES), MSG_DONTWAIT)
              .intValue();
    } while (length >= HEADER_BYTES && answer.getInt(SEQUENCE_AT) != sequence);
    return length > UNACKNOWLEDGED_AT
            && answer.getShort(TYPE_AT) == SOCK_DIAG_BY_FAMILY
            && networkShort(REMOTE_PORT_AT) == remote.getPort()
        ? Optional.of(queues(length))
        : Optional.empty();
  }

  private void write(InetSocketAddress local, InetSocketAddress remote) {
    byte[] from = local.getAddress().getAddress();
    byte[] to = remote.getAddress().getAddress();
    request.clear();
    request.putInt(REQUEST_BYTES).putShort((short) SOCK_DIAG_BY_FAMILY);
    request.putShort((short) NLM_F_REQUEST).putInt(++sequence).putInt(0);
    request.put((byte) (from.length == 4 ? AF_INET : AF_INET6)).put((byte) IPPROTO_TCP);
    request.put((byte) (1 << INET_DIAG_INFO - 1)).put((byte) 0).putInt(ALL_STATES);
    request.put(inNetworkOrder(local.getPort())).put(inNetworkOrder(remote.getPort()));
    request.put(from).put(new byte[ADDRESS_BYTES - from.length]);
    request.put(to).put(new byte[ADDRESS_BYTES - to.length]);
    // Any interface, and a cookie of ones: whichever socket it is.
    request.putInt(0).putInt(-1).putInt(-1);
  }

  private static byte[] inNetworkOrder(int port) {
    return new byte[] {(byte) (port >> 8), (byte) port};
  }

  private int networkShort(int at) {
    return Byte.toUnsignedInt(answer.get(at)) << 8 | Byte.toUnsignedInt(answer.get(at + 1));
  }

  private Queues queues(int length) {
    return new Queues(
        Integer.toUnsignedLong(answer.getInt(UNACKNOWLEDGED_AT)),
        Integer.toUnsignedLong(answer.getInt(UNREAD_AT)),
        received(length),
        sequence);
  }

  private OptionalLong received(int length) {
    int at = ATTRIBUTES_AT;
    while (at + ATTRIBUTE_HEADER_BYTES <= length) {
      int bytes = Short.toUnsignedInt(answer.getShort(at));
      boolean found = answer.getShort(at + Short.BYTES) == INET_DIAG_INFO;
      if (found && bytes >= ATTRIBUTE_HEADER_BYTES + BYTES_RECEIVED_AT + Long.BYTES) {
        return OptionalLong.of(answer.getLong(at + ATTRIBUTE_HEADER_BYTES + BYTES_RECEIVED_AT));
      }
      // Values are padded to whole words; one that had no length would be the last.
      at += Math.max(ATTRIBUTE_HEADER_BYTES, bytes + 3 & ~3);
    }
    return OptionalLong.empty();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      int ignored = SystemCalls.close(socket);
      assert ignored == 0;
    }
  }

  /** Whether this system answers, found out once: with a socket that is known to be there. */
  private static final class Availability {
    static final boolean ANSWERS = answers();

    private static boolean answers() {
      if (!System.getProperty("os.name").equals("Linux")) {
        return false;
      }
      try (ServerSocket known = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
          SocketDiagnosis diagnosis = tryOpen().orElseThrow(IOException::new)) {
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0);
        InetSocketAddress listening =
            new InetSocketAddress(known.getInetAddress(), known.getLocalPort());
        return diagnosis.find(listening, nobody).isPresent();
      } catch (IOException | LinkageError e) {
        // No loopback, no such sockets, or no library for this processor: the files will have to
        // do.
        return false;
      }
    }
  }
}
