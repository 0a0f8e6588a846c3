package simul.conformance.survey;

import java.time.Duration;

/** One thing that happened to one of our connections while it listened. */
public sealed interface Happening {

  /** The letter that reports call the connection by. */
  String connection();

  /** When, counted from the start of the recording. */
  Duration at();

  /** The target accepted the connection. */
  record Opened(String connection, Duration at) implements Happening {}

  /**
   * The target did not accept the connection.
   *
   * @param reason what the system said
   */
  record NotOpened(String connection, Duration at, String reason) implements Happening {}

  /** One read brought bytes: one write of the target, or several, or a part of one. */
  record Received(String connection, Duration at, byte[] bytes) implements Happening {}

  /** We ended our half of the connection. */
  record Left(String connection, Duration at) implements Happening {}

  /**
   * The target ended the connection.
   *
   * @param reset whether by a reset
   */
  record Closed(String connection, Duration at, boolean reset) implements Happening {}

  /** More bytes came than are kept; of this connection nothing further is recorded. */
  record Overflowed(String connection, Duration at, int keptBytes) implements Happening {}

  /** So many bytes came that the connection is not even read any more. */
  record Flooded(String connection, Duration at, long readBytes) implements Happening {}
}
