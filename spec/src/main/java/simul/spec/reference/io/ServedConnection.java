package simul.spec.reference.io;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * One accepted socket as every I/O model keeps it: what waits to be sent on it, and why it ends.
 * How to send and how to close is the model's. Guarded by whatever guards the game: the model's
 * only thread, or its lock.
 */
abstract class ServedConnection implements Connection {
  /**
   * A reader that has let this much pile up, beyond what the kernel holds for it, is cut off. It is
   * some 200,000 packets: hours of play, or a client that does not read.
   */
  static final int OUTBOUND_BOUND_BYTES = 1 << 20;

  private final OpenConnections open;
  private final String peer;
  private final OutboundQueue outbound;
  private boolean queued;
  private boolean isReset;
  private String reason;

  ServedConnection(OpenConnections open, SocketAddress peer, OutboundQueue outbound) {
    this.open = open;
    this.peer = name(peer);
    this.outbound = outbound;
  }

  /** An address as the log has it. */
  static String name(SocketAddress address) {
    return address instanceof InetSocketAddress internet
        ? internet.getAddress().getHostAddress() + ":" + internet.getPort()
        : "a client that is gone";
  }

  /** Gives the socket what waits, as much as it takes, or starts to; reports a broken one. */
  abstract void flush() throws IOException;

  /** Gives the socket back. */
  abstract void closeSocket() throws IOException;

  /** Whether a send has been started of which nobody knows yet how it ends. */
  boolean isSending() {
    return false;
  }

  /**
   * Whether the socket itself keeps more from being sent, rather than a thread that has not come to
   * it yet.
   */
  boolean isStuck() {
    return true;
  }

  /** The game has ended the connection, and its last send is on its way. */
  void lingers() {}

  /** What waits to be sent. */
  final OutboundQueue outbound() {
    return outbound;
  }

  /** Whether it is to end: nothing more is received from it or sent to it. */
  final boolean isEnding() {
    return reason != null;
  }

  final boolean isReset() {
    return isReset;
  }

  final String reason() {
    return reason;
  }

  @Override
  public final void send(byte[] bytes) {
    if (isEnding()) {
      return;
    }
    outbound.add(bytes);
    if (outbound.isOverfull()) {
      sendWaiting();
    }
    if (outbound.isOverfull() && isStuck()) {
      end("cut off: it reads too slowly");
    } else if (!queued) {
      sendLater();
    }
  }

  /** Has what waits sent at the end of the round. */
  final void sendLater() {
    queued = true;
    open.unsent(this);
  }

  /** Sends what waits now, unless the connection is ending. */
  final void sendWaiting() {
    queued = false;
    if (isEnding()) {
      return;
    }
    try {
      flush();
    } catch (IOException e) {
      endByReset();
    }
  }

  @Override
  public final void close(String why) {
    if (isEnding()) {
      return;
    }
    sendWaiting();
    if (isEnding()) {
      return;
    }
    if (isSending()) {
      reason = why;
      open.lingering(this);
      lingers();
    } else {
      end(why);
    }
  }

  @Override
  public boolean isBehind() {
    return !outbound.isEmpty();
  }

  @Override
  public final String peer() {
    return peer;
  }

  /** Ends the connection after the current round; the first reason counts. */
  final void end(String why) {
    if (!isEnding()) {
      reason = why;
      open.ending(this);
    }
  }

  /** The client has broken the connection off. */
  final void endByReset() {
    if (isEnding()) {
      open.drained(this);
    } else {
      isReset = true;
      end("reset by the client");
    }
  }
}
