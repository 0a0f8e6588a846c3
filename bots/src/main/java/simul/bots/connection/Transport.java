package simul.bots.connection;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * One event loop and the kind of socket it serves: epoll where there is one, NIO elsewhere. All
 * bots of a process share the loop, so what they know needs no locks and one clock times all.
 * Closing it ends the thread and every connection.
 */
public final class Transport implements AutoCloseable {
  /** The largest read: what loopback hands over at once. */
  static final int MOST_READ_BYTES = 64 * 1024;

  /** Nothing is left to send or receive by then; more would only delay the command's end. */
  private static final long CLOSE_SECONDS = 2;

  private final String name;
  private final MultiThreadIoEventLoopGroup group;
  private final EventLoop loop;
  private final Class<? extends SocketChannel> channel;
  private final byte[] scratch = new byte[MOST_READ_BYTES];

  private Transport(String name, IoHandlerFactory io, Class<? extends SocketChannel> channel) {
    this.name = name;
    this.channel = channel;
    this.group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("bots", true), io);
    this.loop = group.next();
  }

  /** The best that this machine has. */
  public static Transport open() {
    return Epoll.isAvailable()
        ? new Transport("epoll", EpollIoHandler.newFactory(), EpollSocketChannel.class)
        : nio();
  }

  /** The one that every machine has. */
  public static Transport nio() {
    return new Transport("nio", NioIoHandler.newFactory(), NioSocketChannel.class);
  }

  /** The name in reports: {@code epoll} or {@code nio}. */
  public String name() {
    return name;
  }

  /** The thread that serves every connection. */
  public EventLoop loop() {
    return loop;
  }

  /**
   * Lets the system choose a source port when it connects, not when it binds: then only the whole
   * pair of addresses must be new, not the port.
   */
  void shareSourcePorts(Bootstrap bootstrap) {
    if (channel == EpollSocketChannel.class) {
      bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
    }
  }

  Class<? extends SocketChannel> channel() {
    return channel;
  }

  /** Where its thread decodes what it has read; one array for all connections. */
  byte[] scratch() {
    return scratch;
  }

  @Override
  public void close() {
    group
        .shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
