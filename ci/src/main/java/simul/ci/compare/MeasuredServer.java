package simul.ci.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import simul.spec.reference.io.IoModels;

/**
 * A reference server in a process of its own, which says of itself what it takes. It ends when its
 * standard input does, and so with this process, however that ends.
 */
final class MeasuredServer implements AutoCloseable {
  private static final long ANSWER_SECONDS = 60;
  private static final long END_SECONDS = 10;

  /** As {@code bin/simul} starts it, but with a heap that is touched at the start and stays so. */
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

  private static final String SERVING = "serving on ";
  private static final String REFUSED = " refused: ";

  private final Process process;
  private final PrintWriter questions;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Thread reader;
  private volatile String refusal;
  private InetSocketAddress address;

  private MeasuredServer(Process process) {
    this.process = process;
    this.questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.reader = new Thread(this::read, "answers of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a server.
   *
   * @param java the program that runs it
   * @throws IOException when it does not come to serve
   */
  static MeasuredServer start(Path java, IoModels model, Path spec, int clients)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(java.toString()));
    words.addAll(OPTIONS);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "simul.ci.cli.Simul"));
    words.addAll(List.of("serve-measured", "--io-model", model.id(), "--spec", spec.toString()));
    words.addAll(List.of("--max-clients", String.valueOf(clients)));
    MeasuredServer server =
        new MeasuredServer(new ProcessBuilder(words).redirectErrorStream(true).start());
    try {
      String first = server.next();
      if (!first.startsWith(SERVING)) {
        throw new IOException(first);
      }
      int port = Integer.parseInt(first.substring(SERVING.length()));
      server.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int at = line.indexOf(REFUSED);
        if (at >= 0) {
          refusal = line.substring(at + REFUSED.length());
        } else {
          answers.add(line);
        }
      }
    } catch (IOException e) {
      // The process has ended.
      answers.add(String.valueOf(e.getMessage()));
    }
  }

  private String next() throws IOException, InterruptedException {
    String answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
    if (answer == null) {
      throw new IOException("the server has not answered within " + ANSWER_SECONDS + " s");
    }
    return answer;
  }

  InetSocketAddress address() {
    return address;
  }

  /** What it takes, after it has collected its garbage, or as it is. */
  Vitals look(boolean collect) throws IOException, InterruptedException {
    answers.clear();
    questions.println(collect ? "collect" : "look");
    String answer = next();
    try {
      return Vitals.parse(answer);
    } catch (IllegalArgumentException e) {
      throw new IOException("the server says: " + answer, e);
    }
  }

  /** Why it has last refused somebody, if it has. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  @Override
  public void close() {
    questions.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      reader.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
