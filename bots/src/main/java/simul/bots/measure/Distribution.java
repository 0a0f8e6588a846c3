package simul.bots.measure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * The times of some part of a run, kept so that they can be merged with others' without loss: a
 * histogram in HdrHistogram's compressed form, some hundred bytes. Immutable.
 */
public final class Distribution {
  /** No times at all. */
  public static final Distribution EMPTY = new Distribution(0, new byte[0]);

  private final long count;
  private final byte[] compressed;

  private Distribution(long count, byte[] compressed) {
    this.count = count;
    this.compressed = compressed;
  }

  /** What a histogram holds now. */
  static Distribution of(Histogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return EMPTY;
    }
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return new Distribution(histogram.getTotalCount(), Arrays.copyOf(buffer.array(), length));
  }

  /** How many times there are. */
  public long count() {
    return count;
  }

  /** The percentiles of all these together. */
  public static Percentiles merged(List<Distribution> parts) {
    Histogram sum = Latency.newHistogram();
    parts.stream().filter(part -> part.count > 0).forEach(part -> sum.add(part.histogram()));
    return Latency.percentiles(sum);
  }

  private Histogram histogram() {
    try {
      return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(compressed), 0);
    } catch (DataFormatException e) {
      throw new IllegalStateException("bytes that we have written are a histogram", e);
    }
  }
}
