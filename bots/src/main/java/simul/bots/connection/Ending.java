package simul.bots.connection;

import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;

/**
 * How a connection ended, or why there never was one.
 *
 * @param text one clause for people
 */
public record Ending(Kind kind, String text) {

  /** Whose doing it was. */
  public enum Kind {
    /** Nobody accepted the connection. */
    NOT_CONNECTED,
    /** It was not accepted in time. */
    TIMEOUT,
    /** It was accepted, but the target did not say in time what a client needs to begin. */
    UNANSWERED,
    /** The target closed it in order. */
    CLOSED,
    /** The target reset it. */
    RESET,
    /** This machine has no more sockets to give: not the target's doing. */
    TOOL
  }

  /** Nobody has accepted the connection, as far as one has waited. */
  public static final Ending NOT_ACCEPTED =
      new Ending(Kind.TIMEOUT, "the connection was not accepted in time");

  static final Ending CLOSED = new Ending(Kind.CLOSED, "the server closed the connection");

  /** What a failed connect, read or write means. */
  static Ending of(Throwable cause) {
    if (cause instanceof ConnectTimeoutException) {
      return NOT_ACCEPTED;
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return new Ending(Kind.NOT_CONNECTED, "no connection: " + reason(cause));
    }
    if (cause instanceof BindException) {
      return new Ending(Kind.TOOL, "this machine gave no port: " + reason(cause));
    }
    if (cause instanceof ChannelException) {
      Throwable reason = cause.getCause() == null ? cause : cause.getCause();
      return new Ending(Kind.TOOL, "this machine gave no socket: " + reason.getMessage());
    }
    return new Ending(Kind.RESET, "the server reset the connection");
  }

  /** The system's own words, without the call and the address that Netty puts around them. */
  private static String reason(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return message.replaceFirst("^.*failed[^:]*: ", "").replaceFirst(": \\S*[/:]\\S*$", "");
  }
}
