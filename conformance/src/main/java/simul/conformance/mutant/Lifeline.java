package simul.conformance.mutant;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import simul.spec.reference.Parts;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.IoModel;

/**
 * Lets a faulty server hang or crash without harm to the program that it runs in: a server that
 * hangs ends when it is closed, one that crashes closes its sockets, as a process would.
 */
final class Lifeline {
  /** As long as a faulty server's thread waits before it looks again whether it is to end. */
  private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Consumer<String> log;
  private final CompletableFuture<IoModel> sockets = new CompletableFuture<>();
  private volatile boolean closing;
  private volatile Thread crash;

  private Lifeline(Consumer<String> log) {
    this.log = log;
  }

  /** Parts that have been infected, with a lifeline of their own. */
  static Parts given(Parts right, Infection infection) {
    Lifeline lifeline = new Lifeline(right.log());
    return infection.infect(right.withIo(lifeline.around(right.io())), lifeline);
  }

  /** The same way to serve sockets, for handlers that may hang or crash. */
  IoModel.Factory around(IoModel.Factory right) {
    return (address, handler) -> {
      IoModel io = right.start(address, new Guarded(handler));
      sockets.complete(io);
      return new Closeable(io);
    };
  }

  /** Lets some time pass in the server's only thread. */
  static void nap() {
    LockSupport.parkNanos(NAP_NANOS);
  }

  /** Whether the server is to end. */
  boolean isClosing() {
    return closing;
  }

  /** Serves nobody any more. */
  void hang() {
    while (!closing) {
      nap();
    }
  }

  /** Ends the server as an unhandled exception would. */
  void crash(String reason) {
    if (!closing) {
      closing = true;
      log.accept("crashed: " + reason);
      crash = new Thread(() -> sockets.join().close(), "crash");
      crash.setDaemon(true);
      crash.start();
    }
  }

  private final class Closeable implements IoModel {
    private final IoModel io;

    Closeable(IoModel io) {
      this.io = io;
    }

    @Override
    public int port() {
      return io.port();
    }

    @Override
    public void close() {
      closing = true;
      io.close();
      Thread crashing = crash;
      if (crashing != null) {
        try {
          crashing.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Nothing gets through to a server that has crashed, and what it throws is a crash. */
  private final class Guarded implements ConnectionHandler {
    private final ConnectionHandler handler;

    Guarded(ConnectionHandler handler) {
      this.handler = handler;
    }

    private void guard(Runnable call) {
      if (crash != null) {
        return;
      }
      try {
        call.run();
      } catch (RuntimeException e) {
        crash(e.toString());
      }
    }

    @Override
    public void opened(Connection connection) {
      guard(() -> handler.opened(connection));
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      guard(() -> handler.received(connection, bytes, from, to));
    }

    @Override
    public void finished(Connection connection) {
      guard(() -> handler.finished(connection));
    }

    @Override
    public void reset(Connection connection) {
      guard(() -> handler.reset(connection));
    }

    @Override
    public void closed(Connection connection, String reason) {
      guard(() -> handler.closed(connection, reason));
    }
  }
}
