package simul.bots.live;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Lets so many connections be open at a time, and closes what is more. On the server's thread. */
@ChannelHandler.Sharable
final class Gate extends ChannelInboundHandlerAdapter {
  private final int most;
  private int open;

  Gate(int most) {
    this.most = most;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    open++;
    if (open > most) {
      ChannelFuture ignored = context.close();
    } else {
      context.fireChannelActive();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    open--;
    context.fireChannelInactive();
  }
}
