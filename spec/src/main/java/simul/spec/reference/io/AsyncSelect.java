package simul.spec.reference.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The lecture's {@code WSAAsyncSelect}: what sockets are ready for comes as messages into the queue
 * of a window, between those of mouse and keyboard, and its window procedure does the work.
 *
 * <p>On Windows, {@code WSAAsyncSelect(socket, window, WM_SOCKET, FD_READ | FD_WRITE | FD_CLOSE)}
 * asks for it, and {@code GetMessage} waits. The JVM has no such messages. Here a second thread,
 * which plays the system, waits at a {@link Selector} and posts them; it touches neither sockets
 * nor game. The model's rule is kept: once {@code FD_READ} has been posted there is no other until
 * {@code recv} has been called, and {@code FD_WRITE} comes only after a send that would have
 * blocked. So a queue never holds more than two messages for a socket, however fast clients are.
 *
 * <p>The game needs no lock: all messages are handled by one thread.
 */
public final class AsyncSelect implements IoModel {
  private static final int RECEIVE_BYTES = 64 * 1024;
  private static final long STOP_MILLIS = 5_000;

  /** What a message tells. */
  private enum Event {
    FD_ACCEPT,
    FD_READ,
    FD_WRITE,
    QUIT
  }

  /** What a window is sent: the event (in {@code lParam}) and the socket (in {@code wParam}). */
  private record Message(Event event, WindowConnection connection) {}

  private final ConnectionHandler handler;
  private final OpenConnections open;
  private final Listener listener;
  private final Selector selector;
  private final SelectionKey acceptKey;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final Thread system;
  private final Thread window;
  private final ByteBuffer received = ByteBuffer.allocate(RECEIVE_BYTES);
  private final ByteBuffer sendScratch = ByteBuffer.allocateDirect(RECEIVE_BYTES);
  private volatile boolean stopping;

  private AsyncSelect(InetSocketAddress address, ConnectionHandler handler) throws IOException {
    this.handler = handler;
    this.open = new OpenConnections(handler);
    this.listener = Listener.open(address);
    try {
      this.selector = Selector.open();
      listener.channel().configureBlocking(false);
      this.acceptKey = listener.channel().register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException | RuntimeException e) {
      listener.close();
      throw e;
    }
    this.system = Threads.platform("async-select-system").newThread(this::postMessages);
    this.window = Threads.platform("async-select-window").newThread(this::messageLoop);
  }

  /** Opens a listening socket and starts both threads. */
  public static IoModel start(InetSocketAddress address, ConnectionHandler handler)
      throws IOException {
    AsyncSelect model = new AsyncSelect(address, handler);
    model.system.start();
    model.window.start();
    return model;
  }

  @Override
  public int port() {
    return listener.port();
  }

  @Override
  public void close() {
    messages.add(new Message(Event.QUIT, null));
    Threads.join(window, STOP_MILLIS);
    Threads.join(system, STOP_MILLIS);
  }

  /** The system's part: posts one message for each thing that a socket has become ready for. */
  private void postMessages() {
    try (selector) {
      while (!stopping) {
        selector.select(this::postIfOpen);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the selector failed", e);
    }
  }

  private void postIfOpen(SelectionKey key) {
    try {
      post(key);
    } catch (CancelledKeyException e) {
      // The window has closed the socket meanwhile.
      assert !key.isValid();
    }
  }

  private void post(SelectionKey key) {
    WindowConnection connection = (WindowConnection) key.attachment();
    int ready = key.readyOps();
    // No second message of a kind before the first has been answered by recv, send or accept.
    key.interestOpsAnd(~ready);
    if ((ready & SelectionKey.OP_ACCEPT) != 0) {
      messages.add(new Message(Event.FD_ACCEPT, null));
    }
    if ((ready & SelectionKey.OP_READ) != 0) {
      messages.add(new Message(Event.FD_READ, connection));
    }
    if ((ready & SelectionKey.OP_WRITE) != 0) {
      messages.add(new Message(Event.FD_WRITE, connection));
    }
  }

  /** {@code while (GetMessage(...)) DispatchMessage(...)}. */
  private void messageLoop() {
    try (listener) {
      Message message = messages.take();
      while (message.event() != Event.QUIT) {
        windowProcedure(message);
        open.settle();
        message = messages.take();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the listening socket cannot be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.closeAll("the server stops");
      stopping = true;
      selector.wakeup();
    }
  }

  private void windowProcedure(Message message) {
    WindowConnection connection = message.connection();
    switch (message.event()) {
      case FD_ACCEPT -> accept();
      case FD_READ -> receive(connection);
      case FD_WRITE -> connection.sendLater();
      case QUIT -> {}
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listener.accept(handler::refused);
      while (channel != null) {
        open(channel);
        channel = listener.accept(handler::refused);
      }
      await(acceptKey, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      // Nobody can even be turned away: whoever leaves next lets others be accepted again.
      assert acceptKey.interestOps() == 0;
    }
  }

  /** Lets the next message of a kind come. */
  private void await(SelectionKey key, int event) {
    if (key.isValid() && (key.interestOps() & event) == 0) {
      key.interestOpsOr(event);
      selector.wakeup();
    }
  }

  private void open(SocketChannel channel) throws IOException {
    WindowConnection connection;
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      connection = new WindowConnection(channel);
    } catch (IOException e) {
      // The client was gone before it was served.
      channel.close();
      return;
    }
    open.opened(connection);
    connection.key = channel.register(selector, SelectionKey.OP_READ, connection);
    selector.wakeup();
  }

  private void receive(WindowConnection connection) {
    if (connection.isEnding()) {
      // Messages that were posted before a socket was closed come all the same.
      return;
    }
    received.clear();
    int count;
    try {
      count = connection.channel.read(received);
    } catch (IOException e) {
      connection.endByReset();
      return;
    }
    if (count < 0) {
      // FD_CLOSE: here it comes as a receive of nothing.
      handler.finished(connection);
    } else if (count > 0) {
      handler.received(connection, received.array(), 0, count);
    }
    await(connection.key, SelectionKey.OP_READ);
  }

  /** One accepted socket. */
  private final class WindowConnection extends ServedConnection {
    private final SocketChannel channel;
    private SelectionKey key;
    private boolean isBehind;

    WindowConnection(SocketChannel channel) throws IOException {
      super(open, channel.getRemoteAddress(), new OutboundQueue(OUTBOUND_BOUND_BYTES));
      this.channel = channel;
    }

    @Override
    public boolean isBehind() {
      return isBehind;
    }

    /** Sends as much as the socket takes; of the rest FD_WRITE will remind. */
    @Override
    void flush() throws IOException {
      outbound().flush(channel, sendScratch);
      isBehind = !outbound().isEmpty();
      if (isBehind) {
        await(key, SelectionKey.OP_WRITE);
      }
    }

    @Override
    void closeSocket() throws IOException {
      channel.close();
      // The selector lets go of a closed socket when it is next asked.
      selector.wakeup();
      await(acceptKey, SelectionKey.OP_ACCEPT);
    }
  }
}
