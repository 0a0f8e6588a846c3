package simul.spec.reference.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.CompletionHandler;
import java.nio.channels.ShutdownChannelGroupException;
import java.nio.channels.SocketChannel;

/**
 * The listening socket of the overlapped models, where accepting is an operation like any other
 * ({@code AcceptEx}), and a descriptor kept in reserve, as {@link Listener} has it. One accept at a
 * time: the next is asked for when the last has been told.
 */
final class AsynchronousListener
    implements Closeable, CompletionHandler<AsynchronousSocketChannel, Void> {

  /** Is told how an accept ends; on a thread of the system. */
  interface Guest {
    /**
     * A client has come.
     *
     * @throws IOException when it has gone before it was served
     */
    void accepted(AsynchronousSocketChannel channel) throws IOException;

    /** One has been turned away. */
    void refused(String peer, String reason);

    /** Nobody can even be turned away. */
    void failed(Throwable why);
  }

  private final AsynchronousServerSocketChannel channel;
  private final Guest guest;
  private SocketChannel reserve;
  private Throwable noDescriptor;

  private AsynchronousListener(
      AsynchronousServerSocketChannel channel, SocketChannel reserve, Guest guest) {
    this.channel = channel;
    this.reserve = reserve;
    this.guest = guest;
  }

  /**
   * Listens.
   *
   * @throws IOException when the address cannot be listened on
   */
  static AsynchronousListener open(
      InetSocketAddress address, AsynchronousChannelGroup group, Guest guest) throws IOException {
    AsynchronousServerSocketChannel channel = AsynchronousServerSocketChannel.open(group);
    try {
      channel.bind(address, Listener.BACKLOG);
      return new AsynchronousListener(channel, SocketChannel.open(), guest);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  int port() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  /** Accepts the next client; the guest is told of it. */
  void accept() {
    try {
      channel.accept(null, this);
    } catch (ShutdownChannelGroupException e) {
      // The server stops.
      assert !channel.isOpen();
    }
  }

  @Override
  public void completed(AsynchronousSocketChannel client, Void attachment) {
    try {
      if (reserve.isOpen() || takeReserve()) {
        guest.accepted(client);
      } else {
        turnAway(client);
      }
    } catch (IOException e) {
      drop(client);
      accept();
    }
  }

  private void turnAway(AsynchronousSocketChannel client) throws IOException {
    SocketAddress peer = client.getRemoteAddress();
    client.close();
    // While there is one to be had: to load a class may take a descriptor, too.
    String reason = Refusal.noDescriptor(noDescriptor);
    boolean ignored = takeReserve();
    guest.refused(ServedConnection.name(peer), reason);
  }

  private static void drop(AsynchronousSocketChannel client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket cannot be closed", e);
    }
  }

  private boolean takeReserve() {
    try {
      reserve = SocketChannel.open();
      return true;
    } catch (IOException e) {
      noDescriptor = e;
      return false;
    }
  }

  @Override
  public void failed(Throwable why, Void attachment) {
    if (why instanceof ClosedChannelException || why instanceof ShutdownChannelGroupException) {
      // The server stops.
      assert why instanceof AsynchronousCloseException || !channel.isOpen();
      return;
    }
    try {
      if (reserve.isOpen()) {
        reserve.close();
        accept();
        return;
      }
    } catch (IOException e) {
      why.addSuppressed(e);
    }
    guest.failed(why);
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
