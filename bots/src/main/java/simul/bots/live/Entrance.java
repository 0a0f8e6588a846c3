package simul.bots.live;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is let in. A page elsewhere must not reach this server through somebody's browser: a request
 * has to name it by a number or as {@code localhost}, which no rebound DNS name is, and whoever
 * opens a WebSocket has to come from the page itself. Off loopback the path has to begin with a
 * random token. Pure.
 */
final class Entrance {
  private static final int TOKEN_BYTES = 16;
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-f:.]+]|[^:\\[\\]/@]+)(?::(\\d{1,5}))?");
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private final InetAddress address;
  private final String path;

  private Entrance(InetAddress address, String path) {
    this.address = address;
    this.path = path;
  }

  /** The entrance of a server that listens on that address. */
  static Entrance of(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return new Entrance(address, "/");
    }
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    return new Entrance(
        address, "/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token) + "/");
  }

  /** What every path begins with, a slash at either end. */
  String path() {
    return path;
  }

  /** The address to tell people; of a server that listens on all of them, one that others reach. */
  InetAddress shownAddress() {
    if (!address.isAnyLocalAddress()) {
      return address;
    }
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
          .findFirst()
          .orElse(InetAddress.getLoopbackAddress());
    } catch (SocketException e) {
      return InetAddress.getLoopbackAddress();
    }
  }

  /**
   * What is asked for, without the token; empty for a path that leads nowhere. Takes as long for a
   * token that is nearly right as for any other.
   */
  Optional<String> target(String uri) {
    String asked = uri.replaceFirst("[?#].*", "");
    if (asked.length() < path.length()) {
      return Optional.empty();
    }
    byte[] start = asked.substring(0, path.length()).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(start, path.getBytes(StandardCharsets.UTF_8))
        ? Optional.of(asked.substring(path.length()))
        : Optional.empty();
  }

  /** Whether a request that names this server so may have been meant for it. */
  boolean isNamedRight(String host) {
    Matcher matcher = AUTHORITY.matcher(host == null ? "" : host.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return false;
    }
    String name = matcher.group(1);
    return name.equals("localhost") || name.startsWith("[") || NUMBERS.matcher(name).matches();
  }

  /**
   * Whether a WebSocket comes from a page of this server; a program that is no browser says none.
   */
  boolean isFromHere(String origin, String host) {
    return origin == null || origin.equalsIgnoreCase("http://" + host);
  }
}
