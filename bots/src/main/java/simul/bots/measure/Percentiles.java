package simul.bots.measure;

/**
 * A distribution of times in short, in milliseconds; all are 0 when nothing was recorded.
 *
 * @param count how many times were recorded
 * @param p999 the value that 99.9 % stay within
 */
public record Percentiles(
    long count, double p50, double p90, double p99, double p999, double max) {}
