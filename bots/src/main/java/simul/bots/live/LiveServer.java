package simul.bots.live;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.SwarmPlan;

/**
 * The web server of the live page, with a thread of its own. On loopback anybody on this machine
 * may look; elsewhere only whoever knows the URL, which has a random token in it. Nothing of it is
 * left when it is closed.
 */
public final class LiveServer implements AutoCloseable {
  /** A page needs half a dozen connections; a classroom a few hundred. */
  private static final int MOST_CONNECTIONS = 500;

  private static final int MOST_REQUEST_BYTES = 8 * 1024;

  /** As a browser sends a request at once; a viewer is not bound by it. */
  private static final int REQUEST_SECONDS = 15;

  /** Two pictures of ten thousand bots: a viewer that is further behind gets no more. */
  private static final WriteBufferWaterMark VIEWERS_BUFFER =
      new WriteBufferWaterMark(32 * 1024, 128 * 1024);

  /** So long the last word of a run may take to reach viewers. */
  private static final long FAREWELL_MILLIS = 1000;

  private final MultiThreadIoEventLoopGroup group;
  private final Channel listening;
  private final Entrance entrance;
  private final Viewers viewers;

  private LiveServer(
      MultiThreadIoEventLoopGroup group, Channel listening, Entrance entrance, Viewers viewers) {
    this.group = group;
    this.listening = listening;
    this.entrance = entrance;
    this.viewers = viewers;
  }

  /**
   * Serves from now on.
   *
   * @param address where; port 0 is any free one
   * @param language {@code en} or {@code ko}; empty where the browser's is to be spoken
   * @throws IOException when nothing can listen there
   */
  public static LiveServer open(
      InetSocketAddress address, Optional<String> language, SwarmPlan plan, Swarm swarm)
      throws IOException {
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("live page", true), NioIoHandler.newFactory());
    try {
      Entrance entrance = Entrance.of(address.getAddress());
      Viewers viewers = new Viewers(group.next(), new Frames(plan), swarm);
      Site site = Site.load(language);
      Gate gate = new Gate(MOST_CONNECTIONS);
      Channel listening =
          new ServerBootstrap()
              .group(group)
              .channel(NioServerSocketChannel.class)
              .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, VIEWERS_BUFFER)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(
                  new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                      channel
                          .pipeline()
                          .addLast(gate)
                          .addLast(Reception.TIMEOUT, new ReadTimeoutHandler(REQUEST_SECONDS))
                          .addLast(new HttpServerCodec())
                          .addLast(new HttpObjectAggregator(MOST_REQUEST_BYTES))
                          .addLast(new Reception(entrance, site, viewers, swarm));
                    }
                  })
              .bind(address)
              .syncUninterruptibly()
              .channel();
      return new LiveServer(group, listening, entrance, viewers);
    } catch (RuntimeException e) {
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
      throw e;
    } catch (Exception e) {
      // Netty throws what bind throws, though it does not say so.
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
      throw new IOException(e.getMessage(), e);
    }
  }

  /** What to type into a browser. */
  public String url() {
    InetSocketAddress address = (InetSocketAddress) listening.localAddress();
    InetAddress shown = entrance.shownAddress();
    String host = shown.getHostAddress().replaceFirst("%.*", "");
    return "http://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + address.getPort()
        + entrance.path();
  }

  /**
   * The run is over: every viewer is told how it ended, and sees it still when the server is gone.
   *
   * @param result a JSON object
   */
  public void finish(String result) {
    viewers.finish(result).awaitUninterruptibly(FAREWELL_MILLIS);
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly(FAREWELL_MILLIS);
  }
}
