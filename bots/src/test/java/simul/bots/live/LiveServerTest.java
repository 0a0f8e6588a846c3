package simul.bots.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.bots.measure.SwarmResult;
import simul.bots.swarm.Load;
import simul.bots.swarm.NobodyAnswers;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.SwarmPlan;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

/** The live page of a swarm that plays on the reference server, as a browser sees it. */
@Timeout(60)
class LiveServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private ReferenceServer target;
  private SwarmPlan plan;
  private Swarm swarm;
  private CompletableFuture<SwarmResult> result;
  private LiveServer page;

  @BeforeEach
  void playForLong() throws Exception {
    Protocol protocol = Snapshots.protocol("homework3");
    target = ReferenceServer.start(new InetSocketAddress(LOOPBACK, 0), Parts.of(protocol));
    Load load = Load.of(3, 20, Duration.ofMinutes(10));
    plan = new SwarmPlan(protocol, target.address(), load, 7, SwarmPlan.DEFAULT_PATIENCE);
    swarm = new Swarm(plan);
    page = LiveServer.open(new InetSocketAddress(LOOPBACK, 0), Optional.empty(), plan, swarm);
    result = CompletableFuture.supplyAsync(this::play);
  }

  private SwarmResult play() {
    try {
      return swarm.run(progress -> {});
    } catch (NobodyAnswers e) {
      throw new CompletionException(e);
    }
  }

  @AfterEach
  void end() {
    swarm.stop();
    result.join();
    page.close();
    target.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(page.url() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What one viewer is told. */
  private static final class Eye implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> pictures = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        texts.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      byte[] part = new byte[data.remaining()];
      data.get(part);
      bytes.writeBytes(part);
      if (last) {
        pictures.add(ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
        bytes.reset();
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }

    /** The next text that is so, within patience. */
    private String await(Predicate<String> wanted) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (System.nanoTime() - end < 0) {
        String next = texts.poll(100, TimeUnit.MILLISECONDS);
        if (next != null && wanted.test(next)) {
          return next;
        }
      }
      throw new AssertionError("no such text came");
    }
  }

  private WebSocket look(Eye eye, String origin) throws Exception {
    URI uri = URI.create(page.url().replace("http:", "ws:") + "view");
    WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
    if (origin != null) {
      builder.header("Origin", origin);
    }
    return builder.buildAsync(uri, eye).get(10, TimeUnit.SECONDS);
  }

  private String ownOrigin() {
    return page.url().substring(0, page.url().length() - 1);
  }

  @Test
  void viewerIsToldAllAndShownEveryBot() throws Exception {
    Eye eye = new Eye();

    WebSocket socket = look(eye, ownOrigin());

    assertThat(eye.texts.poll(10, TimeUnit.SECONDS)).contains("\"kind\": \"hello\"", "homework3");
    eye.await(text -> text.contains("\"kind\": \"seconds\"") && text.contains("[0, 3, "));
    eye.await(text -> text.contains("\"kind\": \"state\"") && text.contains("\"clients\": 3"));
    eye.pictures.clear();
    ByteBuffer picture = eye.pictures.poll(10, TimeUnit.SECONDS);
    assertThat(picture).isNotNull();
    assertThat(picture.remaining()).isEqualTo(4 + 3 * 5);
    assertThat(picture.getInt(0)).isEqualTo(3);
    assertThat(picture.get(4 + 4)).isEqualTo((byte) 1);
    socket.abort();
  }

  @Test
  void wishIsCarriedOutAndWrongOneExplained() throws Exception {
    Eye eye = new Eye();
    WebSocket socket = look(eye, ownOrigin());

    socket.sendText("clients 0", true).join();
    socket.sendText("<b>", true).join();
    socket.sendText("clients 5", true).join();

    assertThat(eye.await(text -> text.contains("\"kind\": \"refused\"")))
        .contains("clients must be in 1..20000, but is 0");
    assertThat(eye.await(text -> text.contains("\"kind\": \"refused\"")))
        .contains("no command '<b>': there is clients N, rate MOVES or stop");
    eye.await(text -> text.contains("\"kind\": \"accepted\""));
    eye.await(text -> text.contains("\"clients\": 5"));
    socket.abort();
  }

  @Test
  void lastWordIsTheResult() throws Exception {
    Eye eye = new Eye();
    WebSocket socket = look(eye, ownOrigin());
    eye.await(text -> text.contains("\"playing\"") && !text.contains("\"answered\": 0,"));

    socket.sendText("stop", true).join();
    SwarmResult played = result.get(20, TimeUnit.SECONDS);
    page.finish("{\"verdict\": \"" + played.verdict() + "\"}");

    eye.await(text -> text.contains("\"kind\": \"end\", \"result\": {\"verdict\": \"PASS\"}"));
    assertThat(eye.closed.handle((code, error) -> true).get(10, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"http://evil.example", "http://localhost:1", "null"})
  void pagesOfOthersMayNotLook(String origin) {
    assertThatThrownBy(() -> look(new Eye(), origin)).rootCause().hasMessageContaining("403");
  }

  /** The status of an answer to a request whose lines are given. */
  private int status(String... lines) throws IOException {
    try (Socket socket = new Socket(LOOPBACK, URI.create(page.url()).getPort())) {
      String request = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  @Test
  void reboundNamesAndWrongRequestsAreRefused() throws Exception {
    assertThat(status("GET / HTTP/1.1", "Host: 127.0.0.1")).isEqualTo(200);
    assertThat(status("GET / HTTP/1.1", "Host: evil.example")).isEqualTo(403);
    assertThat(status("GET /metrics HTTP/1.1", "Host: evil.example")).isEqualTo(403);
    assertThat(status("GET /view HTTP/1.1", "Host: 127.0.0.1")).isEqualTo(426);
    assertThat(status("POST / HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 0")).isEqualTo(405);
    assertThat(status("GET /../page.css HTTP/1.1", "Host: 127.0.0.1")).isEqualTo(404);
    assertThat(status("GET /Site.class HTTP/1.1", "Host: 127.0.0.1")).isEqualTo(404);
    assertThat(status("GET / HTTP/1.1", "Host: 127.0.0.1", "X: " + "x".repeat(9000)))
        .isBetween(400, 431);
  }

  @Test
  void everyFileOfThePageIsThere() throws Exception {
    String index = get("").body();

    assertThat(index).contains("data-language=\"\"");
    for (String file :
        new String[] {"page.css", "main.js", "board.js", "chart.js", "frames.js", "texts.js"}) {
      HttpResponse<String> answer = get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(answer.body()).as(file).doesNotContain("http:", "https:");
      assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'");
    }
  }

  @Test
  void metricsAreAnExposition() throws Exception {
    HttpResponse<String> answer = get("metrics");

    assertThat(answer.headers().firstValue("content-type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(ExpositionText.parse(answer.body()).samples())
        .containsEntry("simul_swarm_clients_wanted", 3.0)
        .containsEntry("simul_swarm_violations_total", 0.0);
  }

  @Test
  void offLoopbackOnlyWhoeverKnowsTheUrlMayLook() throws Exception {
    InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 0);
    try (LiveServer open = LiveServer.open(everywhere, Optional.of("ko"), plan, swarm)) {
      URI url = URI.create(open.url());
      URI local = URI.create("http://127.0.0.1:" + url.getPort() + url.getPath());

      HttpResponse<String> known =
          CLIENT.send(HttpRequest.newBuilder(local).build(), HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> unknown =
          CLIENT.send(
              HttpRequest.newBuilder(local.resolve("/metrics")).build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(url.getPath()).hasSize(24);
      assertThat(known.statusCode()).isEqualTo(200);
      assertThat(known.body()).contains("data-language=\"ko\"");
      assertThat(unknown.statusCode()).isEqualTo(404);
    }
  }

  @Test
  void portInUseIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      InetSocketAddress address = new InetSocketAddress(LOOPBACK, taken.getLocalPort());

      assertThatThrownBy(() -> LiveServer.open(address, Optional.empty(), plan, swarm))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void nothingIsLeftWhenItIsClosed() throws Exception {
    page.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("live page"));
  }
}
