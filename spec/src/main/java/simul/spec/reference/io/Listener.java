package simul.spec.reference.io;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.BiConsumer;

/**
 * The listening socket of the models that accept one client after the other, and a descriptor kept
 * in reserve: where the process has none left, a client can neither be served nor be told so by
 * closing its connection, for to accept it takes one. One thread at a time.
 */
final class Listener implements Closeable {
  /** Connections that the kernel may hold until they are accepted; it has a bound of its own. */
  static final int BACKLOG = 4096;

  private final ServerSocketChannel channel;
  private SocketChannel reserve;

  private Listener(ServerSocketChannel channel, SocketChannel reserve) {
    this.channel = channel;
    this.reserve = reserve;
  }

  /**
   * Listens.
   *
   * @throws IOException when the address cannot be listened on
   */
  static Listener open(InetSocketAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.bind(address, BACKLOG);
      return new Listener(channel, SocketChannel.open());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  ServerSocketChannel channel() {
    return channel;
  }

  int port() {
    return channel.socket().getLocalPort();
  }

  /**
   * The next client that waits, or null when none does or the one that did has been turned away.
   *
   * @param refused is told whom and why
   * @throws IOException when the socket has been closed, or nobody can even be turned away
   */
  SocketChannel accept(BiConsumer<String, String> refused) throws IOException {
    try {
      SocketChannel client = channel.accept();
      return client;
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      reserve.close();
      return acceptWithReserve(refused, e);
    }
  }

  private SocketChannel acceptWithReserve(BiConsumer<String, String> refused, IOException why)
      throws IOException {
    SocketChannel client = null;
    try {
      client = channel.accept();
      reserve = SocketChannel.open();
      // Somebody has left meanwhile: there is room for both.
      return client;
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException stillNone) {
      if (client == null) {
        throw stillNone;
      }
      String peer = ServedConnection.name(client.getRemoteAddress());
      client.close();
      // While there is one to be had: to load a class may take a descriptor, too.
      String reason = Refusal.noDescriptor(why);
      reserve = SocketChannel.open();
      refused.accept(peer, reason);
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      reserve.close();
    }
  }
}
