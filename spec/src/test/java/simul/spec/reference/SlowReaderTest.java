package simul.spec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.io.IoModels;
import simul.spec.wire.HexDump;

/** A client that does not read: it loses nothing before it is cut off, and nobody else notices. */
@ParameterizedClass(name = "{0}")
@MethodSource("simul.spec.reference.io.AvailableModels#ofEachKind")
class SlowReaderTest {
  private static final int MOVES_AT_ONCE = 10_000;

  /** Bytes that the server sends each client for so many moves. */
  private static final int ANSWER_BYTES = 5 * MOVES_AT_ONCE;

  /** 180,000 moves: below the server's own bound of a MiB, whatever the kernel holds. */
  private static final int BEARABLE_ROUNDS = 18;

  /** 40 MB: beyond that bound and all that kernels hold. */
  private static final int ROUNDS_AT_MOST = 800;

  private static final byte[] MOVES = HexDump.parse("03 01 03 03 01 02".repeat(MOVES_AT_ONCE / 2));
  private static final byte[] ANSWERS =
      HexDump.parse("05 01 00 01 00 05 01 00 00 00".repeat(MOVES_AT_ONCE / 2));
  private static final byte[] LOGOUT_OF_SLOW = HexDump.parse("03 03 01");

  @Parameter IoModels model;
  private ReferenceServer server;
  private PlainSocket mover;
  private PlainSocket slow;

  @BeforeEach
  void moverAndSlowReaderJoin() throws Exception {
    Parts parts =
        Parts.of(Protocol.of(SpecLoader.load("homework3")))
            .withIo(model.factory(Integer.MAX_VALUE));
    server =
        ReferenceServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), parts);
    mover = PlainSocket.connect(server.address());
    mover.expect("03 02 00 05 01 00 00 00");
    slow = PlainSocket.connectWithSmallBuffer(server.address());
    mover.expect("03 02 01 05 01 01 01 00");
  }

  @AfterEach
  void stop() throws Exception {
    mover.close();
    slow.close();
    server.close();
  }

  @Test
  void readerThatStartsLateLosesNothing() throws Exception {
    for (int round = 0; round < BEARABLE_ROUNDS; round++) {
      mover.send(MOVES);
      assertThat(mover.read(ANSWER_BYTES)).isEqualTo(ANSWERS);
    }

    slow.expect("03 02 01 05 01 01 01 00 03 02 00 05 01 00 00 00");
    for (int round = 0; round < BEARABLE_ROUNDS; round++) {
      assertThat(slow.read(ANSWER_BYTES)).isEqualTo(ANSWERS);
    }
    slow.send("03 01 01");
    slow.expect("05 01 01 01 01");
    mover.expect("05 01 01 01 01");
  }

  @Test
  void readerThatNeverReadsIsCutOffBetweenWholePackets() throws Exception {
    int rounds = 0;
    boolean cutOff = false;
    while (!cutOff && rounds < ROUNDS_AT_MOST) {
      mover.send(MOVES);
      cutOff = readAnswers();
      rounds++;
    }

    assertThat(cutOff).as("the mover was told that the slow reader has left").isTrue();
    slow.expect("03 02 01 05 01 01 01 00 03 02 00 05 01 00 00 00");
    byte[] heard = slow.readToTheEnd();
    assertThat(heard.length).isPositive();
    for (int at = 0; at < heard.length; at += ANSWER_BYTES) {
      byte[] part = Arrays.copyOfRange(heard, at, Math.min(heard.length, at + ANSWER_BYTES));
      assertThat(part).isEqualTo(Arrays.copyOf(ANSWERS, part.length));
    }
    try (PlainSocket next = PlainSocket.connect(server.address())) {
      next.expect("03 02 01 05 01 01 01 00 03 02 00 05 01 00 00 00");
      mover.expect("03 02 01 05 01 01 01 00");
    }
  }

  /** Reads the answers to all moves of a round; whether the leave of the slow reader was among. */
  private boolean readAnswers() throws IOException {
    byte[] answers = mover.read(ANSWER_BYTES);
    int at = Arrays.mismatch(answers, ANSWERS);
    if (at < 0) {
      return false;
    }
    int start = at - at % 5;
    byte[] all = Arrays.copyOf(answers, ANSWER_BYTES + LOGOUT_OF_SLOW.length);
    System.arraycopy(
        mover.read(LOGOUT_OF_SLOW.length), 0, all, ANSWER_BYTES, LOGOUT_OF_SLOW.length);
    assertThat(Arrays.copyOfRange(all, start, start + 3)).isEqualTo(LOGOUT_OF_SLOW);
    assertThat(Arrays.copyOfRange(all, start + 3, all.length))
        .isEqualTo(Arrays.copyOfRange(ANSWERS, start, ANSWER_BYTES));
    return true;
  }
}
