package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ByteQueueTest {
  private final ByteQueue queue = new ByteQueue();

  @Test
  void newQueueIsEmpty() {
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.size()).isZero();
    assertThat(queue.toArray()).isEmpty();
  }

  @Test
  void givesBackWhatWasAddedInOrder() {
    queue.add(new byte[] {1, 2});
    queue.add(new byte[] {9, 3, 4, 9}, 1, 2);
    queue.add(ByteBuffer.wrap(new byte[] {5, 6}));

    queue.remove(1);

    assertThat(queue.toArray()).containsExactly(2, 3, 4, 5, 6);
    assertThat(queue.size()).isEqualTo(5);
    assertThat(Arrays.copyOfRange(queue.array(), queue.start(), queue.end()))
        .containsExactly(2, 3, 4, 5, 6);
  }

  @Test
  void takesAllOfBuffer() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}).position(1).limit(3);

    queue.add(buffer);

    assertThat(queue.toArray()).containsExactly(2, 3);
    assertThat(buffer.hasRemaining()).isFalse();
  }

  @Test
  void growsPastItsFirstCapacity() {
    byte[] many = new byte[100_000];
    Arrays.fill(many, (byte) 7);
    queue.add(new byte[] {1});

    queue.add(many);

    queue.remove(1);
    assertThat(queue.toArray()).isEqualTo(many);
  }

  @Test
  void doesNotGrowWhileAsMuchIsRemovedAsAdded() {
    byte[] part = new byte[100];
    queue.add(part);
    for (int i = 0; i < 10_000; i++) {
      queue.add(part);
      queue.remove(100);
    }

    assertThat(queue.size()).isEqualTo(100);
    assertThat(queue.array().length).isLessThanOrEqualTo(512);
  }

  @Test
  void cannotGiveMoreThanItHas() {
    queue.add(new byte[] {1, 2, 3});

    assertThatThrownBy(() -> queue.remove(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("remove 4 of 3 bytes");
    assertThatThrownBy(() -> queue.remove(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("remove -1 of 3 bytes");
    assertThat(queue.toArray()).containsExactly(1, 2, 3);
  }

  @Test
  void clearedQueueIsAsNew() {
    queue.add(new byte[] {1, 2, 3});
    queue.remove(1);

    queue.clear();
    queue.add(new byte[] {4});

    assertThat(queue.toArray()).containsExactly(4);
  }

  /** Positive numbers add so many bytes, negative ones remove so many, if there are. */
  @Provide
  Arbitrary<int[]> steps() {
    return Arbitraries.integers().between(-400, 400).array(int[].class).ofMaxSize(60);
  }

  @Property(tries = 300)
  void bytesComeOutAsTheyWentIn(@ForAll("steps") int[] steps) {
    ByteQueue tested = new ByteQueue();
    int in = 0;
    int out = 0;

    for (int step : steps) {
      if (step >= 0) {
        tested.add(numbered(in, step));
        in += step;
      } else {
        int count = Math.min(-step, tested.size());
        tested.remove(count);
        out += count;
      }
      assertThat(tested.toArray()).isEqualTo(numbered(out, in - out));
    }
  }

  /** So many bytes of a stream in which each is told from those near it. */
  private static byte[] numbered(int from, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) ((from + i) % 251);
    }
    return bytes;
  }
}
