package simul.spec.reference.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.util.function.Consumer;

/**
 * One operation that goes on while the program does something else: {@code WSAOVERLAPPED}, with its
 * buffer. Neither may be touched or used again while the operation is in flight, for the system
 * writes to both. That is the mistake most often made with overlapped I/O, so here it is an
 * exception: {@link #begin}, then the completion, then {@link #result}, then {@link #finish}.
 */
final class Overlapped implements CompletionHandler<Integer, Void> {
  private enum State {
    IDLE,
    IN_FLIGHT,
    COMPLETED
  }

  private final BufferPool pool;
  private final Consumer<Overlapped> completion;
  private volatile State state = State.IDLE;
  private ByteBuffer buffer;
  private int count;
  private Throwable failure;

  /**
   * An operation that has not begun.
   *
   * @param completion is called each time that the operation is over, on a thread of the system
   */
  Overlapped(BufferPool pool, Consumer<Overlapped> completion) {
    this.pool = pool;
    this.completion = completion;
  }

  /** Begins: an empty buffer, which is the operation's until {@link #finish}. */
  ByteBuffer begin() {
    if (state != State.IDLE) {
      throw new IllegalStateException("an operation is begun again while it is " + state);
    }
    buffer = pool.take();
    failure = null;
    state = State.IN_FLIGHT;
    return buffer;
  }

  @Override
  public void completed(Integer bytes, Void attachment) {
    count = bytes;
    state = State.COMPLETED;
    completion.accept(this);
  }

  @Override
  public void failed(Throwable why, Void attachment) {
    failure = why;
    state = State.COMPLETED;
    completion.accept(this);
  }

  /** Whether it has begun, and its result has not been fetched yet. */
  boolean isBegun() {
    return state != State.IDLE;
  }

  /** Whether its result can be fetched: {@code HasOverlappedIoCompleted}. */
  boolean isCompleted() {
    return state == State.COMPLETED;
  }

  /**
   * How many bytes were received or sent, or -1 at the end of the stream: {@code
   * WSAGetOverlappedResult}.
   *
   * @throws IOException when the connection is broken, or was closed under it
   */
  int result() throws IOException {
    if (state != State.COMPLETED) {
      throw new IllegalStateException("the result is asked for while it is " + state);
    }
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    return count;
  }

  /** What was received. */
  byte[] received() {
    return buffer.array();
  }

  /** What was to be sent. */
  ByteBuffer buffer() {
    return buffer;
  }

  /** Gives the buffer back; the operation may begin again. */
  void finish() {
    pool.giveBack(buffer);
    buffer = null;
    state = State.IDLE;
  }
}
