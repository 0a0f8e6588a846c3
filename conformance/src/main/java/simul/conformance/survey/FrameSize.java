package simul.conformance.survey;

/** How large a frame is, by the bytes it starts with. */
interface FrameSize {
  /** What starts there is no frame, or ends before its size is known. */
  int NONE = -1;

  /**
   * The size of the frame that starts there, at least 1, or {@link #NONE}. It may be more than
   * there is.
   */
  int at(byte[] bytes, int from);
}
