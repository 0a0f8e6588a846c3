package simul.bots.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.PromiseCombiner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import simul.bots.measure.Second;
import simul.bots.swarm.Snapshot;
import simul.bots.swarm.Swarm;

/**
 * All who look, and what they are shown: ten times a second a picture, as long as the bots' loop
 * has time for one. On the server's thread, but for {@link #finish}.
 */
final class Viewers {
  private static final long PICTURE_MILLIS = 100;

  /** A browser tab that sleeps takes nothing for a while; one whose machine is gone never again. */
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final EventLoop loop;
  private final Frames frames;
  private final Swarm swarm;
  private final Set<Viewer> all = new LinkedHashSet<>();
  private final List<Second> seconds = new ArrayList<>();
  private boolean ticking;
  private boolean looking;
  private String end;

  Viewers(EventLoop loop, Frames frames, Swarm swarm) {
    this.loop = loop;
    this.frames = frames;
    this.swarm = swarm;
  }

  /** One more looks. */
  void add(Viewer viewer) {
    all.add(viewer);
    viewer.begin(System.nanoTime());
    ChannelFuture ignored = viewer.say(frames.hello());
    if (end != null) {
      ChannelFuture unusedEnd = tellEnd(viewer);
    } else if (!ticking) {
      ticking = true;
      tick();
    }
  }

  private ChannelFuture tellEnd(Viewer viewer) {
    return viewer.say(end).addListener(ChannelFutureListener.CLOSE);
  }

  void remove(Viewer viewer) {
    all.remove(viewer);
  }

  /** Costs nothing while nobody looks. */
  private void tick() {
    if (all.isEmpty() || end != null) {
      ticking = false;
      return;
    }
    long now = System.nanoTime();
    List.copyOf(all).stream().filter(v -> v.isStuck(now, STUCK_NANOS)).forEach(Viewer::leave);
    if (!looking) {
      looking = swarm.look(seconds.size(), snapshot -> loop.execute(() -> show(snapshot)));
    }
    Future<?> ignored = loop.schedule(this::tick, PICTURE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void show(Snapshot snapshot) {
    looking = false;
    seconds.addAll(snapshot.seconds());
    List<Viewer> ready = all.stream().filter(Viewer::isReady).toList();
    ready.forEach(this::catchUp);
    // How the game ended is what viewers are to keep, not how everybody left.
    if (!ready.isEmpty() && snapshot.stage() != Snapshot.Stage.LEAVING) {
      showAll(ready, snapshot);
    }
  }

  private void showAll(List<Viewer> ready, Snapshot snapshot) {
    String state = frames.state(snapshot);
    ByteBuf dots = frames.dots(snapshot.dots());
    try {
      for (Viewer viewer : ready) {
        ChannelFuture ignored = viewer.say(state);
        viewer.show(new BinaryWebSocketFrame(dots.retainedDuplicate()));
      }
    } finally {
      dots.release();
    }
  }

  /** Tells of all seconds that a viewer does not know of. */
  private void catchUp(Viewer viewer) {
    if (viewer.seconds() < seconds.size()) {
      int from = Math.max(viewer.seconds(), seconds.size() - Frames.MOST_SECONDS);
      ChannelFuture ignored = viewer.say(Frames.seconds(seconds.subList(from, seconds.size())));
      viewer.setSeconds(seconds.size());
    }
  }

  /** Tells everybody how it ended; done when all have been told who listen. From any thread. */
  Future<Void> finish(String result) {
    Promise<Void> told = loop.newPromise();
    loop.execute(
        () -> {
          end = Frames.end(result);
          PromiseCombiner tellings = new PromiseCombiner(loop);
          for (Viewer viewer : List.copyOf(all)) {
            tellings.add((Future<?>) tellEnd(viewer));
          }
          tellings.finish(told);
        });
    return told;
  }
}
