package simul.spec.reference.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import simul.spec.wire.ByteQueue;

class OutboundQueueTest {

  /** A socket that takes as many bytes at a time as it is told, and then no more. */
  private static final class StingyChannel implements WritableByteChannel {
    final ByteQueue taken = new ByteQueue();
    private int willing;

    void takeUpTo(int bytes) {
      willing = bytes;
    }

    @Override
    public int write(ByteBuffer source) {
      int count = Math.min(willing, source.remaining());
      taken.add(source.slice(source.position(), count));
      source.position(source.position() + count);
      willing -= count;
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  private final StingyChannel channel = new StingyChannel();
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(8);

  private static byte[] numbered(int from, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (from + i);
    }
    return bytes;
  }

  @Test
  void partialSendIsResumedWhereItStopped() throws Exception {
    OutboundQueue queue = new OutboundQueue(100);
    queue.add(numbered(0, 5));

    channel.takeUpTo(3);
    queue.flush(channel, scratch);
    assertThat(channel.taken.toArray()).containsExactly(0, 1, 2);
    assertThat(queue.isEmpty()).isFalse();
    queue.add(numbered(5, 2));
    channel.takeUpTo(100);
    queue.flush(channel, scratch);

    assertThat(channel.taken.toArray()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void moreThanTheScratchHoldsIsSentAtOnce() throws Exception {
    OutboundQueue queue = new OutboundQueue(100);
    queue.add(numbered(0, 30));

    channel.takeUpTo(100);
    queue.flush(channel, scratch);

    assertThat(channel.taken.toArray()).isEqualTo(numbered(0, 30));
  }

  @Test
  void socketThatTakesNothingIsLeftAlone() throws Exception {
    OutboundQueue queue = new OutboundQueue(100);
    queue.add(numbered(0, 3));

    channel.takeUpTo(0);
    queue.flush(channel, scratch);

    assertThat(channel.taken.isEmpty()).isTrue();
    assertThat(queue.isEmpty()).isFalse();
  }

  @Test
  void queueIsOverfullPastItsBound() throws Exception {
    OutboundQueue queue = new OutboundQueue(10);

    queue.add(numbered(0, 10));
    assertThat(queue.isOverfull()).isFalse();
    queue.add(numbered(10, 1));
    assertThat(queue.isOverfull()).isTrue();
    channel.takeUpTo(1);
    queue.flush(channel, scratch);

    assertThat(queue.isOverfull()).isFalse();
  }

  @Test
  void brokenConnectionIsToldToTheCaller() {
    OutboundQueue queue = new OutboundQueue(10);
    queue.add(numbered(0, 1));

    assertThatThrownBy(() -> queue.flush(new BrokenChannel(), scratch))
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }

  private static final class BrokenChannel implements WritableByteChannel {
    @Override
    public int write(ByteBuffer source) throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  /** Negative numbers add so many bytes; the others are what the socket takes in one go. */
  @Provide
  Arbitrary<int[]> steps() {
    return Arbitraries.integers().between(-30, 20).array(int[].class).ofMaxSize(40);
  }

  @Property(tries = 300)
  void bytesArriveInOrderWithoutGap(@ForAll("steps") int[] steps) throws IOException {
    StingyChannel socket = new StingyChannel();
    OutboundQueue queue = new OutboundQueue(10_000);
    int added = 0;

    for (int step : steps) {
      if (step < 0) {
        queue.add(numbered(added, -step));
        added -= step;
      } else {
        socket.takeUpTo(step);
        queue.flush(socket, scratch);
      }
      assertThat(socket.taken.toArray()).isEqualTo(numbered(0, socket.taken.size()));
    }
    socket.takeUpTo(added);
    queue.flush(socket, scratch);

    assertThat(socket.taken.toArray()).isEqualTo(numbered(0, added));
    assertThat(queue.isEmpty()).isTrue();
  }
}
