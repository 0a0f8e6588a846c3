package simul.spec.wire;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.model.Sender;

/**
 * How many packets a second one core takes apart: what a server of the handout sends in play, and
 * one field of each packet read. The docs folder has the figures.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FrameDecoderBenchmark {
  /** Some 75 KiB of stream: more than a branch predictor learns by heart, and still in a cache. */
  private static final int PACKETS = 16_384;

  /** With a u8 and with a u32 type. */
  @Param({"homework3", "homework3-wide"})
  String spec;

  private FrameDecoder decoder;
  private FieldLayout id;
  private byte[] stream;

  /** Nine POSITION of ten, the others LOGIN and LOGOUT, in an order that is random and fixed. */
  @Setup
  public void writeStream() throws SpecException {
    PacketTable table = PacketTable.of(SpecLoader.load(spec), Sender.SERVER);
    SplittableRandom random = new SplittableRandom(1);
    ByteQueue bytes = new ByteQueue();
    for (int i = 0; i < PACKETS; i++) {
      String rare = random.nextBoolean() ? "LOGIN" : "LOGOUT";
      String name = random.nextInt(10) == 0 ? rare : "POSITION";
      PacketLayout packet = table.packet(name).orElseThrow();
      byte[] frame = packet.newFrame();
      packet.fields().forEach(field -> field.write(frame, 0, random.nextInt(8)));
      bytes.add(frame);
    }
    decoder = table.newDecoder();
    id = table.packet("LOGIN").orElseThrow().field("id").orElseThrow();
    stream = bytes.toArray();
  }

  /** Decodes the whole stream; the sum keeps the compiler from leaving anything out. */
  @Benchmark
  @OperationsPerInvocation(PACKETS)
  public long decodeStream() {
    long sum = 0;
    int at = 0;
    while (at < stream.length) {
      if (decoder.next(stream, at, stream.length) != FrameDecoder.Status.COMPLETE) {
        throw new IllegalStateException("stopped at byte " + at + " of " + stream.length);
      }
      sum += decoder.packet().index() + id.read(stream, at);
      at += decoder.lengthBytes();
    }
    return sum;
  }
}
