package simul.bots.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import simul.bots.swarm.Swarm;

/** Answers requests: the page's files, the numbers for monitoring, and the door to the viewers. */
final class Reception extends SimpleChannelInboundHandler<FullHttpRequest> {
  /** The handler that closes a connection on which no request comes. */
  static final String TIMEOUT = "timeout";

  /** Where viewers connect; the page names it too. */
  private static final String VIEW = "view";

  private static final String METRICS = "metrics";

  /** A wish is a few words. */
  private static final int MOST_WISH_BYTES = 256;

  private static final String PLAIN = "text/plain; charset=utf-8";

  private final Entrance entrance;
  private final Site site;
  private final Viewers viewers;
  private final Swarm swarm;

  Reception(Entrance entrance, Site site, Viewers viewers, Swarm swarm) {
    this.entrance = entrance;
    this.site = site;
    this.viewers = viewers;
    this.swarm = swarm;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    HttpHeaders headers = request.headers();
    String host = headers.get(HttpHeaderNames.HOST);
    if (!request.decoderResult().isSuccess()) {
      refuse(context, HttpResponseStatus.BAD_REQUEST, "this is no HTTP request");
      return;
    }
    if (!entrance.isNamedRight(host)) {
      refuse(
          context,
          HttpResponseStatus.FORBIDDEN,
          "the live page is asked for by a number or as localhost, not by another name");
      return;
    }
    Optional<String> target = entrance.target(request.uri());
    if (target.isEmpty()) {
      refuse(context, HttpResponseStatus.NOT_FOUND, "there is nothing here");
    } else if (!request.method().equals(HttpMethod.GET)) {
      refuse(context, HttpResponseStatus.METHOD_NOT_ALLOWED, "only GET is known here");
    } else if (target.get().equals(VIEW)) {
      view(context, request, host);
    } else if (target.get().equals(METRICS)) {
      metrics(context);
    } else {
      site.find(target.get())
          .ifPresentOrElse(
              file -> answer(context, HttpResponseStatus.OK, file.type(), file.content()),
              () -> refuse(context, HttpResponseStatus.NOT_FOUND, "there is nothing here"));
    }
  }

  private void view(ChannelHandlerContext context, FullHttpRequest request, String host) {
    if (!entrance.isFromHere(request.headers().get(HttpHeaderNames.ORIGIN), host)) {
      refuse(context, HttpResponseStatus.FORBIDDEN, "only the live page itself may connect here");
      return;
    }
    if (!request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      refuse(context, HttpResponseStatus.UPGRADE_REQUIRED, "a WebSocket is spoken here");
      return;
    }
    context.pipeline().remove(TIMEOUT);
    context
        .pipeline()
        .addLast(
            new WebSocketServerProtocolHandler(
                WebSocketServerProtocolConfig.newBuilder()
                    .websocketPath(entrance.path() + VIEW)
                    .maxFramePayloadLength(MOST_WISH_BYTES)
                    .build()))
        .addLast(new Viewer(viewers, swarm));
    context.pipeline().remove(this);
    // The handler comes too late to hear that the connection is there.
    context.fireChannelRead(request.retain());
  }

  private void metrics(ChannelHandlerContext context) {
    boolean runs =
        swarm.look(
            Integer.MAX_VALUE,
            snapshot ->
                swarm.measure(
                    response ->
                        context
                            .executor()
                            .execute(
                                () ->
                                    answer(
                                        context,
                                        HttpResponseStatus.OK,
                                        Exposition.TYPE,
                                        Exposition.of(snapshot, response)
                                            .getBytes(StandardCharsets.UTF_8)))));
    if (!runs) {
      refuse(context, HttpResponseStatus.SERVICE_UNAVAILABLE, "no swarm is running");
    }
  }

  private static void refuse(ChannelHandlerContext context, HttpResponseStatus status, String why) {
    answer(context, status, PLAIN, (why + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** One answer a connection: there is nothing to gain from more on one machine. */
  private static void answer(
      ChannelHandlerContext context, HttpResponseStatus status, String type, byte[] content) {
    ByteBuf body = Unpooled.wrappedBuffer(content);
    FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .setInt(HttpHeaderNames.CONTENT_LENGTH, content.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
        .set(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'")
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Resource-Policy", "same-origin");
    ChannelFuture ignored =
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // Whatever a client does ends at most its own connection.
    ChannelFuture ignored = context.close();
  }
}
