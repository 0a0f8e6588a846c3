package simul.bots.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.Wish;

/**
 * One browser that looks, and what it wishes. It is sent a picture only when it has taken most of
 * those before, so that a slow one sees fewer and costs no memory; one that takes nothing for long
 * is left. On the server's thread.
 */
final class Viewer extends SimpleChannelInboundHandler<WebSocketFrame> {
  private final Viewers viewers;
  private final Swarm swarm;
  private Channel channel;
  private int seconds;
  private long stuckSinceNanos;

  Viewer(Viewers viewers, Swarm swarm) {
    this.viewers = viewers;
    this.swarm = swarm;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
      channel = context.channel();
      viewers.add(this);
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    viewers.remove(this);
    context.fireChannelInactive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame text) {
      ChannelFuture ignored = say(reply(text.text()));
    }
  }

  private String reply(String wish) {
    try {
      swarm.ask(Wish.parse(wish));
      return Frames.accepted(wish);
    } catch (IllegalArgumentException e) {
      return Frames.refused(e.getMessage());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // Whatever a viewer does ends at most its own connection.
    ChannelFuture ignored = context.close();
  }

  /** Whether it takes what it is sent, as far as is known. */
  boolean isReady() {
    return channel.isWritable();
  }

  /** Whether it has taken nothing for so long. */
  boolean isStuck(long nowNanos, long longestNanos) {
    if (isReady()) {
      stuckSinceNanos = nowNanos;
    }
    return nowNanos - stuckSinceNanos > longestNanos;
  }

  /** It begins to look. */
  void begin(long nowNanos) {
    stuckSinceNanos = nowNanos;
  }

  /** How many of the finished seconds it has been told of. */
  int seconds() {
    return seconds;
  }

  void setSeconds(int count) {
    seconds = count;
  }

  ChannelFuture say(String json) {
    return channel.writeAndFlush(new TextWebSocketFrame(json));
  }

  void show(BinaryWebSocketFrame picture) {
    ChannelFuture ignored = channel.writeAndFlush(picture, channel.voidPromise());
  }

  void leave() {
    ChannelFuture ignored = channel.close();
  }
}
