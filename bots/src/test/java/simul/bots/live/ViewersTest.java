package simul.bots.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import simul.bots.swarm.Dots;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.SwarmPlan;

/** What viewers are shown, the slow ones among them. */
class ViewersTest {
  private static final Dots DOTS = new Dots(new int[] {1}, new int[] {2}, new byte[] {1});

  private final SwarmPlan plan = Snapshots.plan("homework3");
  private final Swarm swarm = new Swarm(plan);
  private final EmbeddedChannel loop = new EmbeddedChannel();
  private final Viewers viewers = new Viewers(loop.eventLoop(), new Frames(plan), swarm);

  private final class Seat {
    private final Viewer viewer = new Viewer(viewers, swarm);
    private final EmbeddedChannel channel = new EmbeddedChannel(viewer);

    Seat() {
      viewer.join(channel);
    }

    void takes(boolean writable) {
      channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
    }

    /** What it has been sent since the last call, by kind. */
    List<String> sent() {
      List<String> kinds = new ArrayList<>();
      for (WebSocketFrame frame = channel.readOutbound();
          frame != null;
          frame = channel.readOutbound()) {
        kinds.add(
            frame instanceof TextWebSocketFrame text
                ? text.text().replaceFirst("(?s).*\"kind\": \"(\\w+)\".*", "$1")
                : "dots");
        frame.release();
      }
      return kinds;
    }
  }

  private void show() {
    viewers.show(Snapshots.of(10, DOTS));
  }

  @Test
  void everybodyIsShownEverything() {
    Seat first = new Seat();
    Seat second = new Seat();

    show();

    assertThat(first.sent()).containsExactly("hello", "seconds", "state", "dots");
    assertThat(second.sent()).containsExactly("hello", "seconds", "state", "dots");
  }

  @Test
  void slowViewerMissesPicturesAndIsToldOfEverySecondLater() {
    Seat slow = new Seat();
    Seat quick = new Seat();
    slow.takes(false);

    show();
    show();
    List<String> meanwhile = slow.sent();
    slow.takes(true);
    show();

    assertThat(meanwhile).containsExactly("hello");
    assertThat(quick.sent()).hasSize(1 + 3 * 3);
    TextWebSocketFrame seconds = slow.channel.readOutbound();
    assertThat(seconds.text().lines().filter(line -> line.contains("[0, 9,"))).hasSize(3);
    seconds.release();
    assertThat(slow.sent()).containsExactly("state", "dots");
  }

  @Test
  void pictureIsFreedOnceEverybodyHasIt() {
    Seat first = new Seat();
    Seat second = new Seat();

    show();

    List<ByteBuf> pictures = new ArrayList<>();
    for (Seat seat : List.of(first, second)) {
      for (WebSocketFrame frame = seat.channel.readOutbound();
          frame != null;
          frame = seat.channel.readOutbound()) {
        if (frame instanceof BinaryWebSocketFrame) {
          pictures.add(frame.content());
        }
        frame.release();
      }
    }
    assertThat(pictures).hasSize(2).allMatch(picture -> picture.refCnt() == 0);
  }

  @Test
  void viewerWhoTakesNothingForLongIsLeft() {
    Seat stuck = new Seat();
    stuck.takes(false);
    long now = System.nanoTime();

    assertThat(stuck.viewer.isStuck(now, TimeUnit.SECONDS.toNanos(20))).isFalse();
    assertThat(
            stuck.viewer.isStuck(now + TimeUnit.SECONDS.toNanos(21), TimeUnit.SECONDS.toNanos(20)))
        .isTrue();
    stuck.takes(true);
    assertThat(
            stuck.viewer.isStuck(now + TimeUnit.SECONDS.toNanos(22), TimeUnit.SECONDS.toNanos(20)))
        .isFalse();
  }

  @Test
  void whoeverComesAfterTheEndIsToldOfIt() {
    Future<Void> ignored = viewers.finish("{}");
    loop.runPendingTasks();
    Seat late = new Seat();

    assertThat(late.sent()).containsExactly("hello", "end");
    assertThat(late.channel.isOpen()).isFalse();
  }
}
