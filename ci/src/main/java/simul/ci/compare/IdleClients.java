package simul.ci.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Clients that have been let in and do nothing. They are to be closed together. */
final class IdleClients implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final List<Socket> admitted = new ArrayList<>();

  private IdleClients() {}

  /** Connects so many, or as many as there are before the first is not let in. */
  static IdleClients connect(InetSocketAddress server, int count) {
    IdleClients clients = new IdleClients();
    boolean isIn = true;
    while (isIn && clients.count() < count) {
      isIn = clients.connect(server);
    }
    return clients;
  }

  private boolean connect(InetSocketAddress server) {
    try {
      Socket client = new Socket();
      client.connect(server, PATIENCE_MILLIS);
      client.setSoTimeout(PATIENCE_MILLIS);
      boolean isIn = client.getInputStream().read() >= 0;
      if (isIn) {
        admitted.add(client);
      } else {
        client.close();
      }
      return isIn;
    } catch (IOException e) {
      // Reset, or never answered: it is not let in.
      return false;
    }
  }

  int count() {
    return admitted.size();
  }

  @Override
  public void close() throws IOException {
    for (Socket client : admitted) {
      client.close();
    }
  }
}
