package simul.bots.connection;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import simul.spec.meaning.Asker;
import simul.spec.meaning.EventDecoder;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.wire.ByteQueue;
import simul.spec.wire.FrameFault;
import simul.spec.world.Cell;
import simul.spec.world.WorldEvents;

/**
 * One bot's TCP connection: requests go out, world events come in, whatever the segments are. What
 * is used after it has ended is ignored. For the thread of its {@link Transport} alone.
 */
public final class BotConnection {
  /** Most answers are a few packets, so small that thousands of connections cost little. */
  private static final int FIRST_READ_BYTES = 2 * 1024;

  private static final int LEAST_READ_BYTES = 64;

  /** Enough of a broken stream to see what is wrong. */
  private static final int SHOWN_BYTES = 16;

  private final Transport transport;
  private final Protocol protocol;
  private final Listener listener;
  private final EventDecoder decoder;
  private final byte[] hello;
  private final ByteQueue undecoded = new ByteQueue();
  private byte[] decoding = {};
  private Channel channel;
  private boolean ended;

  private BotConnection(Transport transport, Protocol protocol, int client, Listener listener) {
    this.transport = transport;
    this.protocol = protocol;
    this.listener = listener;
    this.decoder = protocol.newEventDecoder(client);
    this.hello = protocol.requestEncoder().hello(stranger(protocol, client));
  }

  /** A client that has not been told an ID; where clients choose, it has one. */
  private static Asker stranger(Protocol protocol, int client) {
    return new Asker(client, protocol.spec().world().slots().firstId() + client, 0);
  }

  /** Hears what comes in; every call is from the transport's thread. */
  public interface Listener extends WorldEvents {

    /** What came is not the protocol; nothing more will be understood. */
    void fault(FrameFault fault, byte[] frame);

    /** The connection is over, or never was; the last call, and it comes once. */
    void ended(Ending ending);

    /** Our own code failed while it handled what came. */
    void defect(Throwable defect);
  }

  /**
   * Connects, and says what the protocol has a client say first. Whatever comes of it is told to
   * the listener, though never from within this call.
   *
   * @param client the bot's number, from 0
   * @param source where it connects from; empty where the system may choose
   * @param patience how long the target may take to accept
   */
  public static BotConnection open(
      Transport transport,
      Protocol protocol,
      int client,
      InetSocketAddress target,
      Optional<InetSocketAddress> source,
      Duration patience,
      Listener listener) {
    BotConnection connection = new BotConnection(transport, protocol, client, listener);
    Bootstrap bootstrap =
        new Bootstrap()
            .group(transport.loop())
            .channel(transport.channel())
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, patience.toMillis()))
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(
                    LEAST_READ_BYTES, FIRST_READ_BYTES, Transport.MOST_READ_BYTES))
            .handler(connection.new Ear());
    if (source.isPresent()) {
      transport.shareSourcePorts(bootstrap);
    }
    ChannelFuture connecting =
        source
            .map(from -> bootstrap.connect(target, from))
            .orElseGet(() -> bootstrap.connect(target));
    connection.channel = connecting.channel();
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            transport.loop().execute(() -> connection.end(Ending.of(done.cause())));
          }
        });
    return connection;
  }

  /** The client has found out its own ID, which nothing has told it. */
  public void identify(int id) {
    decoder.identify(id);
  }

  /**
   * The packet that asks for one move.
   *
   * @param to the cell that it leads to
   */
  public byte[] packet(Direction direction, Asker asker, Cell to) {
    return protocol.requestEncoder().move(direction, asker, to);
  }

  /** Sends bytes in one segment. */
  public void send(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuf out = channel.alloc().ioBuffer(length);
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    // A failed write ends the connection, and that is told to the listener.
    ChannelFuture ignored = channel.writeAndFlush(out, channel.voidPromise());
  }

  /**
   * Whether the target's side takes what is sent. When it does not, moves pile up here, so a bot
   * that goes on sending would grow without bound.
   */
  public boolean isWritable() {
    return channel.isWritable();
  }

  /** Whether the target has accepted the connection, and it is not over. */
  public boolean isAccepted() {
    return channel.isActive();
  }

  /** Ends the sending half; whatever the target does about it is heard. */
  public void halfClose() {
    ChannelFuture ignored = ((DuplexChannel) channel).shutdownOutput();
  }

  /** Reads what comes, or leaves it where it is. */
  public void read(boolean reads) {
    channel.config().setAutoRead(reads);
  }

  /** Ends the connection as a program does that is killed; the listener hears no more. */
  public void reset() {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    close();
  }

  /** Ends the connection; the listener hears no more. */
  public void close() {
    ended = true;
    ChannelFuture ignored = channel.close();
  }

  /** While an event is told: the bytes of the packet that carries it. */
  public byte[] frame() {
    return Arrays.copyOfRange(decoding, decoder.frameStart(), decoder.frameEnd());
  }

  private void end(Ending ending) {
    if (!ended) {
      ended = true;
      listener.ended(ending);
    }
  }

  private void received(byte[] bytes, int count) {
    if (undecoded.isEmpty()) {
      int decoded = decode(bytes, 0, count);
      undecoded.add(bytes, decoded, count - decoded);
    } else {
      undecoded.add(bytes, 0, count);
      undecoded.remove(decode(undecoded.array(), undecoded.start(), undecoded.end()));
    }
  }

  private int decode(byte[] bytes, int from, int to) {
    decoding = bytes;
    int decoded = decoder.decode(bytes, from, to, listener);
    if (decoder.fault() != null && !ended) {
      int start = from + decoded;
      listener.fault(
          decoder.fault(), Arrays.copyOfRange(bytes, start, Math.min(to, start + SHOWN_BYTES)));
    }
    return decoded;
  }

  /** The end of the pipeline. */
  private final class Ear extends ChannelInboundHandlerAdapter {
    private Ending reset;

    @Override
    public void channelActive(ChannelHandlerContext context) {
      if (hello.length > 0) {
        send(hello);
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf in = (ByteBuf) message;
      try {
        byte[] scratch = transport.scratch();
        while (in.isReadable() && !ended && decoder.fault() == null) {
          int count = Math.min(in.readableBytes(), scratch.length);
          in.readBytes(scratch, 0, count);
          received(scratch, count);
        }
      } finally {
        in.release();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (cause instanceof IOException) {
        reset = Ending.of(cause);
        ChannelFuture ignored = context.close();
      } else {
        listener.defect(cause);
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      end(reset == null ? Ending.CLOSED : reset);
    }
  }
}
