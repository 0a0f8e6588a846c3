package simul.spec.reference.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlappedTest {
  private final BufferPool pool = new BufferPool();
  private final List<Overlapped> completed = new ArrayList<>();
  private final Overlapped operation = new Overlapped(pool, completed::add);

  @Test
  void operationInFlightIsNotBegunAgain() {
    ByteBuffer buffer = operation.begin();

    assertThatThrownBy(operation::begin)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an operation is begun again while it is IN_FLIGHT");
    assertThat(pool.take()).isNotSameAs(buffer);
  }

  @Test
  void completedOperationIsNotBegunAgainBeforeItsResultIsFetched() {
    operation.begin();

    operation.completed(3, null);

    assertThatThrownBy(operation::begin).hasMessageEndingWith("while it is COMPLETED");
    assertThat(completed).containsExactly(operation);
  }

  @Test
  void resultIsThereAfterTheCompletionAlone() throws Exception {
    operation.begin();

    assertThatThrownBy(operation::result).hasMessageEndingWith("while it is IN_FLIGHT");
    operation.completed(3, null);

    assertThat(operation.result()).isEqualTo(3);
  }

  @Test
  void failureIsTheResult() {
    operation.begin();

    operation.failed(new IOException("reset"), null);

    assertThatThrownBy(operation::result).isInstanceOf(IOException.class).hasMessage("reset");
  }

  @Test
  void bufferIsPooledWhenTheOperationIsFinished() {
    ByteBuffer buffer = operation.begin();
    operation.completed(3, null);

    operation.finish();

    assertThat(operation.begin()).isSameAs(buffer);
  }
}
