package simul.conformance.survey;

/** What listening cannot answer; whoever writes the spec has to. */
public enum Question {
  /** Whether the server waits for a first message, a login perhaps. */
  LOGIN_EXPECTED,
  /** What a client must send, and in which framing: it may be another than the server's. */
  WHAT_TO_SEND,
  /** What the bytes mean. */
  MEANING,
  /** Which of several candidates it is. */
  WHICH_CANDIDATE,
  /** Whether it is a framing that was not looked for, or none. */
  OTHER_FRAMING,
  /** All that came, came in one size: nearly anything fits it. */
  ONE_SIZE,
  /** Whether the first message is of another kind than those that come in play. */
  LATER_MESSAGES,
  /** Whether the server would have said more, had it been listened to for longer. */
  LONGER
}
