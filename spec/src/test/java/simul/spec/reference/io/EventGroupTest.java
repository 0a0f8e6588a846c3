package simul.spec.reference.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventGroupTest {
  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long LONG = TimeUnit.SECONDS.toNanos(20);

  private final EventGroup events = new EventGroup();

  @Test
  void lowestOfTheSetEventsIsTold() throws Exception {
    events.set(63);
    events.set(5);

    assertThat(events.waitForAny(LONG)).isEqualTo(5);
  }

  @Test
  void eventStaysSetUntilItIsReset() throws Exception {
    events.set(5);

    assertThat(events.waitForAny(LONG)).isEqualTo(5);
    assertThat(events.reset(5)).isTrue();
    assertThat(events.reset(5)).isFalse();
    assertThat(events.waitForAny(SOON)).isEqualTo(EventGroup.TIMEOUT);
  }

  @Test
  void waitEndsWhenAnotherThreadSetsAnEvent() throws Exception {
    CompletableFuture<Void> setter = CompletableFuture.runAsync(() -> events.set(7));

    assertThat(events.waitForAny(LONG)).isEqualTo(7);
    setter.get(20, TimeUnit.SECONDS);
  }

  @Test
  void oneWaitTakes63Sockets() {
    assertThat(EventGroup.MOST_SOCKETS).isEqualTo(63);
  }
}
