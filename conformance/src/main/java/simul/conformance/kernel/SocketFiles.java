package simul.conformance.kernel;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The socket table as files, {@code /proc/net/tcp} and {@code tcp6}. Reading one costs the kernel
 * several milliseconds, and more with every connection that was closed within the last minute, so
 * each is read once a look, and the one that last had what was sought comes first.
 */
final class SocketFiles implements SocketTable {
  private static final List<Path> FILES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  /** How an IPv4 address starts in the table of IPv6: {@code ::ffff:}. */
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF};

  private final List<Path> files;
  private final String[] texts;
  private final int[] order;
  private int reads;
  private int likelyFile;

  /** The tables of this system. */
  SocketFiles() {
    this(FILES);
  }

  /** Tables in these files. */
  SocketFiles(List<Path> files) {
    this.files = files;
    this.texts = new String[files.size()];
    this.order = new int[files.size()];
  }

  @Override
  public boolean exists() {
    return files.stream().anyMatch(Files::isReadable);
  }

  @Override
  public void look() {
    Arrays.fill(texts, null);
  }

  /** {@inheritDoc} Rows further down a file, and of a file that was read later, are younger. */
  @Override
  public Optional<Queues> find(InetSocketAddress local, InetSocketAddress remote) {
    List<String> ends = endsOf(local, remote);
    for (int i = 0; i < files.size(); i++) {
      int file = (likelyFile + i) % files.size();
      for (String end : ends) {
        int row = text(file).indexOf(end);
        if (row >= 0) {
          likelyFile = file;
          long place = ((long) order[file] << Integer.SIZE) + row;
          return Optional.of(queues(text(file), row + end.length(), place));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }

  private String text(int file) {
    if (texts[file] == null) {
      order[file] = ++reads;
      try {
        texts[file] = Files.readString(files.get(file), StandardCharsets.US_ASCII);
      } catch (IOException e) {
        // No such table on this system; nothing will be found in it.
        texts[file] = "";
      }
    }
    return texts[file];
  }

  /** After the addresses come the state and, in hex, {@code unacknowledged:unread}. */
  private static Queues queues(String text, int from, long place) {
    int start = text.indexOf(' ', from) + 1;
    int colon = text.indexOf(':', start);
    int end = text.indexOf(' ', colon);
    return new Queues(
        Long.parseLong(text.substring(start, colon), 16),
        Long.parseLong(text.substring(colon + 1, end), 16),
        OptionalLong.empty(),
        place);
  }

  /** How the tables write the two addresses: as they are, or as IPv4 in IPv6. */
  static List<String> endsOf(InetSocketAddress local, InetSocketAddress remote) {
    List<String> ends = new ArrayList<>();
    byte[] from = local.getAddress().getAddress();
    byte[] to = remote.getAddress().getAddress();
    ends.add(end(from, local.getPort()) + end(to, remote.getPort()));
    if (from.length == 4 && to.length == 4) {
      ends.add(end(mapped(from), local.getPort()) + end(mapped(to), remote.getPort()));
    }
    return ends;
  }

  private static byte[] mapped(byte[] address) {
    return ByteBuffer.allocate(16).put(MAPPED).put(address).array();
  }

  /** The address in 32-bit words of the host's byte order, a colon, the port, a space. */
  private static String end(byte[] address, int port) {
    ByteBuffer network = ByteBuffer.wrap(address);
    ByteBuffer stored = ByteBuffer.allocate(address.length).order(ByteOrder.nativeOrder());
    while (network.hasRemaining()) {
      stored.putInt(network.getInt());
    }
    String hex = HexFormat.of().withUpperCase().formatHex(stored.array());
    return hex + String.format(Locale.ROOT, ":%04X ", port);
  }
}
