package simul.conformance.odd;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import simul.spec.reference.io.Connection;

/** One client of {@link BlockingSockets}: the work of its two threads. */
final class BlockingClient implements Connection {
  private final BlockingSockets io;
  private final Habits habits;
  private final Socket socket;
  private final String peer;
  private final Outlet outlet = new Outlet();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean admitted;

  BlockingClient(BlockingSockets io, Socket socket) throws IOException {
    this.io = io;
    this.habits = io.habits();
    this.socket = socket;
    SocketAddress remote = socket.getRemoteSocketAddress();
    if (remote == null) {
      throw new IOException("the client is gone");
    }
    this.peer = remote.toString().replaceFirst("^[^/]*/", "");
  }

  /** It has been let into the game. */
  void admit() {
    admitted = true;
  }

  /** Receives until the connection is over, and says so. */
  void receive() {
    io.tell(() -> io.handler().opened(this));
    String reason = receiveAll();
    try {
      io.pause(habits.ending().beforeClosing());
      end();
      io.pause(habits.ending().beforeLeaving());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end();
    }
    io.tell(() -> io.handler().closed(this, reason));
    io.forget(this);
  }

  private String receiveAll() {
    byte[] buffer = new byte[habits.hearing().mostBytes()];
    try {
      int count = socket.getInputStream().read(buffer);
      while (count >= 0) {
        byte[] received = Arrays.copyOf(buffer, count);
        io.tell(() -> io.handler().received(this, received, 0, received.length));
        count = socket.getInputStream().read(buffer);
      }
      return "closed by the client";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Sends what waits until the connection is over or the game has ended it. */
  void send() {
    try {
      OutputStream out = socket.getOutputStream();
      Optional<byte[]> next = collected();
      while (next.isPresent()) {
        write(out, next.get());
        next = collected();
      }
      part(admitted ? habits.ending().ofPlayers() : habits.ending().ofRefused());
    } catch (IOException e) {
      // The client does not want it any more; whoever receives from it notices as well.
      end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end();
    }
  }

  private Optional<byte[]> collected() throws InterruptedException {
    if (!habits.telling().every().isZero()) {
      waitUntilOver(habits.telling().every());
    }
    return outlet.take();
  }

  private void write(OutputStream out, byte[] bytes) throws IOException {
    int from = 0;
    while (from < bytes.length) {
      int count = Math.min(habits.telling().mostBytes(), bytes.length - from);
      out.write(bytes, from, count);
      from += count;
    }
  }

  private void part(Habits.Parting parting) throws IOException, InterruptedException {
    waitUntilOver(parting.after());
    if (parting.reset() && !socket.isClosed()) {
      socket.setSoLinger(true, 0);
    }
    end();
  }

  private void waitUntilOver(Duration time) throws InterruptedException {
    boolean ignored = over.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Closes the socket, which ends both threads soon. */
  void end() {
    outlet.finish();
    over.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a socket cannot be closed", e);
    }
  }

  @Override
  public void send(byte[] bytes) {
    if (!outlet.add(bytes)) {
      end();
    }
  }

  @Override
  public void close(String reason) {
    outlet.finish();
  }

  @Override
  public String peer() {
    return peer;
  }
}
