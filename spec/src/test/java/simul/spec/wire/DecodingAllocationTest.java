package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.load.SpecLoader;
import simul.spec.model.Sender;
import simul.spec.wire.FrameDecoder.Status;

/** What the decoder's page promises: nothing is allocated, but for a frame that is invalid. */
class DecodingAllocationTest {
  private static final int CALLS = 100_000;

  /** Far below one object a call, and more than counting costs by itself. */
  private static final long FEW_BYTES = CALLS / 10;

  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(strings = {"homework3", "homework3-wide"})
  void neitherWholePacketNorStartOfOneAllocates(String name) throws Exception {
    PacketTable table = PacketTable.of(SpecLoader.load(name), Sender.CLIENT);
    FrameDecoder decoder = table.newDecoder();
    byte[] frame = table.packet("MOVE").orElseThrow().newFrame();
    decode(decoder, frame);

    long before = thread.getCurrentThreadAllocatedBytes();
    int complete = 0;
    for (int i = 0; i < CALLS / frame.length; i++) {
      complete += decode(decoder, frame);
    }
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;

    assertThat(complete).isEqualTo(CALLS / frame.length);
    assertThat(allocated).isLessThan(FEW_BYTES);
  }

  /** Decodes a frame as if it came byte by byte; how often it was complete. */
  private static int decode(FrameDecoder decoder, byte[] frame) {
    int complete = 0;
    for (int to = 1; to <= frame.length; to++) {
      complete += decoder.next(frame, 0, to) == Status.COMPLETE ? 1 : 0;
    }
    return complete;
  }
}
