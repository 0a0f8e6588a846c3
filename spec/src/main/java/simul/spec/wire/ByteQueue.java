package simul.spec.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes in the order they came, taken off at the front: what a connection has received and not yet
 * decoded, or has to send and not yet sent. Grows as needed and moves its content to the front when
 * that makes room. One thread at a time.
 */
public final class ByteQueue {
  private static final int FIRST_CAPACITY = 256;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int start;
  private int end;

  /** The array that holds the content, from {@link #start()} to {@link #end()}; not a copy. */
  public byte[] array() {
    return bytes;
  }

  /** Index of the first byte in {@link #array()}. */
  public int start() {
    return start;
  }

  /** Index after the last byte in {@link #array()}. */
  public int end() {
    return end;
  }

  /** How many bytes wait. */
  public int size() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** Adds {@code count} bytes of an array at the end. */
  public void add(byte[] source, int from, int count) {
    reserve(count);
    System.arraycopy(source, from, bytes, end, count);
    end += count;
  }

  /** Adds a whole array at the end. */
  public void add(byte[] source) {
    add(source, 0, source.length);
  }

  /** Adds what remains in a buffer at the end and empties it. */
  public void add(ByteBuffer source) {
    int count = source.remaining();
    reserve(count);
    source.get(bytes, end, count);
    end += count;
  }

  /** Takes {@code count} bytes off the front. */
  public void remove(int count) {
    if (count < 0 || count > size()) {
      throw new IllegalArgumentException("remove " + count + " of " + size() + " bytes");
    }
    start += count;
    if (start == end) {
      clear();
    }
  }

  /** Forgets everything. */
  public void clear() {
    start = 0;
    end = 0;
  }

  /** A copy of the content. */
  public byte[] toArray() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  private void reserve(int count) {
    if (bytes.length - end >= count) {
      return;
    }
    int needed = Math.addExact(size(), count);
    byte[] target =
        needed <= bytes.length / 2 ? bytes : new byte[Math.max(needed, doubled(bytes.length))];
    System.arraycopy(bytes, start, target, 0, size());
    end = size();
    start = 0;
    bytes = target;
  }

  private static int doubled(int length) {
    return (int) Math.min(2L * length, Integer.MAX_VALUE - 8L);
  }
}
