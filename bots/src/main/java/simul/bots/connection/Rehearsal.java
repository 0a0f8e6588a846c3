package simul.bots.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import simul.spec.meaning.Protocol;
import simul.spec.wire.FrameFault;
import simul.spec.world.Cell;

/**
 * A connection within this process, before the first one that counts. What the program needs to get
 * going, up to half a second, would otherwise be taken for the target's time.
 */
public final class Rehearsal implements BotConnection.Listener {
  /** A machine that needs longer is too busy for any measurement. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static final Cell ANYWHERE = new Cell(0, 0);

  private final CountDownLatch over = new CountDownLatch(1);

  private Rehearsal() {}

  /** Connects, is told something, and is left alone again. */
  public static void hold(Transport transport, Protocol protocol) {
    Rehearsal rehearsal = new Rehearsal();
    try (ServerSocket stage = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      stage.setSoTimeout((int) LONGEST.toMillis());
      InetSocketAddress target = (InetSocketAddress) stage.getLocalSocketAddress();
      transport
          .loop()
          .execute(
              () ->
                  BotConnection.open(
                      transport, protocol, 0, target, Optional.empty(), LONGEST, rehearsal));
      try (Socket accepted = stage.accept()) {
        int id = protocol.spec().world().slots().firstId();
        accepted.getOutputStream().write(protocol.eventEncoder().self(id, ANYWHERE));
      }
      boolean ignored = rehearsal.over.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      // Without it the first joins look slower than they are; the run is worth more.
      rehearsal.over.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void ended(Ending ending) {
    over.countDown();
  }

  @Override
  public void self(int id) {
    // Nobody plays.
  }

  @Override
  public void enter(int id) {
    // Nobody plays.
  }

  @Override
  public void position(int id, int x, int y) {
    // Nobody plays.
  }

  @Override
  public void leave(int id) {
    // Nobody plays.
  }

  @Override
  public void fault(FrameFault fault, byte[] frame) {
    over.countDown();
  }

  @Override
  public void defect(Throwable defect) {
    over.countDown();
  }
}
