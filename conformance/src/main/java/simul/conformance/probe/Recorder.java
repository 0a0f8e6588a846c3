package simul.conformance.probe;

import java.net.InetSocketAddress;
import simul.conformance.verdict.Transcript;

/**
 * Hears of all that passes over the connections of some {@link Probes}, call by call, on their
 * thread. It must be quick, and it must not throw: what it costs is time that the target seems to
 * take.
 */
@FunctionalInterface
public interface Recorder {
  /** Keeps nothing. */
  Recorder NONE = (client, local, remote) -> Line.NONE;

  /**
   * A connection has been opened.
   *
   * @param client the letter that reports call it by
   * @return who hears of what passes over it
   */
  Line opened(String client, InetSocketAddress local, InetSocketAddress remote);

  /** Both of them hear of everything. */
  default Recorder and(Recorder other) {
    return (client, local, remote) ->
        opened(client, local, remote).and(other.opened(client, local, remote));
  }

  /** Hears of one connection. The arrays are the caller's and are used again: copy what to keep. */
  interface Line {
    /** Keeps nothing. */
    Line NONE =
        new Line() {
          @Override
          public void sent(byte[] bytes, int from, int count) {}

          @Override
          public void received(byte[] bytes, int from, int count) {}

          @Override
          public void ended(Transcript.Kind how) {}
        };

    /** One write has taken so many bytes. */
    void sent(byte[] bytes, int from, int count);

    /** One read has brought so many bytes. */
    void received(byte[] bytes, int from, int count);

    /** An end of the connection, or of its sending half. */
    void ended(Transcript.Kind how);

    /** Both of them hear of everything. */
    default Line and(Line other) {
      Line one = this;
      return new Line() {
        @Override
        public void sent(byte[] bytes, int from, int count) {
          one.sent(bytes, from, count);
          other.sent(bytes, from, count);
        }

        @Override
        public void received(byte[] bytes, int from, int count) {
          one.received(bytes, from, count);
          other.received(bytes, from, count);
        }

        @Override
        public void ended(Transcript.Kind how) {
          one.ended(how);
          other.ended(how);
        }
      };
    }
  }
}
