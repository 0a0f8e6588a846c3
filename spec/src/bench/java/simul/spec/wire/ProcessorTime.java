package simul.spec.wire;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations for each second of processor time, which a machine that other programs use as well
 * does not spoil as it spoils operations for each second of the clock. JMH's option is {@code -prof
 * simul.spec.wire.ProcessorTime}.
 */
public final class ProcessorTime implements InternalProfiler {
  private static final double NANOS_PER_SECOND = 1e9;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long startNanos;

  @Override
  public String getDescription() {
    return "Operations for each second of processor time, all threads of the process together";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    startNanos = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double seconds = (system.getProcessCpuTime() - startNanos) / NANOS_PER_SECOND;
    double operations = result.getMetadata().getAllOps() / seconds;
    return List.of(new ScalarResult("perCpuSecond", operations, "ops/s", AggregationPolicy.AVG));
  }
}
